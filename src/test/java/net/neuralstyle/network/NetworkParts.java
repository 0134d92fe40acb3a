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

package net.neuralstyle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import net.neuralstyle.image.ImageSize;

/** The parts of a feature network's work, each to run by itself and to be timed. */
public final class NetworkParts implements AutoCloseable {

	private final FeatureNetwork network;
	private final List<Layer> convolutions = new ArrayList<>();
	private final List<Layer> poolings = new ArrayList<>();

	public NetworkParts(final NetworkEngine engine, final ImageSize size, final Collection<String> layerNames) {
		network = engine.withGradient(size, layerNames);
		network.layers().forEach(layer -> (layer.name().endsWith("_pool") ? poolings : convolutions).add(layer));
	}

	public FeatureNetwork network() {
		return network;
	}

	/** With their ReLUs. */
	public void convolveForward() {
		convolutions.forEach(Layer::forward);
	}

	/** With their ReLUs. */
	public void convolveBackward() {
		for (int i = convolutions.size() - 1; i >= 0; i--) {
			convolutions.get(i).backward();
		}
	}

	public void pool() {
		poolings.forEach(Layer::forward);
		poolings.forEach(Layer::backward);
	}

	@Override
	public void close() {
		network.close();
	}
}
