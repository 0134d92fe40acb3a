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

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.weights.Checksums;

/**
 * A network that paints in one style, in one pass: what it consists of, its numbers, what it tells of itself, and what
 * it paints like. Immutable.
 */
public final class StyleNetwork {

	private final TransformationTopology topology;
	private final float[] parameters;
	private final NetworkCard card;
	private final byte[] preview;

	/**
	 * @param parameters its numbers, in the order of the topology; copied
	 * @param preview a picture that it painted, the bytes of a PNG file; empty if there is none; copied
	 */
	public StyleNetwork(final TransformationTopology topology, final float[] parameters, final NetworkCard card,
		final byte[] preview)
	{
		if (parameters.length != topology.parameterCount()) {
			throw new IllegalArgumentException("A network of " + topology.parameterCount() + " numbers was given " +
				parameters.length + ".");
		}
		for (final float parameter : parameters) {
			if (!Float.isFinite(parameter)) {
				throw new IllegalArgumentException("The network has numbers that are infinite or none at all: train it again, " +
					"with a lower learning rate.");
			}
		}
		this.topology = topology;
		this.parameters = parameters.clone();
		this.card = Objects.requireNonNull(card);
		this.preview = preview.clone();
	}

	/** What the network consists of. */
	public TransformationTopology topology() {
		return topology;
	}

	/** Its numbers, in the order of the topology; a copy. */
	public float[] parameters() {
		return parameters.clone();
	}

	/** What the network tells of itself. */
	public NetworkCard card() {
		return card;
	}

	/** A picture that it painted, the bytes of a PNG file, if there is one; a copy. */
	public Optional<byte[]> preview() {
		return preview.length == 0 ? Optional.empty() : Optional.of(preview.clone());
	}

	/** Returns the same network with another card. */
	public StyleNetwork withCard(final NetworkCard other) {
		return new StyleNetwork(topology, parameters, other, preview);
	}

	/** Returns the same network with another preview, as the constructor takes it. */
	public StyleNetwork withPreview(final byte[] other) {
		return new StyleNetwork(topology, parameters, card, other);
	}

	/**
	 * SHA-256 of what it consists of and its numbers, which decide what it paints: 64 hexadecimal digits in lower case.
	 */
	public String checksum() {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + parameters.length * Float.BYTES);
		bytes.putInt(topology.width()).putInt(topology.blockCount());
		bytes.asFloatBuffer().put(parameters);
		return Checksums.sha256(bytes);
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof StyleNetwork)) return false;
		final StyleNetwork network = (StyleNetwork) other;
		return topology.equals(network.topology) && Arrays.equals(parameters, network.parameters) && card.equals(
			network.card) && Arrays.equals(preview, network.preview);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(parameters);
	}

	@Override
	public String toString() {
		return card.name() + " (width " + topology.width() + ", " + topology.blockCount() + " residual blocks)";
	}
}
