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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;

/**
 * Floating-point pixels as they can be shown. Numbers that are not finite (NaN and
 * the infinities) make ImageJ's display range infinite too, and so everything
 * black; here what is finite decides the range, and only the rest is black.
 */
public final class FinitePixels {

	private FinitePixels() {
		// NB: Not instantiable.
	}

	/**
	 * Returns an image of which all that is shown is finite.
	 *
	 * @param image of any type; not modified
	 * @return the image itself if it is so already; else a copy of the slice, or of
	 *         the channels, on show. The display range is the image's own where
	 *         that is finite, else that of the finite pixels.
	 * @throws StyleTransferException if a slice or all channels on show have no
	 *           finite pixel at all
	 */
	public static ImagePlus of(final ImagePlus image) {
		if (image.getBitDepth() != 32 || countOthers(image) == 0 && isRange(image.getDisplayRangeMin(), image
			.getDisplayRangeMax())) return image;
		final ImagePlus copy = copyOfShown(image);
		boolean anyFinite = false;
		for (int channel = 1; channel <= copy.getStackSize(); channel++) {
			copy.setPosition(channel);
			final double[] range = finiteRange(copy.getStack().getProcessor(channel));
			anyFinite |= range != null;
			final double least = copy.getDisplayRangeMin();
			final double largest = copy.getDisplayRangeMax();
			final double[] shown = isRange(least, largest) ? new double[] { least, largest } : range;
			blacken(copy, channel, range == null ? new double[] { 0, 1 } : shown);
		}
		if (!anyFinite) {
			throw new StyleTransferException("The image " + image.getTitle() +
				" has no pixel with a finite value, only NaN or infinite ones: use another one.");
		}
		copy.setPosition(Math.min(image.getC(), copy.getStackSize()));
		return copy;
	}

	/** Returns a sentence for the log on how many pixels on show are not finite, if any. */
	public static Optional<String> note(final ImagePlus image) {
		final long others = image.getBitDepth() == 32 ? countOthers(image) : 0;
		return others == 0 ? Optional.empty() : Optional.of(image.getTitle() + " has " + others + (others == 1
			? " pixel that is NaN or infinite: it is" : " pixels that are NaN or infinite: they are") + " taken as black.");
	}

	// -- Helper methods --

	private static long countOthers(final ImagePlus image) {
		long count = 0;
		for (final ImageProcessor pixels : shown(image)) {
			for (final float value : (float[]) pixels.getPixels()) {
				if (!Float.isFinite(value)) count++;
			}
		}
		return count;
	}

	private static List<ImageProcessor> shown(final ImagePlus image) {
		if (!image.isComposite()) return List.of(image.getProcessor());
		final List<ImageProcessor> channels = new ArrayList<>();
		for (int channel = 1; channel <= image.getNChannels(); channel++) {
			channels.add(image.getStack().getProcessor(image.getStackIndex(channel, image.getZ(), image.getT())));
		}
		return channels;
	}

	private static ImagePlus copyOfShown(final ImagePlus image) {
		if (!image.isComposite()) {
			final ImageProcessor pixels = image.getProcessor().duplicate();
			pixels.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
			return new ImagePlus(image.getTitle(), pixels);
		}
		// NB: ImageJ's Duplicator would take what is selected only.
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		shown(image).forEach(channel -> stack.addSlice(channel.duplicate()));
		final ImagePlus channels = new ImagePlus(image.getTitle(), stack);
		channels.setDimensions(stack.size(), 1, 1);
		final CompositeImage copy = new CompositeImage(channels, ((CompositeImage) image).getMode());
		copy.copyLuts(image);
		System.arraycopy(((CompositeImage) image).getActiveChannels(), 0, copy.getActiveChannels(), 0, stack.size());
		return copy;
	}

	/** Returns the least and the largest finite value, or null if there is none. */
	private static double[] finiteRange(final ImageProcessor pixels) {
		double least = Double.POSITIVE_INFINITY;
		double largest = Double.NEGATIVE_INFINITY;
		for (final float value : (float[]) pixels.getPixels()) {
			if (Float.isFinite(value)) {
				least = Math.min(least, value);
				largest = Math.max(largest, value);
			}
		}
		return least > largest ? null : new double[] { least, largest };
	}

	private static void blacken(final ImagePlus image, final int channel, final double[] range) {
		final ImageProcessor pixels = image.isComposite() ? image.getStack().getProcessor(channel) : image.getProcessor();
		final float black = (float) (image.isInvertedLut() ? range[1] : range[0]);
		final float[] values = (float[]) pixels.getPixels();
		for (int i = 0; i < values.length; i++) {
			if (!Float.isFinite(values[i])) values[i] = black;
		}
		image.setDisplayRange(range[0], range[1]);
	}

	private static boolean isRange(final double least, final double largest) {
		return Double.isFinite(least) && Double.isFinite(largest) && Math.abs(least) < Float.MAX_VALUE && Math.abs(
			largest) < Float.MAX_VALUE;
	}
}
