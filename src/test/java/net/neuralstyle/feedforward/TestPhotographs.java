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

package net.neuralstyle.feedforward;

import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.TestPictures;

/** Photographs that are none, of which some cannot be read. Counts how often one is read. */
final class TestPhotographs implements PhotographSource {

	private final int count;
	private final Set<Integer> damaged;
	private final String fingerprint;
	int reads;

	TestPhotographs(final int count, final Integer... damaged) {
		this(count, "test", damaged);
	}

	TestPhotographs(final int count, final String fingerprint, final Integer... damaged) {
		this.count = count;
		this.fingerprint = fingerprint;
		this.damaged = Set.of(damaged);
	}

	@Override
	public String name() {
		return "test photographs";
	}

	@Override
	public int count() {
		return count;
	}

	@Override
	public String fingerprint() {
		return fingerprint;
	}

	@Override
	public RandomAccessibleInterval<ARGBType> read(final int index) {
		reads++;
		if (damaged.contains(index)) throw new StyleTransferException("Photograph " + index + " is damaged.");
		return TestPictures.waves(90 + 10 * index, 80 + 7 * (index % 3), index);
	}
}
