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

package net.neuralstyle.image;

import java.util.ArrayList;
import java.util.List;

/** A tile along one axis of the image: what is looked at, and the part of it that counts. Immutable. */
final class Span {

	final int start;
	final int length;
	/** First position that counts. */
	final int from;
	/** First position after {@link #from} that does not count any more. */
	final int to;

	private Span(final int start, final int length, final int from, final int to) {
		this.start = start;
		this.length = length;
		this.from = from;
		this.to = to;
	}

	/**
	 * Cuts an axis into as few spans as the largest length allows, all of one
	 * length, which is as small as their number allows. Starts are multiples of the
	 * alignment, and so are the ends of what counts, except the last one.
	 *
	 * @param axis length of the axis
	 * @param largest length of a span
	 * @param halo what a span looks at beyond what counts, a multiple of the
	 *          alignment
	 */
	static List<Span> cut(final int axis, final int largest, final int halo, final int alignment) {
		if (axis <= largest) return List.of(new Span(0, axis, 0, axis));
		// NB: Every span gets the rest, so that all are of one length and the last one ends where the axis does.
		final int rest = axis % alignment;
		final int whole = axis - rest;
		final int wholeLargest = (largest - rest) / alignment * alignment;
		final int count = 1 + divideUp(whole - wholeLargest, wholeLargest - 2 * halo);
		final int wholeLength = alignment * divideUp(whole + 2 * halo * (count - 1), count * alignment);
		final List<Span> spans = new ArrayList<>();
		int from = 0;
		while (from < axis) {
			final int start = Math.min(Math.max(0, from - halo), whole - wholeLength);
			final int to = start + wholeLength == whole ? axis : start + wholeLength - halo;
			spans.add(new Span(start, wholeLength + rest, from, to));
			from = to;
		}
		return spans;
	}

	private static int divideUp(final int dividend, final int divisor) {
		return (dividend + divisor - 1) / divisor;
	}
}
