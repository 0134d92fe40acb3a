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

package net.neuralstyle.sequence;

import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** How a scene moved from one frame to the next. Immutable. */
final class Motion {

	/** Motion is looked for in images that are reduced by this. */
	private static final int REDUCTION = 2;
	/** But not to less than this, the longer side in pixels. */
	private static final int SMALLEST = 128;
	/** The longer side, in pixels, of what is compared to find a cut: noise is gone in it. */
	private static final int THUMBNAIL = 64;
	/**
	 * After a cut more than this is left of both frames' variances when one is subtracted from the other, moved. In frames
	 * of one scene, panned, zoomed and noisy, at most 0.07 was left, of pictures of different things at least 0.23.
	 */
	private static final double CUT = 0.15;
	/** And more than this, in squares of grey levels: less is noise, however flat the frames are. */
	private static final double LEAST_CUT = 25;

	private final FlowField field;
	private final FlowField back;
	private final boolean cut;

	private Motion(final FlowField field, final FlowField back, final boolean cut) {
		this.field = field;
		this.back = back;
		this.cut = cut;
	}

	/**
	 * Returns a content as motion is looked for in it.
	 *
	 * @param result size of the result
	 */
	static VggImage reduced(final VggImage content, final ImageSize result) {
		final int longerSide = Math.max(result.longerSide() / REDUCTION, Math.min(SMALLEST, result.longerSide()));
		return content.resizedTo(result.withLongerSide(longerSide));
	}

	/**
	 * Looks for motion.
	 *
	 * @param former and next, of one size
	 */
	static Motion between(final VggImage former, final VggImage next) {
		final FlowField field = OpticalFlow.between(next, former);
		return new Motion(field, OpticalFlow.between(former, next), differ(former.warpedBy(field), next));
	}

	/** Where the next frame's pixels are found in the former one. */
	FlowField field() {
		return field;
	}

	/** Where the former frame's pixels are found in the next one. */
	FlowField back() {
		return back;
	}

	/** Whether the frames show different scenes, so that there is no motion between them. */
	boolean isCut() {
		return cut;
	}

	// -- Helper methods --

	private static boolean differ(final VggImage first, final VggImage second) {
		final double[] a = thumbnail(first);
		final double[] b = thumbnail(second);
		final double[] difference = new double[a.length];
		for (int i = 0; i < a.length; i++) {
			difference[i] = a[i] - b[i];
		}
		final double left = variance(difference);
		return left > LEAST_CUT && left > CUT * (variance(a) + variance(b));
	}

	/** How light a small copy is, 0..255. */
	private static double[] thumbnail(final VggImage image) {
		final ImageSize size = image.size().withLongerSide(Math.min(THUMBNAIL, image.size().longerSide()));
		final float[] levels = image.resizedTo(size).toLuminance().update(null).getCurrentStorageArray();
		final double[] result = new double[levels.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = levels[i];
		}
		return result;
	}

	private static double variance(final double[] values) {
		double sum = 0;
		double squares = 0;
		for (final double value : values) {
			sum += value;
			squares += value * value;
		}
		final double mean = sum / values.length;
		return squares / values.length - mean * mean;
	}
}
