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

import ij.ImagePlus;

import java.util.Optional;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.Regions;
import net.neuralstyle.picture.AlphaChannel;

/**
 * What the inputs of {@code NeuralStyleTransfer} say of the picture that is to be redrawn: which, where, and from what.
 */
public final class ContentInputs {

	private final ImagePlus content;
	/** Null for none, as the others. */
	private final ImagePlus mask;
	private final ImagePlus labels;
	private final ImagePlus start;

	public ContentInputs(final ImagePlus content, final ImagePlus mask, final ImagePlus labels, final ImagePlus start) {
		this.content = content;
		this.mask = mask;
		this.labels = labels;
		this.start = start;
	}

	/** Whether styles go into a part of the picture alone. */
	public boolean hasRegion() {
		return Regions.hasArea(content) || mask != null || labels != null;
	}

	/**
	 * Returns what is to be painted of a smaller picture: where styles go at all.
	 *
	 * @param pixels what is shown, in fewer pixels
	 * @param styleCount how many styles there are
	 * @throws net.neuralstyle.StyleTransferException if a mask or label image does not fit; says why
	 */
	public StyleTransferJob reducedJob(final RandomAccessibleInterval<? extends NumericType<?>> pixels,
		final int styleCount)
	{
		final StyleTransferJob job = StyleTransferJob.of(pixels);
		final Stream<Optional<WeightMap>> limits = Stream.of(Regions.selection(content), Optional.ofNullable(mask).map(
			Regions::mask), Optional.ofNullable(labels).map(image -> Regions.labels(image, styleCount).stream().reduce(
				WeightMap::plus).orElseThrow()));
		return limits.flatMap(Optional::stream).map(limit -> limit.resizedTo(job.content().size())).reduce(job,
			StyleTransferJob::within, (first, second) -> second);
	}

	/**
	 * Returns what is to be done with the slice that is on show now.
	 *
	 * @param pixels what it shows
	 * @param styleCount how many styles there are
	 * @throws net.neuralstyle.StyleTransferException if a mask or label image does not fit; says why
	 */
	public StyleTransferJob job(final RandomAccessibleInterval<? extends NumericType<?>> pixels, final int styleCount) {
		StyleTransferJob job = StyleTransferJob.of(pixels);
		final Optional<WeightMap> selection = Regions.selection(content);
		if (selection.isPresent()) job = job.within(selection.get());
		final Optional<AlphaChannel> alpha = AlphaChannel.of(content);
		if (alpha.isPresent()) job = job.opaqueIn(alpha.get().weights());
		if (mask != null) job = job.within(Regions.mask(mask));
		if (labels != null) job = job.withRegions(Regions.labels(labels, styleCount));
		return start == null ? job : job.startingFrom(DisplayedPixels.of(start), start.getTitle());
	}
}
