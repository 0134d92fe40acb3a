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

package net.neuralstyle.imagej.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.TestPictures;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.Regions;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The styles that the inputs say. */
class StyleImagesTest {

	private static final int SIDE = 40;

	private final ImagePlus red = colour("red", Color.RED);
	private final ImagePlus blue = colour("blue", Color.BLUE);

	@Test
	void everyImageIsAStyleInTheirOrder() {
		final StyleImages images = new StyleImages(red, new ImagePlus[] { blue, colour("green", Color.GREEN) }, null, "");
		assertEquals(List.of("red", "blue", "green"), names(images));
		assertEquals("in the styles of red, blue, green", images.inWords());
	}

	@Test
	void oneImageIsOneStyle() {
		final StyleImages images = new StyleImages(red, null, null, null);
		assertEquals(List.of("red"), names(images));
		assertEquals("in the style of red", images.inWords());
	}

	@Test
	void everySliceOfAStackIsAStyleAndTheStackStaysAsItIs() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (final Color colour : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
			stack.addSlice(colour("", colour).getProcessor());
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setSlice(2);
		final StyleImages images = new StyleImages(image, new ImagePlus[] { red }, null, "1,2,3,4");
		assertEquals(List.of("stack, slice 1", "stack, slice 2", "stack, slice 3", "red"), names(images));
		assertEquals("in the styles of stack, red", images.inWords());
		assertEquals(List.of(0xff0000, 0x00ff00, 0x0000ff, 0xff0000), colours(images));
		assertEquals(2, image.getCurrentSlice());
	}

	@Test
	void selectionOnAStackCountsForEachOfItsSlices() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		stack.addSlice(red.getProcessor());
		stack.addSlice(blue.getProcessor());
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setRoi(0, 0, SIDE / 2, SIDE);
		for (final ImagePlus picture : new StyleImages(image, null, null, "").pictures()) {
			assertEquals(image.getRoi().getBounds(), picture.getRoi().getBounds());
		}
	}

	@Test
	void greySlicesAreReadAsTheyAreDisplayed() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (final int value : new int[] { 1000, 3000 }) {
			final ShortProcessor slice = new ShortProcessor(SIDE, SIDE);
			slice.set(value);
			stack.addSlice(slice);
		}
		final ImagePlus image = new ImagePlus("grey", stack);
		image.setDisplayRange(1000, 3000);
		assertEquals(List.of(0x000000, 0xffffff), colours(new StyleImages(image, null, null, "")));
		image.setLut(LUT.createLutFromColor(Color.RED).createInvertedLut());
		image.setDisplayRange(1000, 3000);
		assertEquals(List.of(0xff0000, 0x000000), colours(new StyleImages(image, null, null, "")));
	}

	@Test
	void eightBitSlicesHaveTheDisplayRange() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (final int value : new int[] { 100, 150 }) {
			final ByteProcessor slice = new ByteProcessor(SIDE, SIDE);
			slice.set(value);
			stack.addSlice(slice);
		}
		final ImagePlus image = new ImagePlus("grey", stack);
		image.setDisplayRange(100, 150);
		assertEquals(List.of(0x000000, 0xffffff), colours(new StyleImages(image, null, null, "")));
	}

	@Test
	void channelsOfACompositeAreItsColoursAndItsFramesAreStyles() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (final int value : new int[] { 255, 0, 0, 255 }) {
			final ByteProcessor slice = new ByteProcessor(SIDE, SIDE);
			slice.set(value);
			stack.addSlice(slice);
		}
		final ImagePlus channels = new ImagePlus("cells", stack);
		channels.setDimensions(2, 1, 2);
		final CompositeImage image = new CompositeImage(channels, CompositeImage.COMPOSITE);
		final StyleImages images = new StyleImages(image, null, null, "");
		assertEquals(List.of("cells, slice 1", "cells, slice 2"), names(images));
		assertEquals(List.of(0xff0000, 0x00ff00), colours(images));
	}

	@Test
	void sharesAreTheStylesWeights() {
		assertEquals(List.of(2.0, 0.5), new StyleImages(red, new ImagePlus[] { blue }, null, " 2 ,0.5").shares());
		assertEquals(List.of(1.0, 1.0), new StyleImages(red, new ImagePlus[] { blue }, null, " ").shares());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"2      | Style blend has 1 number for 2 styles: give one for each with commas between them, as in 2,1, or none " +
			"for the same share of each.", //
		"2,1,1  | Style blend has 3 numbers for 2 styles: give one for each with commas between them, as in 2,1, or none " +
			"for the same share of each.", //
		"2,     | The shares of a style blend must be positive numbers with commas between them, as in 2,1, not \"\".", //
		"2,-1   | The shares of a style blend must be positive numbers with commas between them, as in 2,1, not \"-1\".", //
		"0,1    | The shares of a style blend must be positive numbers with commas between them, as in 2,1, not \"0\".", //
		"NaN,1  | The shares of a style blend must be positive numbers with commas between them, as in 2,1, not \"NaN\".", //
		"1,half | The shares of a style blend must be positive numbers with commas between them, as in 2,1, not \"half\"." })
	void sharesThatDoNotFitAreRefused(final String blend, final String sentence) {
		assertEquals(sentence, refusal(red, blend, blue));
	}

	@Test
	void missingImageIsRefused() {
		assertTrue(refusal(null, "").startsWith("There is no style image: "));
		assertTrue(refusal(red, "", new ImagePlus()).startsWith("There is no style image: "));
	}

	@Test
	void masksLimitTheStylesInTheirOrder() {
		final ImagePlus left = new ImagePlus("left", new ByteProcessor(red.getWidth(), red.getHeight()));
		left.getProcessor().set(3, 3, 255);
		final StyleImages images = new StyleImages(red, new ImagePlus[] { blue }, new ImagePlus[] { left }, "");
		final StyleTransferJob job = StyleTransferJob.of(DisplayedPixels.of(blue));
		final List<Provenance.Picture> styles = new StyleTransfer(new BundledWeights(), Recipe.builder().set(Settings.SIZE,
			32).set(Settings.ITERATIONS, 1).build()).run(job, images.styles(), new StyleTransferListener() {}).provenance()
			.styles();
		assertEquals(List.of(Regions.mask(left).checksum()), styles.get(0).regions());
		assertEquals(List.of(), styles.get(1).regions());
	}

	@Test
	void moreMasksThanStylesAreRefused() {
		assertEquals("There are 2 style masks for 1 style: give at most one for each.", assertThrows(
			StyleTransferException.class, () -> new StyleImages(red, null, new ImagePlus[] { red, red }, "")).getMessage());
	}

	// -- Helper methods --

	private static String refusal(final ImagePlus first, final String blend, final ImagePlus... others) {
		return assertThrows(StyleTransferException.class, () -> new StyleImages(first, others, null, blend)).getMessage();
	}

	private static ImagePlus colour(final String title, final Color colour) {
		final ColorProcessor pixels = new ColorProcessor(SIDE, SIDE);
		pixels.setColor(colour);
		pixels.fill();
		return new ImagePlus(title, pixels);
	}

	private static List<String> names(final StyleImages images) {
		return images.styles().stream().map(Style::name).collect(Collectors.toList());
	}

	private static List<Integer> colours(final StyleImages images) {
		return images.pictures().stream().map(picture -> first(DisplayedPixels.of(picture))).collect(Collectors.toList());
	}

	private static int first(final Img<ARGBType> picture) {
		return TestPictures.pixels(picture)[0] & 0xffffff;
	}
}
