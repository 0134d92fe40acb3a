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

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.picture.AlphaChannel;

/** Which pixels of an image are meant: by a selection on it, or by an image that is a mask of it or has its labels. */
public final class Regions {

	private static final int WHITE = 255;

	private Regions() {
		// NB: Not instantiable.
	}

	/** Whether pixels are selected. */
	public static boolean hasArea(final ImagePlus image) {
		return image.getRoi() != null && image.getRoi().isArea();
	}

	/** Returns the pixels that are selected; nothing if no area is. */
	public static Optional<WeightMap> selection(final ImagePlus image) {
		if (!hasArea(image)) return Optional.empty();
		final Roi selection = image.getRoi();
		final ByteProcessor pixels = new ByteProcessor(image.getWidth(), image.getHeight());
		pixels.setValue(WHITE);
		pixels.setRoi(selection);
		pixels.fill(selection.getMask());
		return Optional.of(weights(pixels, WHITE));
	}

	/**
	 * Returns what selections mean for a style transfer, in sentences for the user; empty if there are none.
	 *
	 * @param styles the styles' images
	 */
	public static String note(final ImagePlus content, final List<ImagePlus> styles) {
		final List<String> sentences = new ArrayList<>();
		if (hasNoArea(content)) sentences.add("The selection of " + content.getTitle() + " has no area and does not count.");
		if (hasArea(content)) sentences.add("The style goes only into the selection of " + content.getTitle() +
			".");
		styles.stream().filter(Regions::hasArea).forEach(style -> sentences.add("Of " + style.getTitle() +
			" only the selection counts."));
		styles.stream().filter(Regions::hasNoArea).forEach(style -> sentences.add("The selection of " + style.getTitle() +
			" has no area and does not count."));
		return String.join(" ", sentences);
	}

	/**
	 * Returns how much each pixel of a mask counts: as much as it is bright, as ImageJ shows it, so that white counts
	 * fully. Of a mask that has no other values than 0 and 1, 1 counts fully.
	 *
	 * @throws StyleTransferException if no pixel is finite
	 */
	public static WeightMap mask(final ImagePlus mask) {
		final WeightMap bright = isOfZerosAndOnes(mask.getProcessor()) ? weights(mask.getProcessor(), 1) : brightness(mask);
		return AlphaChannel.of(mask).map(alpha -> bright.times(alpha.weights())).orElse(bright);
	}

	/**
	 * Returns the pixels of each label: of 1, of 2, and so on; 0 is the background.
	 *
	 * @param count how many labels there may be
	 * @return as many maps as the count, some of which may have no pixel
	 * @throws StyleTransferException if the image has other labels, or is not grey; says why
	 */
	public static List<WeightMap> labels(final ImagePlus labels, final int count) {
		final ImageProcessor pixels = labels.getProcessor();
		if (pixels instanceof ColorProcessor) {
			throw new StyleTransferException("The label image " + labels.getTitle() +
				" has colours: use a grey one of 8, 16 or 32 bits, whose values are the labels' numbers.");
		}
		final ImageSize size = new ImageSize(pixels.getWidth(), pixels.getHeight());
		final List<float[]> regions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			regions.add(new float[Math.toIntExact(size.pixels())]);
		}
		for (int i = 0; i < size.pixels(); i++) {
			final float label = pixels.getf(i);
			if (label == 0) continue;
			if (!(label > 0) || label != Math.rint(label)) {
				throw new StyleTransferException("The label image " + labels.getTitle() + " has the value " + label +
					": give labels whole numbers, 1 for the first style, and 0 to the background.");
			}
			if (label > count) {
				throw new StyleTransferException("The label image " + labels.getTitle() + " has the label " + (long) label +
					", but there " + (count == 1 ? "is 1 style" : "are " + count + " styles") +
					": give one style for each label, in their order.");
			}
			regions.get((int) label - 1)[i] = 1;
		}
		final List<WeightMap> maps = new ArrayList<>();
		regions.forEach(region -> maps.add(WeightMap.of(size, region)));
		return maps;
	}

	// -- Helper methods --

	/** Whether what is selected are lines or points. */
	private static boolean hasNoArea(final ImagePlus image) {
		return image.getRoi() != null && !hasArea(image);
	}

	private static WeightMap brightness(final ImagePlus mask) {
		final ImageProcessor pixels = mask.getProcessor();
		final boolean isGrey = GreyValues.areIn(mask) && !pixels.isColorLut();
		// NB: ImageJ shows some of the largest grey values of deep images a little darker than white.
		final WeightMap bright = WeightMap.of(isGrey ? new GreyValues(mask).pixels() : VggImage.of(DisplayedPixels.of(mask))
			.toLuminance(), WHITE);
		return isGrey && pixels.isInvertedLut() ? bright.inverse() : bright;
	}

	private static boolean isOfZerosAndOnes(final ImageProcessor pixels) {
		return (pixels instanceof ByteProcessor || pixels instanceof ShortProcessor) && pixels.getStats().max == 1;
	}

	private static WeightMap weights(final ImageProcessor pixels, final double full) {
		final ImageSize size = new ImageSize(pixels.getWidth(), pixels.getHeight());
		final float[] weights = new float[Math.toIntExact(size.pixels())];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (float) (pixels.getf(i) / full);
		}
		return WeightMap.of(size, weights);
	}
}
