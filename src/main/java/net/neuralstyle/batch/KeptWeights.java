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


package net.neuralstyle.batch;

import java.io.IOException;

import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

/** Weights of networks, of which those that were found last are kept, with their checksum. */
final class KeptWeights {

	private final WeightsFinder finder;
	/** Null before the first. */
	private String reference;
	private Checked found;

	KeptWeights(final WeightsFinder finder) {
		this.finder = finder;
	}

	/** As {@link WeightsFinder#find}; looks at the weights, too. */
	Checked find(final String wanted) throws IOException {
		if (!wanted.equals(reference)) {
			found = new Checked(finder.find(wanted));
			reference = wanted;
		}
		return found;
	}

	/** Weights whose checksum was found out. */
	static final class Checked implements WeightsSource {

		private final WeightsSource source;
		private final String checksum;
		/** What was read for the checksum, for the first session; null for none. */
		private NetworkWeights unused;

		private Checked(final WeightsSource source) throws IOException {
			this.source = source;
			unused = source.load();
			checksum = unused.checksum();
		}

		@Override
		public String name() {
			return source.name();
		}

		@Override
		public NetworkWeights load() throws IOException {
			final NetworkWeights weights = unused == null ? source.load() : unused;
			unused = null;
			return weights;
		}

		String checksum() {
			return checksum;
		}
	}
}
