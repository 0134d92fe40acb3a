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

package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;


import org.junit.jupiter.api.Test;

/** Where the command redraws its content, and from what. */
class ContentInputsTest extends CommandTest {

	private static final int WIDTH = 64;
	private static final int HEIGHT = 48;

	private final ImagePlus content = colours("cat", WIDTH, HEIGHT, 3);
	private final ImagePlus style = colours("paint", 40, 56, 9);

	@Test
	void outsideOfASelectionTheContentStaysBitForBit() throws Exception {
		content.setRoi(new Roi(8, 6, 30, 20));
		assertRedrawnWithin(8, 6, 30, 20, Map.of());
	}

	@Test
	void outsideOfAMaskTheContentStaysBitForBit() throws Exception {
		assertRedrawnWithin(20, 10, 16, 30, Map.of("mask", rectangle(20, 10, 16, 30, 255)));
	}

	@Test
	void selectionAndMaskBothLimit() throws Exception {
		content.setRoi(new Roi(0, 0, 30, HEIGHT));
		assertRedrawnWithin(20, 10, 10, 30, Map.of("mask", rectangle(20, 10, 16, 30, 255)));
	}

	@Test
	void backgroundOfLabelsStaysBitForBit() throws Exception {
		assertRedrawnWithin(5, 5, 20, 30, Map.of("labels", rectangle(5, 5, 20, 30, 1)));
	}

	@Test
	void eachLabelHasAStyleOfItsOwn() throws Exception {
		final ImagePlus labels = rectangle(0, 0, 20, HEIGHT, 1);
		final ImageProcessor pixels = labels.getProcessor();
		pixels.setRoi(40, 0, 24, HEIGHT);
		pixels.setValue(2);
		pixels.fill();
		final ImagePlus[] other = { colours("other paint", 50, 50, 17) };
		final int[] both = pixels(Map.of("labels", labels, "moreStyles", other));
		final int[] before = (int[]) content.getProcessor().getPixels();
		assertEquals(before[30], both[30]);
		assertFalse(Arrays.equals(both, pixels(Map.of("labels", labels, "moreStyles", new ImagePlus[] { style }))));
	}

	@Test
	void selectionOnTheStyleLimitsWhatIsTakenFromIt() throws Exception {
		final int[] whole = pixels(Map.of());
		style.setRoi(new Roi(0, 0, 10, 10));
		assertFalse(Arrays.equals(whole, pixels(Map.of())));
	}

	@Test
	void startImageIsStartedFrom() throws Exception {
		final int[] fromContent = pixels(Map.of());
		assertArrayEquals(fromContent, pixels(Map.of("startImage", colours("again", WIDTH, HEIGHT, 3))));
		assertFalse(Arrays.equals(fromContent, pixels(Map.of("startImage", style))));
	}

	@Test
	void softEdgeOfNothingIsTold() throws Exception {
		final String sentence = "The soft edge has no effect, as there is no selection, mask or label image.";
		pixels(Map.of("softEdge", 3.0));
		assertTrue(log().contains(sentence));
		content.setRoi(new Roi(8, 6, 30, 20));
		assertEquals(1, log().stream().filter(sentence::equals).count());
		pixels(Map.of("softEdge", 3.0));
		assertEquals(1, log().stream().filter(sentence::equals).count());
	}

	@Test
	void originalsKeepTheirPixelsAndSelections() throws Exception {
		content.setRoi(new Roi(8, 6, 30, 20));
		style.setRoi(new Roi(0, 0, 10, 10));
		pixels(Map.of());
		assertArrayEquals((int[]) colours("", WIDTH, HEIGHT, 3).getProcessor().getPixels(), (int[]) content.getProcessor()
			.getPixels());
		assertEquals(new Roi(8, 6, 30, 20), content.getRoi());
		assertEquals(new Roi(0, 0, 10, 10), style.getRoi());
	}

	@Test
	void whatDoesNotFitIsRefused() throws Exception {
		assertRefused("A mask or label image of 9x9 pixels does not fit the content image of 64x48 pixels: use one of the " +
			"same width and height.", NeuralStyleTransfer.class, inputs(Map.of("mask", new ImagePlus("m", new ByteProcessor(9,
			9)))));
		assertRefused("The selection, mask, labels or opaque part of the content image has no pixels: make one that has " +
			"some.", NeuralStyleTransfer.class, inputs(Map.of("mask", rectangle(0, 0, 0, 0, 0))));
		assertRefused("The label image region has the label 2, but there is 1 style: give one style for each label",
			NeuralStyleTransfer.class, inputs(Map.of("labels", rectangle(0, 0, 9, 9, 2))));
		assertRefused("There are labels, each of which has a style of its own, and shares to blend styles",
			NeuralStyleTransfer.class, inputs(Map.of("labels", rectangle(0, 0, 9, 9, 1), "styleBlend", "1")));
		assertRefused("There is a start image, but the start is from noise", NeuralStyleTransfer.class, inputs(Map.of(
			"startImage", style, "start", "noise")));
	}

	// -- Helper methods --

	private void assertRedrawnWithin(final int left, final int top, final int width, final int height,
		final Map<String, Object> more) throws Exception
	{
		final int[] result = pixels(more);
		final int[] before = (int[]) content.getProcessor().getPixels();
		int changed = 0;
		for (int i = 0; i < result.length; i++) {
			final int x = i % WIDTH;
			final int y = i / WIDTH;
			final boolean isInside = x >= left && x < left + width && y >= top && y < top + height;
			if (isInside) changed += result[i] == (before[i] | 0xff000000) ? 0 : 1;
			else assertEquals(before[i] | 0xff000000, result[i]);
		}
		assertFalse(changed < width * height / 2);
	}

	private int[] pixels(final Map<String, Object> more) throws Exception {
		final ImagePlus result = (ImagePlus) run(NeuralStyleTransfer.class, inputs(more)).getOutput("result");
		return (int[]) result.getProcessor().getPixels();
	}

	private Map<String, Object> inputs(final Map<String, Object> more) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "style", style, "size", 0, "iterations",
			1, "pyramid", 1));
		inputs.putAll(more);
		return inputs;
	}

	private static ImagePlus rectangle(final int left, final int top, final int width, final int height, final int value) {
		final ByteProcessor pixels = new ByteProcessor(WIDTH, HEIGHT);
		pixels.setRoi(left, top, width, height);
		pixels.setValue(value);
		if (width > 0) pixels.fill();
		return new ImagePlus("region", pixels);
	}
}
