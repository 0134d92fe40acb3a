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

package net.neuralstyle.network.onednn;

import java.util.Arrays;

import net.neuralstyle.network.TransformationTopology;

/**
 * How the kernel that a primitive reads is made of a convolution's: runs of that one's numbers stand at places of this
 * one, added up where several stand at the same. Both are [height, width, inputs, outputs]. Immutable.
 */
final class KernelLayout {

	private final int height;
	private final int width;
	private final int inputs;
	private final int outputs;
	/** Where runs begin in the convolution's kernel, and in this one. */
	private final int[] from;
	private final int[] to;
	private final int runLength;

	private KernelLayout(final int height, final int width, final int inputs, final int outputs, final int runs,
		final int runLength)
	{
		this.height = height;
		this.width = width;
		this.inputs = inputs;
		this.outputs = outputs;
		this.runLength = runLength;
		from = new int[runs];
		to = new int[runs];
	}

	/** The convolution's own. */
	static KernelLayout own(final TransformationTopology.Convolution convolution) {
		return new KernelLayout(convolution.side(), convolution.side(), convolution.inputChannels(), convolution
			.outputChannels(), 1, convolution.kernelLength());
	}

	/**
	 * That of an enlargement by two and a convolution at once, which reads what is to be enlarged: half of what it gives,
	 * every other row. Two positions beside each other are one with twice as many channels. From an enlarged map three by
	 * three positions are read, but of them two rows, and two columns of each position, are the same ones.
	 *
	 * @param odd whether it gives the odd rows; these are read from one row further down
	 */
	static KernelLayout enlarging(final TransformationTopology.Convolution convolution, final boolean odd) {
		final int side = convolution.side();
		final int inputs = convolution.inputChannels();
		final int outputs = convolution.outputChannels();
		final int parity = odd ? 1 : 0;
		final KernelLayout layout = new KernelLayout(side / 2 + 1, side / 2 + 2, inputs, 2 * outputs, 2 * side * side *
			inputs, outputs);
		int run = 0;
		for (int second = 0; second < 2; second++) {
			for (int row = 0; row < side; row++) {
				for (int column = 0; column < side; column++) {
					final int toRow = halved(parity + row) - parity;
					final int toColumn = halved(second + column);
					for (int input = 0; input < inputs; input++) {
						layout.from[run] = ((row * side + column) * inputs + input) * outputs;
						layout.to[run++] = ((toRow * layout.width + toColumn) * inputs + input) * layout.outputs + second * outputs;
					}
				}
			}
		}
		return layout;
	}

	/**
	 * That of a convolution of a map whose positions are taken some at a time, side by side, as one with as many times the
	 * channels, so that few channels fill the processor's registers.
	 *
	 * @param group how many at a time
	 */
	static KernelLayout grouped(final TransformationTopology.Convolution convolution, final int group) {
		final int side = convolution.side();
		final int inputs = convolution.inputChannels();
		final int outputs = convolution.outputChannels();
		final KernelLayout layout = new KernelLayout(side, (side + 2 * group - 2) / group, group * inputs, group * outputs,
			group * side * side * inputs, outputs);
		int run = 0;
		for (int position = 0; position < group; position++) {
			for (int row = 0; row < side; row++) {
				for (int column = 0; column < side; column++) {
					// NB: Of a whole row, group after group, each with its positions and their channels.
					final int toColumn = position + column;
					for (int input = 0; input < inputs; input++) {
						layout.from[run] = ((row * side + column) * inputs + input) * outputs;
						layout.to[run++] = ((row * layout.width * group + toColumn) * inputs + input) * layout.outputs + position *
							outputs;
					}
				}
			}
		}
		return layout;
	}

	int height() {
		return height;
	}

	int width() {
		return width;
	}

	int inputs() {
		return inputs;
	}

	int outputs() {
		return outputs;
	}

	/** How many numbers the primitive's kernel has. */
	int length() {
		return height * width * inputs * outputs;
	}

	/** Whether the two kernels are the same. */
	boolean isOwn() {
		return from.length == 1;
	}

	/**
	 * Makes the primitive's kernel.
	 *
	 * @param kernel the convolution's
	 * @param target is overwritten
	 */
	void expand(final float[] kernel, final float[] target) {
		Arrays.fill(target, 0, length(), 0);
		add(kernel, from, target, to);
	}

	/**
	 * Adds to the gradient with respect to the convolution's kernel what that with respect to the primitive's says of it.
	 *
	 * @param gradient with respect to the primitive's kernel
	 * @param sum with respect to the convolution's
	 */
	void fold(final float[] gradient, final float[] sum) {
		add(gradient, to, sum, from);
	}

	// -- Helper methods --

	private void add(final float[] source, final int[] sourceRuns, final float[] target, final int[] targetRuns) {
		for (int run = 0; run < sourceRuns.length; run++) {
			final int sourceStart = sourceRuns[run];
			final int targetStart = targetRuns[run];
			for (int i = 0; i < runLength; i++) {
				target[targetStart + i] += source[sourceStart + i];
			}
		}
	}

	/** Half of the distance from the position before the map, in positions of the enlarged map, rounded down. */
	private static int halved(final int distance) {
		return (distance + 1) / 2;
	}
}
