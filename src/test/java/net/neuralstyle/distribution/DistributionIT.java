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

package net.neuralstyle.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;

import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import net.imglib2.Interval;
import net.neuralstyle.JavaProcess;

import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.math3.util.FastMath;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.parsington.ExpressionParser;
import org.slf4j.LoggerFactory;

/** Proves that what users get works by itself: unpacked into an empty folder, with nothing else on the class path. */
@Tag("slow")
class DistributionIT {

	private static final Path FIJI = Paths.get("target", "Neural_Style_Transfer-Fiji.zip");
	private static final Path IMAGEJ = Paths.get("target", "Neural_Style_Transfer-ImageJ.zip");
	private static final Path COMMAND_LINE = Paths.get("target", "neural-style-transfer.jar").toAbsolutePath();

	/** Native libraries are unpacked here, once for all. */
	private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=" + Paths.get("target", "javacpp-cache")
		.toAbsolutePath();

	/** One class of each library that Fiji has and the plugin uses. */
	private static final List<Class<?>> FIJIS_OWN = List.of(Context.class, ExpressionParser.class, Interval.class,
		ImagePlus.class, LoggerFactory.class, FileUtils.class, StringUtils.class, FastMath.class, Native.class);

	private static final String CONTENT = Paths.get("sample-images", "content", "chelsea.png").toAbsolutePath().toString();
	private static final String STYLE = Paths.get("sample-images", "style", "great-wave.jpg").toAbsolutePath().toString();

	@TempDir
	private Path folder;

	@Test
	void zipForImageJWorksInPlainImageJ() throws Exception {
		unpack(IMAGEJ);
		final Path macro = Paths.get("macros", "stylize.ijm").toAbsolutePath();
		final JavaProcess process = JavaProcess.run(folder, CACHE, "-Dplugins.dir=" + folder, "-cp", place(ImagePlus.class)
			.toString(), "ij.ImageJ", "-batch", macro.toString(), "content=[" + CONTENT + "] style=[" + STYLE + "] output=[" +
				folder.resolve("picture.png") + "] size=64 iterations=1");
		assertPicture(process);
	}

	@Test
	void zipForFijiWorksInSciJava() throws Exception {
		unpack(FIJI);
		final Path program = folder.resolve("program");
		final String name = SciJavaProgram.class.getName().replace('.', '/') + ".class";
		Files.createDirectories(program.resolve(name).getParent());
		Files.copy(place(SciJavaProgram.class).resolve(name), program.resolve(name));
		final List<String> classPath = new ArrayList<>(List.of(program.toString(), folder.resolve("plugins").resolve("*")
			.toString(), folder.resolve("jars").resolve("*").toString()));
		for (final Class<?> type : FIJIS_OWN) {
			classPath.add(place(type).toString());
		}
		final JavaProcess process = JavaProcess.run(folder, CACHE, "-cp", String.join(File.pathSeparator, classPath),
			SciJavaProgram.class.getName(), CONTENT, STYLE, folder.resolve("picture.png").toString());
		assertPicture(process);
	}

	@Test
	void runnableJarWritesThePicture() throws Exception {
		final JavaProcess process = runJar("--content", CONTENT, "--style", STYLE, "--output", "picture.png", "--size=64",
			"--iterations=1");
		assertPicture(process);
		assertEquals(0, process.exitCode());
		assertTrue(process.output().trim().endsWith("Saved picture.png"), process.toString());
	}

