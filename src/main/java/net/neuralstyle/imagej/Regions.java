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

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.picture.AlphaChannel;

/** Which pixels of an image are meant: by a selection on it, or by an image that is a mask of it or has its labels. */
final class Regions {

	private static final int WHITE = 255;

	private Regions() {
		// NB: Not instantiable.
	}

	/** Returns the pixels that are selected; nothing if no area is. */
	static Optional<WeightMap> selection(final ImagePlus image) {
		final Roi selection = image.getRoi();
		if (selection == null || !selection.isArea()) return Optional.empty();
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
	static String note(final ImagePlus content, final List<ImagePlus> styles) {
		final List<String> sentences = new ArrayList<>();
		if (selection(content).isPresent()) sentences.add("The style goes only into the selection of " + content.getTitle() +
			".");
		styles.stream().filter(style -> selection(style).isPresent()).forEach(style -> sentences.add("Of " + style.getTitle() +
			" only the selection counts."));
		return String.join(" ", sentences);
	}

	/**
	 * Returns how much each pixel of a mask counts: as much as it is bright, white of a mask of 8 bits fully. Of other
	 * masks, and those that have only 0 and 1, the largest value counts fully. Lookup tables and display ranges are of no
	 * account, since ImageJ shows masks inverted, too. What is transparent does not count.
	 */
	static WeightMap mask(final ImagePlus mask) {
		final ImageProcessor pixels = grey(mask);
		final double largest = pixels.getStats().max;
		final boolean isOfBytes = pixels instanceof ByteProcessor && largest > 1;
		final WeightMap bright = weights(pixels, isOfBytes ? WHITE : largest > 0 ? largest : 1);
		return AlphaChannel.of(mask).map(alpha -> bright.times(alpha.weights())).orElse(bright);
	}

	/**
	 * Returns the pixels of each label: of 1, of 2, and so on; 0 is the background.
	 *
	 * @param count how many labels there may be
	 * @return as many maps as the count, some of which may have no pixel
	 * @throws StyleTransferException if the image has other labels, or is not grey; says why
	 */
	static List<WeightMap> labels(final ImagePlus labels, final int count) {
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
					": labels are whole numbers, and 0 is the background.");
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

	private static ImageProcessor grey(final ImagePlus mask) {
		final ImageProcessor pixels = mask.getProcessor();
		return pixels instanceof ColorProcessor ? pixels.convertToByteProcessor(false) : pixels;
	}

	private static WeightMap weights(final ImageProcessor pixels, final double full) {
		final ImageSize size = new ImageSize(pixels.getWidth(), pixels.getHeight());
		final float[] weights = new float[Math.toIntExact(size.pixels())];
		for (int i = 0; i < weights.length; i++) {
			final double weight = pixels.getf(i) / full;
			// NB: So that NaN does not count.
			weights[i] = weight > 0 ? (float) Math.min(1, weight) : 0;
		}
		return WeightMap.of(size, weights);
	}
}
