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

package net.neuralstyle.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The weights of a network of VGG topology: blocks of 3x3 convolutions, with a
 * 2x2 max pooling between blocks. Immutable, until it is closed: then the numbers are
 * gone, and all else stays.
 */
public final class NetworkWeights implements AutoCloseable {

	private final List<List<ConvolutionWeights>> blocks;
	private final String checksum;
	private final Runnable release;

	/**
	 * @param blocks the convolutions of each block, in the order in which they
	 *          are computed
	 * @param checksum SHA-256 of the file that they were read from
	 * @param release called when this is closed; may be called several times
	 */
	NetworkWeights(final List<List<ConvolutionWeights>> blocks, final String checksum, final Runnable release) {
		this.checksum = checksum;
		this.release = release;
		final List<List<ConvolutionWeights>> copy = new ArrayList<>();
		blocks.forEach(block -> copy.add(List.copyOf(block)));
		this.blocks = Collections.unmodifiableList(copy);
	}

	/** The convolutions of each block, in the order in which they are computed. */
	public List<List<ConvolutionWeights>> blocks() {
		return blocks;
	}

	/** SHA-256 of the file that the weights were read from, in hexadecimal digits. */
	public String checksum() {
		return checksum;
	}

	/** The names of all convolutions, in the order in which they are computed. */
	public List<String> layerNames() {
		return blocks.stream().flatMap(List::stream).map(ConvolutionWeights::name).collect(Collectors.toList());
	}

	/** Gives back the memory that the numbers take, outside of Java's heap. Closing twice is harmless. */
	@Override
	public void close() {
		blocks.forEach(block -> block.forEach(ConvolutionWeights::close));
		release.run();
	}
}
