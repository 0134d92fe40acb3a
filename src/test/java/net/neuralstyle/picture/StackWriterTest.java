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

package net.neuralstyle.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks in one file, or in a folder of files. */
class StackWriterTest {

	@TempDir
	private Path folder;

	@Test
	void tiffHasAllThatImageJKnowsOfAStack() {
		final ImagePlus stack = stack(6);
		stack.setDimensions(1, 2, 3);
		stack.setOpenAsHyperStack(true);
		stack.getCalibration().frameInterval = 5;
		stack.getCalibration().setUnit("micron");
		stack.getCalibration().pixelWidth = 0.5;
		stack.setProperty("Info", "how");
		write("s.tif", stack);
		final ImagePlus read = IJ.openImage(folder.resolve("s.tif").toString());
		assertEquals(2, read.getNSlices());
		assertEquals(3, read.getNFrames());
		assertEquals(5, read.getCalibration().frameInterval);
		assertEquals(0.5, read.getCalibration().pixelWidth);
		assertEquals("how", read.getProperty("Info"));
		assertEquals("label 4", read.getStack().getSliceLabel(4));
		for (int slice = 1; slice <= 6; slice++) {
			assertArrayEquals((int[]) stack.getStack().getPixels(slice), (int[]) read.getStack().getPixels(slice));
		}
	}

	@Test
	void virtualStackIsWrittenAsTiff() throws IOException {
		final Path source = Files.createDirectory(folder.resolve("source"));
		try (FrameFolder frames = new FrameFolder(source, List.of("a", "b", "c"), 100)) {
			for (int index = 0; index < 3; index++) {
				frames.write(index, frame(index + 1));
			}
		}
		final ImagePlus series = SeriesReader.read(source).orElseThrow().image();
		write("s.tif", series);
		assertArrayEquals((int[]) frame(2).getProcessor().getPixels(), (int[]) IJ.openImage(folder.resolve("s.tif")
			.toString()).getStack().getPixels(2));
	}

	@Test
	void virtualStackOfOneSliceIsWrittenAsTiff() throws IOException {
		final Path source = Files.createDirectory(folder.resolve("source"));
		try (FrameFolder frames = new FrameFolder(source, List.of("a"), 100)) {
			frames.write(0, frame(1));
		}
		write("s.tif", SeriesReader.read(source).orElseThrow().image());
		assertArrayEquals((int[]) frame(1).getProcessor().getPixels(), (int[]) IJ.openImage(folder.resolve("s.tif")
			.toString()).getProcessor().getPixels());
	}

	@Test
	void movieIsThereAsAWholeOrNotAtAll() throws IOException {
		final Path file = Files.writeString(folder.resolve("m.avi"), "old");
		new PictureWriter(file).close();
		assertEquals("old", Files.readString(file));
		write("m.avi", stack(3));
		assertEquals(3, SeriesReader.read(file).orElseThrow().image().getStackSize());
		assertEquals(List.of("m.avi"), names(folder));
	}

