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

import java.nio.FloatBuffer;

/**
 * The trained numbers of one 3x3 convolution. Immutable, until the network's weights are
 * closed, which takes the numbers away.
 */
public final class ConvolutionWeights {

	/** Height and width of every kernel. */
	public static final int KERNEL_SIDE = 3;

	private final String name;
	private final int inputChannels;
	private final int outputChannels;
	private final float[] bias;
	/** Null after the end. */
	private FloatBuffer kernel;

	/** @param kernel that nobody writes to from now on; from its position to its limit */
	ConvolutionWeights(final String name, final int inputChannels, final int outputChannels, final FloatBuffer kernel,
		final float[] bias)
	{
		this.name = name;
		this.inputChannels = inputChannels;
		this.outputChannels = outputChannels;
		this.kernel = kernel;
		this.bias = bias;
	}

	/** Name of the layer, for instance {@code block1_conv2}. */
	public String name() {
		return name;
	}

	public int inputChannels() {
		return inputChannels;
	}

	public int outputChannels() {
		return outputChannels;
	}

	/**
	 * Copies the kernel, [3, 3, input channels, output channels], row-major.
	 *
	 * @throws IllegalStateException if the network's weights are closed
	 */
	public float[] kernel() {
		final FloatBuffer numbers = numbers();
		final float[] values = new float[numbers.remaining()];
		numbers.get(values);
		return values;
	}

	/** As {@link #kernel()}, into a buffer, without a detour by Java's heap. */
	public void copyKernel(final FloatBuffer target) {
		target.put(numbers());
	}

	/** The bias, [output channels]; shared, and nobody writes to it. */
	public float[] bias() {
		return bias;
	}

	/** The kernel itself, to look at before the weights are closed. */
	FloatBuffer numbers() {
		if (kernel == null) throw new IllegalStateException("The weights are closed.");
		return kernel.duplicate();
	}

	/** Takes the kernel away. */
	void close() {
		kernel = null;
	}
}
