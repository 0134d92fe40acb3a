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


package net.neuralstyle.imagej.reproduce;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.imagej.input.StyleImages;

/**
 * Finds out, by checksums, which part of a picture took part in a style transfer: what is selected of it, what an
 * image masks, or both, and whose labels it has.
 */
public final class RegionSearch {

	private final ImagePlus image;
	/** Images of the same size. */
	private final List<ImagePlus> masks = new ArrayList<>();

	/**
	 * @param image that shows the picture, with its selection if it has one
	 * @param others that may be masks of it or have its labels
	 */
	public RegionSearch(final ImagePlus image, final List<ImagePlus> others) {
		this.image = image;
		for (final ImagePlus other : others) {
			if (other.getWidth() == image.getWidth() && other.getHeight() == image.getHeight() && other.getProcessor() != null) {
				masks.add(other);
			}
		}
	}

	/** Returns a style with the part of its picture that took part, nothing if that is not found. */
	public Optional<Style> limited(final Style style, final Provenance.Picture recorded) {
		return images().flatMap(picture -> orNone(masks).map(mask -> made(() -> StyleImages.limited(style,
			picture, mask.orElse(null))))).flatMap(
			Optional::stream).filter(limited -> limited.record().regions().equals(recorded.regions())).findFirst();
	}

	/**
	 * Returns the job for the picture's part that was redrawn, nothing if that is not found.
	 *
	 * @param pixels what the image shows
	 * @param styleCount how many styles there are
	 * @param start image to start from; null for none
	 */
	public Optional<StyleTransferJob> job(final RandomAccessibleInterval<? extends NumericType<?>> pixels,
		final int styleCount, final ImagePlus start, final Provenance.Picture recorded)
	{
		return images().flatMap(content -> orNone(masks).flatMap(mask -> orNone(masks).map(labels -> made(
			() -> new ContentInputs(content, mask.orElse(null), labels.orElse(null), start).job(pixels, styleCount))))).flatMap(
				Optional::stream).filter(job -> job.regionChecksums().equals(recorded.regions())).findFirst();
	}

	// -- Helper methods --

	/** The image without its selection and with it. */
	private Stream<ImagePlus> images() {
		final ImagePlus whole = new ImagePlus(image.getTitle(), image.getProcessor());
		if (image.getProperties() != null) {
			image.getProperties().forEach((key, value) -> whole.setProperty((String) key, value));
		}
		return Stream.of(whole, image);
	}

	private static Stream<Optional<ImagePlus>> orNone(final List<ImagePlus> images) {
		return Stream.concat(Stream.of(Optional.empty()), images.stream().map(Optional::of));
	}

	/** Returns nothing where an image cannot be a mask, or cannot have labels. */
	private static <T> Optional<T> made(final Supplier<T> work) {
		try {
			return Optional.of(work.get());
		}
		catch (final StyleTransferException exc) {
			return Optional.empty();
		}
	}
}
