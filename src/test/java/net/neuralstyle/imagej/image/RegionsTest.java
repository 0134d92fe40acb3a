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

package net.neuralstyle.imagej.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.picture.PictureReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionsTest {

	private final ImagePlus image = new ImagePlus("cells", new ByteProcessor(4, 2));

	// -- Selections --

	@Test
	void rectangleIsWhatItCovers() {
		image.setRoi(new Roi(1, 0, 2, 1));
		assertArrayEquals(new float[] { 0, 1, 1, 0, 0, 0, 0, 0 }, weights(Regions.selection(image).orElseThrow()));
	}

	@Test
	void selectionBeyondTheBorderIsCutOff() {
		image.setRoi(new Roi(-5, 1, 7, 9));
		assertArrayEquals(new float[] { 0, 0, 0, 0, 1, 1, 0, 0 }, weights(Regions.selection(image).orElseThrow()));
	}

	@Test
	void ovalIsItsMask() {
		final ImagePlus large = new ImagePlus("large", new ByteProcessor(40, 30));
		large.setRoi(new OvalRoi(5, 5, 20, 20));
		final WeightMap oval = Regions.selection(large).orElseThrow();
		assertEquals(large.getStatistics().pixelCount, oval.sum(1));
		assertEquals(0, oval.weight(5, 5));
		assertEquals(1, oval.weight(15, 15));
	}

	@Test
	void lineIsNoSelectionOfPixels() {
		image.setRoi(new Line(0, 0, 3, 1));
		assertTrue(Regions.selection(image).isEmpty());
		image.deleteRoi();
		assertTrue(Regions.selection(image).isEmpty());
	}

	@Test
	void selectingLeavesThePixelsAlone() {
		image.setRoi(new Roi(1, 0, 2, 1));
		Regions.selection(image);
		assertArrayEquals(new byte[8], (byte[]) image.getProcessor().getPixels());
	}

	@Test
	void userIsToldOfSelections() {
		final ImagePlus style = new ImagePlus("paint", new ByteProcessor(4, 4));
		assertEquals("", Regions.note(image, List.of(style)));
		image.setRoi(new Roi(1, 0, 2, 1));
		style.setRoi(new Roi(1, 0, 2, 1));
		assertEquals("The style goes only into the selection of cells. Of paint only the selection counts.", Regions.note(
			image, List.of(style)));
		image.setRoi(new Line(0, 0, 3, 1));
		style.deleteRoi();
		assertEquals("The selection of cells has no area and does not count.", Regions.note(image, List.of(style)));
	}

	// -- Masks --

	@Test
	void whatIsTransparentOfAMaskDoesNotCount(@TempDir final Path folder) throws IOException {
		final BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
		picture.setRGB(0, 0, 0xffffffff);
		picture.setRGB(1, 0, 0x00ffffff);
		final Path file = folder.resolve("mask.png");
		ImageIO.write(picture, "png", file.toFile());
		assertArrayEquals(new float[] { 1, 0 }, Regions.mask(PictureReader.read(file, 0).image()).reduced(1));
	}

	@Test
	void maskCountsAsBrightAsItIsShown() {
		final ImagePlus mask = new ImagePlus("mask", new ByteProcessor(3, 1, new byte[] { 0, 51, (byte) 255 }));
		assertArrayEquals(new float[] { 0, 0.2f, 1 }, weights(Regions.mask(mask)), 1e-6f);
		final ImageProcessor inverted = mask.getProcessor().duplicate();
		inverted.invertLut();
		assertArrayEquals(new float[] { 1, 0.8f, 0 }, weights(Regions.mask(new ImagePlus("", inverted))), 1e-6f);
	}

	@Test
	void maskOfZerosAndOnesCountsFully() {
		assertArrayEquals(new float[] { 0, 1 }, weights(Regions.mask(new ImagePlus("", new ByteProcessor(2, 1, new byte[] { 0,
			1 })))));
	}

	@Test
	void deepMaskCountsByItsDisplayRange() {
		final ImagePlus mask = new ImagePlus("", new ShortProcessor(4, 1, new short[] { 100, 200, 300, 700 }, null));
		mask.setDisplayRange(200, 300);
		assertArrayEquals(new float[] { 0, 0, 1, 1 }, weights(Regions.mask(mask)), 1e-6f);
		final ImagePlus floats = new ImagePlus("", new FloatProcessor(3, 1, new float[] { -1, Float.NaN, 0.5f }));
		floats.setDisplayRange(0, 0.5);
		assertArrayEquals(new float[] { 0, 0, 1 }, weights(Regions.mask(floats)), 1e-6f);
	}

	@Test
	void colouredMaskCountsAsBrightAsItIs() {
		assertArrayEquals(new float[] { 0, 1 }, weights(Regions.mask(new ImagePlus("", new ColorProcessor(2, 1, new int[] { 0,
			0xffffff })))));
	}

	@Test
	void blackMaskIsOfZeros() {
		assertTrue(Regions.mask(new ImagePlus("", new ByteProcessor(2, 1))).isZeros());
	}

	// -- Labels --

	@Test
	void eachLabelHasARegionOfItsOwn() {
		final List<WeightMap> regions = Regions.labels(new ImagePlus("", new ShortProcessor(4, 1, new short[] { 0, 1, 3, 1 },
			null)), 3);
		assertEquals(3, regions.size());
		assertArrayEquals(new float[] { 0, 1, 0, 1 }, weights(regions.get(0)));
		assertTrue(regions.get(1).isZeros());
		assertArrayEquals(new float[] { 0, 0, 1, 0 }, weights(regions.get(2)));
	}

	@Test
	void labelsThatCannotBeAreRefused() {
		assertRefused("The label image nuclei has the label 7, but there are 2 styles: give one style for each label, in " +
			"their order.", new ImagePlus("nuclei", new ByteProcessor(1, 1, new byte[] { 7 })));
		assertRefused("The label image nuclei has the value 1.5: give labels whole numbers, 1 for the first style, and 0 " +
			"to the background.", new ImagePlus("nuclei", new FloatProcessor(1, 1, new float[] { 1.5f })));
		assertRefused("The label image nuclei has the value NaN: give labels whole numbers, 1 for the first style, and 0 " +
			"to the background.", new ImagePlus("nuclei", new FloatProcessor(1, 1, new float[] { Float.NaN })));
		assertRefused(
			"The label image nuclei has colours: use a grey one of 8, 16 or 32 bits, whose values are the labels' numbers.",
			new ImagePlus("nuclei", new ColorProcessor(1, 1)));
	}

	// -- Helper methods --

	private static float[] weights(final WeightMap map) {
		return map.reduced(1);
	}

	private static void assertRefused(final String message, final ImagePlus labels) {
		assertEquals(message, assertThrows(StyleTransferException.class, () -> Regions.labels(labels, 2)).getMessage());
	}
}
