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

package net.neuralstyle.imagej.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.picture.FrameFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames are read and written one by one: memory does not grow with their number. */
class FrameMemoryTest {

	private static final int COUNT = 300;
	private static final int WIDTH = 160;
	private static final int HEIGHT = 120;

	@TempDir
	private Path folder;

	@Test
	void memoryIsFlatOver300Frames() throws InterruptedException {
		final ImagePlus content = new ImagePlus("content", new Made());
		final DisplayedFrames frames = new DisplayedFrames(content);
		final ImageProcessor like = new ColorProcessor(WIDTH, HEIGHT);
		try (FrameStore store = new FolderFrames(new FrameFolder(folder, IntStream.range(0, COUNT).mapToObj(index -> "f" +
			index).collect(Collectors.toList()), 3 * WIDTH * HEIGHT), like, Collections.nCopies(COUNT, null)))
		{
			final ImagePlus result = new ImagePlus("result", store.stack());
			long before = 0;
			for (int index = 0; index < COUNT; index++) {
				if (index == 20) before = used();
				final ImageProcessor pixels = frames.image(index).getProcessor();
				store.draft(index + 1, pixels);
				store.keep(index + 1, new ImagePlus("", pixels));
				result.setSlice(index + 1);
			}
			final long grown = used() - before;
			assertTrue(grown < 40L * 4 * WIDTH * HEIGHT, grown / 1e6 + " MB, and all frames have " + COUNT * 4 * WIDTH * HEIGHT /
				1e6);
			assertEquals(77, result.getStack().getProcessor(78).getPixel(3, 3, null)[2]);
		}
	}

	private static long used() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(20);
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** Frames of different colours, made when they are asked for. */
	private static final class Made extends VirtualStack {

		private Made() {
			super(WIDTH, HEIGHT, COUNT, "RGB");
		}

		@Override
		public ImageProcessor getProcessor(final int index) {
			final ColorProcessor pixels = new ColorProcessor(WIDTH, HEIGHT);
			pixels.setValue(0xff000000 | (index - 1) % 256);
			pixels.fill();
			return pixels;
		}
	}
}
