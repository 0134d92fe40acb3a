/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import net.neuralstyle.tensor.ReportProcess.Report;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks native libraries where there is room, and where there is none. */
@Tag("slow")
class NativeCacheTest {

	private static final String OPTION = "-Dorg.bytedeco.javacpp.cachedir=";
	private static final String REMEDY = " by Java's option " + OPTION + "FOLDER.";

	@TempDir
	private Path folder;

	@Test
	void fullFolderIsNamed() throws Exception {
		final Path small = Files.createDirectory(folder.resolve("small"));
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()), "Only root makes file systems.");
		try {
			final String message = failure(new ReportProcess(folder).option(OPTION + small));
			assertTrue(message.matches("The native libraries cannot be unpacked into " + small +
				", where [12] MB are free and they take \\d{3} MB: make room there, or name another folder" + REMEDY), message);
		}
		finally {
			run("umount", small.toString());
		}
	}

	@Test
	void foldersThatCannotBeMadeAreNamed() throws Exception {
		final Path file = Files.createFile(folder.resolve("file"));
		final String message = failure(new ReportProcess(folder).option("-Duser.home=" + file.resolve("home")).option(
			"-Djava.io.tmpdir=" + file.resolve("temporary")));
		assertTrue(message.matches("The native libraries cannot be unpacked, because neither the home folder " + file +
			"/home nor the temporary folder " + file + "/temporary can be written: name a folder with \\d{3} MB of free space" +
			REMEDY), message);
	}

	@Test
	void fileInPlaceOfAFolderIsNamed() throws Exception {
		final Path file = Files.createFile(folder.resolve("file"));
		assumeTrue(file.toFile().setExecutable(true));
		final String message = failure(new ReportProcess(folder).option(OPTION + file));
		assertTrue(message.matches("The native libraries cannot be unpacked into " + file +
			", which is no folder: name a folder with \\d{3} MB of free space" + REMEDY), message);
	}

	@Test
	void folderOfAJarThatCannotBeWrittenIsNamed() throws Exception {
		final JarFile jar = jar();
		final Path place = place(folder, jar, library(jar)).getParent();
		Files.createFile(folder.resolve(folder.relativize(place).getName(0)));
		final String message = failure(new ReportProcess(folder).option(OPTION + folder));
		assertEquals("The native libraries cannot be unpacked into " + place +
			", which cannot be written: change its permissions, or name another folder" + REMEDY, message);
	}

	@Test
	void folderThatCannotBeMadeIsReplacedAndNoted() throws Exception {
		final Path wish = Files.createFile(folder.resolve("file")).resolve("cache");
		final Report report = new ReportProcess(folder).option(OPTION + wish).run();
		assertEquals("0.0 3.0", report.value("relu"));
		assertEquals("The folder " + wish +
			" of Java's option -Dorg.bytedeco.javacpp.cachedir cannot be written, so native libraries are unpacked into " +
			Loader.getCacheDir() + ".", report.value("note"));
	}

	@Test
	void damagedLibraryIsNamed() throws Exception {
		final JarFile jar = jar();
		damage(folder, jar, library(jar));
		final String message = failure(new ReportProcess(folder).option(OPTION + folder));
		assertTrue(message.matches("The native libraries in " + folder +
			" do not load \\([^(/]+\\): delete that folder, so that they are unpacked again, or name another folder" + REMEDY),
			message);
	}

	@Test
	void systemThatIsTooOldIsNamed() {
		final ClassLoader loader = NativeCacheTest.class.getClassLoader();
		final UnsatisfiedLinkError failure = new UnsatisfiedLinkError("/cache/libdnnl.so.3: /lib/libm.so.6: version " +
			"`GLIBC_2.29' not found (required by /cache/libdnnl.so.3)");
		assertEquals("The native libraries are made for a newer Linux than this one (" + failure.getMessage() + ").",
			NativeCache.of(loader, "").failure(failure));
	}

	@Test
	void libraryThatIsUnpackedInPartIsUnpackedAgain() throws Exception {
		final JarFile jar = jar();
		final JarEntry library = library(jar);
		final Path place = place(folder, jar, library);
		write(place, library.getSize() / 2, System.currentTimeMillis());
		assertEquals("0.0 3.0", new ReportProcess(folder).option(OPTION + folder).run().value("relu"));
		assertEquals(library.getSize(), Files.size(place));
	}

	@Test
	void librariesThatAnotherJarHasUnpackedAreShared() throws Exception {
		final JarFile jar = jar();
		final JarEntry library = library(jar);
		new ReportProcess(folder).option(OPTION + folder).run();
		final Path jars = Files.createDirectory(folder.resolve("jars"));
		final Path other = Files.copy(Path.of(jar.getName()), jars.resolve("other.jar"));
		final Report report = new ReportProcess(folder).without(jar.getName()::equals).with(List.of(other.toString())).option(
			OPTION + folder).run();
		assertEquals("0.0 3.0", report.value("relu"));
		assertEquals("block1_conv1", report.value("weights"));
		assertEquals(Files.readAttributes(place(folder, jar, library), BasicFileAttributes.class).fileKey(), Files
			.readAttributes(folder.resolve("other.jar").resolve(library.getName()), BasicFileAttributes.class).fileKey());
	}

	/** Puts zeros where a library of a jar will be unpacked, which look as if that had been done. */
	static void damage(final Path cache, final JarFile jar, final JarEntry library) throws IOException {
		write(place(cache, jar, library), library.getSize(), library.getTime());
	}

	// -- Helper methods --

	/** Starts twice: the second failure must not be another one. */
	private static String failure(final ReportProcess process) throws Exception {
		final Report report = process.run("failure");
		assertEquals(report.value("failure"), report.value("second failure"));
		return report.value("failure");
	}

	/** The jar with ND4J's library. */
	private static JarFile jar() throws IOException {
		final ClassLoader loader = NativeCacheTest.class.getClassLoader();
		final URL url = loader.getResource(CpuLibrary.FOLDER + "/" + Loader.getPlatform() + CpuLibrary.build(loader,
			Processor.hasAvx2(), Optional.empty()).orElse("") + "/" + System.mapLibraryName(CpuLibrary.LIBRARY));
		return ((JarURLConnection) url.openConnection()).getJarFile();
	}

	/** The largest library in a jar. */
	private static JarEntry library(final JarFile jar) {
		return jar.stream().max((one, other) -> Long.compare(one.getSize(), other.getSize())).orElseThrow();
	}

	private static Path place(final Path cache, final JarFile jar, final JarEntry entry) {
		return cache.resolve(new File(jar.getName()).getName()).resolve(entry.getName());
	}

	private static void write(final Path file, final long size, final long time) throws IOException {
		Files.createDirectories(file.getParent());
		try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
			zeros.setLength(size);
		}
		assertTrue(file.toFile().setLastModified(time));
	}

	private static boolean run(final String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).start().waitFor() == 0;
		}
		catch (final IOException exc) {
			return false;
		}
	}
}