	@DisabledOnOs(OS.WINDOWS)
	@ParameterizedTest
	@CsvSource({ "INT", "TERM" })
	void runnableJarThatIsStoppedSavesThePictureSoFar(final String signal) throws Exception {
		final JavaProcess process = runJarAndDisturb("iteration 1/", "kill -" + signal + " $0", "--size=64");
		assertEquals(130, process.exitCode(), process.toString());
		assertPicture(process);
		assertTrue(process.output().trim().endsWith("Stopped: saved the picture so far to picture.png"), process.toString());
		assertTrue(process.output().contains("Style transfer stopped"), process.toString());
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void runnableJarThatIsStoppedTwiceEndsAtOnce() throws Exception {
		Files.write(folder.resolve("picture.png"), new byte[10]);
		final JavaProcess process = runJarAndDisturb("iteration 1/", "kill -INT $0; sleep 0.02; kill -INT $0", "--size=512",
			"--pyramid=1");
		assertEquals(130, process.exitCode(), process.toString());
		assertNothingWasWritten(process);
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void runnableJarThatIsStoppedBeforeThereIsAPictureEndsAtOnce() throws Exception {
		Files.write(folder.resolve("picture.png"), new byte[10]);
		final JavaProcess process = runJarAndDisturb("in the style of", "kill -INT $0", "--size=64");
		assertEquals(130, process.exitCode(), process.toString());
		assertNothingWasWritten(process);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"--size=20          | 2 | [ERROR] Size must be from 32 to 16384 pixels, or 0 for the size of the content, not 20.", //
		"--weights-file=no  | 1 | [ERROR] There is no weights file no: check its path.", //
		"--size=x           | 2 | The value of size must be a whole number, not \"x\"." //
	})
	void runnableJarFailsWithOneSentence(final String option, final int exitCode, final String sentence)
		throws Exception
	{
		final JavaProcess process = runJar("--content", CONTENT, "--style", STYLE, "--output", "picture.png", option);
		assertEquals(exitCode, process.exitCode(), process.toString());
		assertEquals(sentence, process.errors().lines().findFirst().orElse(""));
		assertFalse(Files.exists(folder.resolve("picture.png")));
	}

	@Test
	void runnableJarTellsItsVersion() throws Exception {
		final JavaProcess process = runJar("--version");
		assertEquals(0, process.exitCode());
		assertTrue(process.output().matches("Neural Style Transfer \\d+\\.\\d+\\.\\d+\\S*\\s+"), process.toString());
	}

	@Test
	void zipForFijiHasTheScriptEditorsTemplates() throws IOException {
		unpack(FIJI);
		final Set<String> expected;
		try (Stream<Path> files = Files.list(Paths.get("src", "main", "resources", "script_templates", "Style_Transfer"))) {
			expected = files.map(file -> "script_templates/Style_Transfer/" + file.getFileName()).collect(Collectors.toSet());
		}
		assertEquals(expected, names(folder.resolve("plugins").resolve("Neural_Style_Transfer.jar")).stream().filter(
			name -> name.matches("script_templates/.*[^/]")).collect(Collectors.toSet()));
	}

	@Test
	void zipForFijiLeavesOutWhatFijiHas() throws IOException {
		final Set<String> names = new TreeSet<>(names(FIJI));
		for (final Class<?> type : FIJIS_OWN) {
			assertFalse(names.contains("jars/" + place(type).getFileName()), type.getName());
		}
		assertTrue(names.contains("plugins/Neural_Style_Transfer.jar"));
		// NB: Fiji takes jars for versions of one library if their names differ only in the version.
		final Set<String> libraries = libraries(FIJI).stream().map(DistributionIT::withoutVersion).collect(Collectors
			.toCollection(TreeSet::new));
		assertFalse(libraries.contains("guava") || libraries.contains("protobuf"), libraries.toString());
	}

	@Test
	void pluginForFijiHasNoMenuEntriesOfPlainImageJ() throws IOException {
		unpack(FIJI);
		assertFalse(names(folder.resolve("plugins").resolve("Neural_Style_Transfer.jar")).contains("plugins.config"));
	}

	@Test
	void pluginForImageJHasItsMenuEntries() throws IOException {
		unpack(IMAGEJ);
		assertTrue(names(folder.resolve("plugins").resolve("Neural_Style_Transfer.jar")).contains("plugins.config"));
	}

	@ParameterizedTest
	@CsvSource({ "target/Neural_Style_Transfer-Fiji.zip", "target/Neural_Style_Transfer-ImageJ.zip" })
	void zipHasEachLibraryOnceWithItsLicence(final Path zip) throws IOException {
		final List<String> libraries = libraries(zip);
		final Set<String> known = new TreeSet<>();
		final Set<String> listed = thirdParties();
		for (final String library : libraries) {
			assertTrue(known.add(withoutVersion(library)), library + " is there twice");
			assertTrue(listed.contains(withoutVersion(library).replace("-" + Loader.getPlatform(), "")), library +
				" is not in THIRD-PARTY.txt");
		}
		assertTrue(libraries.size() > 10, libraries.toString());
		assertEquals(licenses(), names(zip).stream().filter(name -> name.endsWith(".txt")).map(name -> Paths.get(name)
			.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void runnableJarHasLicenses() throws IOException {
		assertEquals(licenses(), names(COMMAND_LINE).stream().filter(name -> name.matches("META-INF/licenses/.*\\.txt")).map(
			name -> name.substring(name.lastIndexOf('/') + 1)).collect(Collectors.toSet()));
	}

	@Test
	void runnableJarHasTheLicenseOfTheProgram() throws IOException {
		try (JarFile jar = new JarFile(COMMAND_LINE.toFile())) {
			final byte[] license = jar.getInputStream(jar.getEntry("LICENSE")).readAllBytes();
			assertArrayEquals(Files.readAllBytes(Paths.get("LICENSE")), license);
		}
	}

	// -- Helper methods --

	private JavaProcess runJar(final String... arguments) throws IOException, InterruptedException {
		return JavaProcess.run(folder, Stream.concat(Stream.of(CACHE, "-jar", COMMAND_LINE.toString()), Stream.of(
			arguments)).toArray(String[]::new));
	}

	private JavaProcess runJarAndDisturb(final String words, final String disturbance, final String... options)
		throws IOException, InterruptedException
	{
		return JavaProcess.disturb(folder, words, disturbance, Stream.concat(Stream.of(CACHE, "-jar", COMMAND_LINE.toString(),
			"--content", CONTENT, "--style", STYLE, "--output", "picture.png", "--iterations=10000"), Stream.of(options))
			.toArray(String[]::new));
	}

	private void assertNothingWasWritten(final JavaProcess process) throws IOException {
		assertTrue(process.errors().trim().endsWith("Stopped: nothing was written."), process.toString());
		assertFalse(process.output().contains("done"), process.toString());
		assertArrayEquals(new byte[10], Files.readAllBytes(folder.resolve("picture.png")));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}

	private void assertPicture(final JavaProcess process) throws IOException {
		assertTrue(Files.exists(folder.resolve("picture.png")), process.toString());
		assertEquals(64, ImageIO.read(folder.resolve("picture.png").toFile()).getWidth());
		assertTrue(process.toString().contains("oneDNN"), process.toString());
		assertFalse(process.toString().contains("\tat "), process.toString());
	}

	private void unpack(final Path zip) throws IOException {
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				final Path file = folder.resolve(entry.getName());
				Files.createDirectories(entry.isDirectory() ? file : file.getParent());
				if (!entry.isDirectory()) Files.copy(in, file);
			}
		}
	}

	private static List<String> names(final Path zip) throws IOException {
		try (JarFile file = new JarFile(zip.toFile())) {
			return file.stream().map(ZipEntry::getName).collect(Collectors.toList());
		}
	}

	private static List<String> libraries(final Path zip) throws IOException {
		return names(zip).stream().filter(name -> name.endsWith(".jar")).map(name -> Paths.get(name).getFileName()
			.toString()).filter(name -> !name.equals("Neural_Style_Transfer.jar")).collect(Collectors.toList());
	}

	/** "openblas-linux-x86_64" for "openblas-0.3.26-1.5.10-linux-x86_64.jar". */
	private static String withoutVersion(final String library) {
		return library.replaceAll("(-avx2|-onednn)?\\.jar$", "").replaceAll("(-\\d[\\d.]*(-M\\d[\\d.]*)?)+(?=-|$)", "");
	}

	private static Set<String> thirdParties() throws IOException {
		final Set<String> words = new TreeSet<>();
		for (final String line : Files.readAllLines(Paths.get("src", "main", "licenses", "THIRD-PARTY.txt"))) {
			for (final String word : line.split("[\\s,]+")) {
				words.add(word);
			}
		}
		return words;
	}

	private static Set<String> licenses() throws IOException {
		try (Stream<Path> files = Files.list(Paths.get("src", "main", "licenses"))) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	/** The jar or folder that a class comes from. */
	private static Path place(final Class<?> type) {
		return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toPath();
	}
}
