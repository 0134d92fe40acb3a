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

/** One step of a feature network, bound to its buffers. */
abstract class Layer {

	private final String name;
	private final PaddedMap output;
	private final PaddedMap outputGradient;

	/**
	 * @param outputGradient null for a network that only runs forward; then
	 *          {@link #backward()} must not be called
	 */
	Layer(final String name, final PaddedMap output, final PaddedMap outputGradient) {
		this.name = name;
		this.output = output;
		this.outputGradient = outputGradient;
	}

	/** Name of the layer, for instance {@code block1_conv2} or {@code block1_pool}. */
	final String name() {
		return name;
	}

	/** What the layer has computed. */
	final PaddedMap output() {
		return output;
	}

	/** The buffer in which {@link #backward()} expects the gradient. */
	final PaddedMap outputGradient() {
		return outputGradient;
	}

	/** Computes {@link #output()} from the previous layer's output. */
	abstract void forward();

	/**
	 * Turns {@link #outputGradient()} into the gradient with respect to the
	 * layer's input. May use up {@link #output()}.
	 */
	abstract void backward();
}