	@Test
	void movieThatFailsLeavesTheOldOne() throws IOException {
		final Path file = Files.writeString(folder.resolve("m.avi"), "old");
		final ImagePlus broken = new ImagePlus("broken", new BrokenStack());
		try (PictureWriter writer = new PictureWriter(file)) {
			final String message = assertThrows(StyleTransferException.class, () -> writer.write(broken)).getMessage();
			assertTrue(message.startsWith("The picture cannot be written to " + file), message);
		}
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("m.avi"), names(folder));
	}

	@Test
	void deepMovieSaysThatItHas8Bits() {
		final ImagePlus deep = new ImagePlus("deep", new ByteProcessor(8, 6).convertToShort(false));
		assertEquals(List.of("m.avi has 8 bits of the result's 16, as they are shown: end its name in .tif to keep all of " +
			"them."), write("m.avi", deep));
	}

	@Test
	void framesThatAreWrittenStayWhereALaterOneCannotBe() throws IOException {
		final Path full = folder.resolve("full");
		try (FrameFolder frames = new FrameFolder(full, List.of("a", "b"), 100)) {
			frames.write(0, frame(1));
			Files.createDirectory(full.resolve("b.tif"));
			final String message = assertThrows(StyleTransferException.class, () -> frames.write(1, frame(2))).getMessage();
			assertEquals("The output " + full.resolve("b.tif") + " is a folder: give the name of a file.", message);
			assertTrue(frames.isWritten(0));
			assertFalse(frames.isWritten(1));
		}
		assertTrue(Files.exists(full.resolve("a.tif")));
	}

	@Test
	void diskThatHasNoRoomForAllFramesIsRefusedBefore() {
		final Path output = folder.resolve("frames");
		final String message = assertThrows(StyleTransferException.class, () -> new FrameFolder(output, List.of("a", "b"),
			1L << 60)).getMessage();
		assertTrue(message.matches("The 2 frames take about [0-9]+ MB, and the disk of the folder .* has [0-9]+ MB left: .*"),
			message);
		assertFalse(Files.exists(output));
	}

	@Test
	void folderThatTakesNoFilesIsRefused() {
		final Path kernels = Path.of("/proc/self");
		assumeTrue(Files.isDirectory(kernels), "Not on Linux");
		final String message = assertThrows(StyleTransferException.class, () -> new FrameFolder(kernels, List.of("a"), 0))
			.getMessage();
		assertTrue(message.startsWith("The picture cannot be written to /proc/"), message);
	}

	@Test
	void temporaryFoldersOfRunsThatWereKilledAreDeletedAndOthersAreNot() throws IOException {
		final Path left = Files.createDirectory(folder.resolve(TemporaryFile.PREFIX + "left.frames"));
		Files.writeString(left.resolve("a.tif"), "pixels");
		try (TemporaryFolder first = new TemporaryFolder(folder.resolve("m.avi"))) {
			assertFalse(Files.exists(left));
			Files.writeString(first.path().resolve("a.tif"), "pixels");
			new TemporaryFolder(folder.resolve("n.avi")).close();
			assertTrue(Files.exists(first.path().resolve("a.tif")));
		}
		assertEquals(List.of(), names(folder));
	}

	@Test
	void temporaryFolderIsKeptUnderANameThatIsFree() throws IOException {
		Files.createDirectory(folder.resolve("m-frames"));
		try (TemporaryFolder frames = new TemporaryFolder(folder.resolve("m.avi"))) {
			Files.writeString(frames.path().resolve("a.tif"), "pixels");
			assertEquals(folder.resolve("m-frames-2"), frames.keepAs("m-frames").orElseThrow());
		}
		assertEquals(List.of("a.tif"), names(folder.resolve("m-frames-2")));
		assertEquals(List.of("m-frames", "m-frames-2"), names(folder));
	}

	@Test
	void temporaryFolderThatIsEmptyIsNotKept() throws IOException {
		try (TemporaryFolder frames = new TemporaryFolder(folder.resolve("m.avi"))) {
			assertTrue(frames.keepAs("m-frames").isEmpty());
		}
		assertEquals(List.of(), names(folder));
	}

	@Test
	void folderIsClearedOfWhatKilledRunsHaveLeftAndOfNothingElse() throws IOException {
		Files.writeString(Files.createDirectory(folder.resolve(TemporaryFile.PREFIX + "left.frames")).resolve("a.tif"),
			"pixels");
		Files.writeString(folder.resolve(TemporaryFile.PREFIX + "left.part"), "pixels");
		Files.writeString(folder.resolve("a.tif"), "pixels");
		try (PictureWriter writer = new PictureWriter(folder.resolve("b.tif"))) {
			TemporaryFolder.clear(folder);
			assertEquals(2, names(folder).size());
			writer.write(frame(1));
		}
		assertEquals(List.of("a.tif", "b.tif"), names(folder));
	}

	// -- Helper methods --

	private List<String> write(final String name, final ImagePlus image) {
		try (PictureWriter writer = new PictureWriter(folder.resolve(name))) {
			return writer.write(image);
		}
	}

	private static ImagePlus stack(final int count) {
		return new ImagePlus("s", SeriesReaderTest.stack(count));
	}

	private static ImagePlus frame(final int number) {
		return new ImagePlus("", SeriesReaderTest.stack(number).getProcessor(number));
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	/** A stack whose second slice cannot be read. */
	private static final class BrokenStack extends VirtualStack {

		private BrokenStack() {
			super(8, 6, 2, "RGB");
		}

		@Override
		public ImageProcessor getProcessor(final int index) {
			if (index == 2) throw new IllegalStateException("It is gone.");
			return new ColorProcessor(8, 6);
		}
	}
}
