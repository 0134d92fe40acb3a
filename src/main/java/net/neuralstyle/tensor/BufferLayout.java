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

package net.neuralstyle.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where buffers lie in one block of memory, so that those which are in use at the
 * same time do not overlap, and those which are not may. Places the longest ones
 * first, each as far to the front as it fits. Immutable.
 */
public final class BufferLayout {

	/** Buffers start at multiples of a cache line, in float32 values. */
	private static final long ALIGNMENT = 16;

	private final long[] offsets;
	private final long length;

	private BufferLayout(final long[] offsets, final long length) {
		this.offsets = offsets;
		this.length = length;
	}

	/** Places buffers. */
	public static BufferLayout of(final List<Use> uses) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < uses.size(); i++) {
			order.add(i);
		}
		order.sort(Comparator.comparingLong(i -> -uses.get(i).length));
		final long[] offsets = new long[uses.size()];
		final List<Integer> placed = new ArrayList<>();
		long length = 0;
		for (final int i : order) {
			final Use use = uses.get(i);
			for (final int other : placed) {
				// NB: Those before are sorted by their offsets, so that the first gap that is large enough is found.
				final Use neighbour = uses.get(other);
				if (!use.isAtTheTimeOf(neighbour)) continue;
				if (offsets[i] + use.length <= offsets[other]) break;
				offsets[i] = Math.max(offsets[i], aligned(offsets[other] + neighbour.length));
			}
			placed.add(i);
			placed.sort(Comparator.comparingLong(j -> offsets[j]));
			length = Math.max(length, offsets[i] + use.length);
		}
		return new BufferLayout(offsets, length);
	}

	/** Where the i-th of the buffers starts, in values from the start of the block. */
	public long offset(final int i) {
		return offsets[i];
	}

	/** Length of the block, in values. */
	public long length() {
		return length;
	}

	private static long aligned(final long offset) {
		return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	}

	/** How long a buffer is, and when it is in use. Immutable. */
	public static final class Use {

		private final long length;
		private final int first;
		private final int last;

		/**
		 * @param length in values
		 * @param first moment at which something is written to it
		 * @param last moment at which it is read or written, not before the first
		 */
		public Use(final long length, final int first, final int last) {
			this.length = length;
			this.first = first;
			this.last = last;
		}

		private boolean isAtTheTimeOf(final Use other) {
			return first <= other.last && other.first <= last;
		}
	}
}
