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
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.AVI_Reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.JavaProcess;
import net.neuralstyle.batch.TestPictures;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames of the runnable jar, of which the system takes no more at some moment: it stops in the middle of a file, as it
 * does on a full disk, since that would need a disk of one's own.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class FullDiskIT {

	private static final Path COMMAND_LINE = Paths.get("target", "neural-style-transfer.jar").toAbsolutePath();
	private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=" + Paths.get("target", "javacpp-cache")
		.toAbsolutePath();
	private static final int COUNT = 10;
	/** Bytes that a file may have then: fewer than a frame has, or more than a frame and fewer than a file of all. */
	private static final int LESS_THAN_A_FRAME = 20_000;
	private static final int LESS_THAN_ALL = 26_000;

	@TempDir
	private Path folder;
	private byte[] content;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.folder(folder.resolve("in"), COUNT);
		content = contentNow();
	}

	@Test
	void frameThatIsNotTakenLeavesThoseBeforeItInTheFolder() throws Exception {
		final JavaProcess process = stylize("out", "frame 3/10", LESS_THAN_A_FRAME);
		assertFails(process, "/out/in_0003.tif: the system takes no file as large as this one in the folder " + folder
			.resolve("out"), "The frames that were done are in out.");
		assertFramesAreIn("out", 2);
	}

	@Test
	void frameThatIsNotTakenLeavesThoseBeforeItInTheMovie() throws Exception {
		final JavaProcess process = stylize("out.avi", "frame 3/10", LESS_THAN_A_FRAME);
		assertFails(process, ": the system takes no file as large as this one in the folder " + folder,
			"The frames that were done are in out.avi.");
		assertEquals(2, AVI_Reader.open(folder.resolve("out.avi").toString(), false).getStackSize());
		assertEquals(List.of("in", "out.avi"), TestPictures.names(folder));
	}

	@ParameterizedTest
	@ValueSource(strings = { "out.tif", "out.avi" })
	void framesOfAFileThatIsNotTakenAreKeptInAFolder(final String output) throws Exception {
		final JavaProcess process = stylize(output, "frame 10/10", LESS_THAN_ALL);
		assertFails(process, output + ": the system takes no file as large as this one in the folder " + folder,
			"The frames that were done are in out-frames.");
		assertFramesAreIn("out-frames", COUNT);
		assertEquals(List.of("in", "out-frames"), TestPictures.names(folder));
	}

	@Test
	void framesOfAFileThatIsNotTakenDoNotReplaceAnything() throws Exception {
		Files.writeString(folder.resolve("out.tif"), "an older one");
		Files.createDirectory(folder.resolve("out-frames"));
		final JavaProcess process = stylize("out.tif", "frame 10/10", LESS_THAN_ALL);
		assertFails(process, "out.tif: the system takes no file as large as this one in the folder " + folder,
			"The frames that were done are in out-frames-2; out.tif is as it was before.");
		assertFramesAreIn("out-frames-2", COUNT);
		assertEquals("an older one", Files.readString(folder.resolve("out.tif")));
		assertEquals(List.of("in", "out-frames", "out-frames-2", "out.tif"), TestPictures.names(folder));
	}

	// -- Helper methods --

	/** @param words of the log, after which no file may have more than so many bytes */
	private JavaProcess stylize(final String output, final String words, final int bytes) throws Exception {
		return JavaProcess.disturb(folder, words, "prlimit --fsize=" + bytes + " --pid $0", CACHE, "-jar", COMMAND_LINE
			.toString(), "--content=in", "--slices=all", "--style=gravel", "--output=" + output, "--size=96", "--pyramid=1",
			"--iterations=4");
	}

	/** One sentence that says why, another one where the frames are, and the content as it was. */
	private void assertFails(final JavaProcess process, final String why, final String where) throws IOException {
		assertEquals(1, process.exitCode(), process.toString());
		final List<String> lines = process.errors().lines().collect(Collectors.toList());
		final String sentence = lines.get(lines.size() - 2);
		assertEquals(why + ", so choose another folder or a smaller size.", sentence.substring(Math.max(0, sentence.indexOf(
			why))), process.toString());
		assertEquals(where, lines.get(lines.size() - 1), process.toString());
		assertArrayEquals(content, contentNow());
	}

	/** So many frames that can be read, and nothing else, hidden or not. */
	private void assertFramesAreIn(final String name, final int count) throws IOException {
		final Path frames = folder.resolve(name);
		assertEquals(IntStream.rangeClosed(1, count).mapToObj(number -> String.format("in_%04d.tif", number)).collect(
			Collectors.toList()), TestPictures.names(frames));
		for (final String frame : TestPictures.names(frames)) {
			final ImagePlus image = IJ.openImage(frames.resolve(frame).toString());
			assertNotNull(image, frame);
			assertEquals(96, image.getWidth());
		}
	}

	private byte[] contentNow() throws IOException {
		return Files.readAllBytes(folder.resolve("in/p3.png"));
	}
}
