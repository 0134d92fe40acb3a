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

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.BufferLayout;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The maps of an image transformation network for images of one size, and where in one block of memory they lie: over
 * one another wherever they are needed at different times. Immutable.
 */
final class TransformationPlan {

	/** Of what a convolution does: its input is filled, it convolves, its result is normalised. */
	private static final int MOMENTS = 3;
	private static final int NONE = -1;

	private final List<TransformationTopology.Convolution> convolutions;
	private final boolean training;
	private final ValueType type;
	private final List<BufferLayout.Use> uses = new ArrayList<>();
	private final List<Step> steps = new ArrayList<>();
	private final BufferLayout layout;
	private int trunk = NONE;
	private int trunkGradient = NONE;

	/** @param type of the values that convolutions multiply; all others are float32 */
	TransformationPlan(final TransformationTopology topology, final ImageSize size, final boolean training,
		final ValueType type)
	{
		convolutions = topology.convolutions();
		this.training = training;
		this.type = type;
		long height = size.height();
		long width = size.width();
		for (int i = 0; i < convolutions.size(); i++) {
			final Step step = new Step(i, height, width);
			steps.add(step);
			height = step.height;
			width = step.width;
		}
		layout = BufferLayout.of(uses);
	}

	/** One for each convolution. */
	List<Step> steps() {
		return steps;
	}

	/** Length of the block, in float32 values. */
	long length() {
		return layout.length();
	}

	// -- Helper methods --

	private int forward(final int convolution, final int moment) {
		return MOMENTS * convolution + moment;
	}

	private int backward(final int convolution, final int moment) {
		return MOMENTS * (2 * convolutions.size() - 1 - convolution) + moment;
	}

	private int place(final long length, final int first, final int last) {
		uses.add(new BufferLayout.Use(length, first, last));
		return uses.size() - 1;
	}

	private boolean hasRole(final int convolution, final Role role) {
		return convolution < convolutions.size() && convolutions.get(convolution).role() == role;
	}

	private Pointer at(final Pointer block, final int use) {
		return new FloatPointer(block).getPointer(layout.offset(use));
	}

	private int lastBlock() {
		int last = 0;
		for (int i = 0; i < convolutions.size(); i++) {
			if (hasRole(i, Role.ENDS_BLOCK)) last = i;
		}
		return last;
	}

	/** The maps of one convolution. */
	final class Step {

		private final TransformationTopology.Convolution convolution;
		private final int index;
		private final MirroredMap input;
		private final DenseMap output;
		private final long height;
		private final long width;
		private final long outputLength;
		private int inputUse = NONE;
		private int convolvedUse = NONE;
		private int keptUse = NONE;
		private int resultUse = NONE;
		private int inputGradientUse = NONE;
		private int otherGradientUse = NONE;
		private int resultGradientUse = NONE;
		private int convolvedGradientUse = NONE;
		private int multipliedGradientUse = NONE;

		private Step(final int index, final long inputHeight, final long inputWidth) {
			this.index = index;
			convolution = convolutions.get(index);
			final boolean enlarges = convolution.role() == Role.ENLARGES;
			input = new MirroredMap(inputHeight, inputWidth, convolution.inputChannels(), convolution.side() / 2,
				enlarges, type, null);
			final int divisor = convolution.role() == Role.REDUCES ? 2 : 1;
			final int factor = enlarges ? 2 : 1;
			height = inputHeight * factor / divisor;
			width = inputWidth * factor / divisor;
			output = new DenseMap(height, width, convolution.outputChannels(), factor, ValueType.FLOAT32, null);
			outputLength = output.length();
			final boolean beginsTrunk = trunk == NONE && hasRole(index + 1, Role.BEGINS_BLOCK);
			placeMaps(beginsTrunk);
			if (training) placeGradients(beginsTrunk);
		}

		private void placeMaps(final boolean beginsTrunk) {
			inputUse = place(input.length(), forward(index, 0), training ? backward(index, 1) : forward(index, 1));
			if (!convolution.isNormalised()) return;
			convolvedUse = place(outputLength, forward(index, 1), training ? backward(index, 0) : forward(index + 1, 0));
			keptUse = place((outputLength + Float.BYTES - 1) / Float.BYTES, forward(index, 2), training ? backward(index, 0)
				: forward(index, 2));
			if (beginsTrunk) {
				trunk = place(outputLength, forward(index, 1), forward(lastBlock() + 1, 0));
				resultUse = trunk;
			}
			// NB: Where nothing has to be kept for a gradient, a map is normalised where it is.
			else resultUse = training ? place(outputLength, forward(index, 2), forward(index + 1, 0)) : convolvedUse;
		}

		private void placeGradients(final boolean beginsTrunk) {
			final long inputLength = input.of(ValueType.FLOAT32).length();
			if (index > 0) inputGradientUse = place(inputLength, backward(index, 1), backward(index, 2));
			if (output.parts() > 1) otherGradientUse = place(inputLength, backward(index, 1), backward(index, 1));
			if (type != ValueType.FLOAT32) {
				multipliedGradientUse = place(output.of(type).length(), backward(index, 1), backward(index, 1));
			}
			if (!convolution.isNormalised()) return;
			if (beginsTrunk) trunkGradient = place(outputLength, backward(lastBlock() + 1, 2), backward(index, 2));
			final boolean endsBlock = convolution.role() == Role.ENDS_BLOCK;
			resultGradientUse = beginsTrunk || endsBlock ? trunkGradient : place(outputLength, backward(index + 1, 2), backward(
				index, 1));
			// NB: What is with respect to the trunk goes around the block, too.
			convolvedGradientUse = endsBlock ? place(outputLength, backward(index, 0), backward(index, 1)) : resultGradientUse;
		}

		/** What the convolution reads. */
		MirroredMap input(final Pointer block) {
			return input.at(at(block, inputUse));
		}

		/** What the convolution gives, but the last. */
		DenseMap convolved(final Pointer block) {
			return output.at(at(block, convolvedUse));
		}

		/** That after its normalisation; of a block's second convolution what is to be added to the {@link #trunk}. */
		DenseMap result(final Pointer block) {
			return output.at(at(block, resultUse));
		}

		/** Where is kept where ReLU let pass. */
		Pointer kept(final Pointer block) {
			return at(block, keptUse);
		}

		/** What the blocks read and add to. */
		DenseMap trunk(final Pointer block) {
			return output.at(at(block, trunk));
		}

		/** Takes values elsewhere for what the convolution gives: the image, of the last. */
		DenseMap output(final Pointer values) {
			return output.at(values);
		}

		/** The gradient with respect to {@link #input}; not for the first convolution. */
		MirroredMap inputGradient(final Pointer block) {
			return input.of(ValueType.FLOAT32).at(at(block, inputGradientUse));
		}

		/** As large as that, for a part of it that is added. */
		MirroredMap otherInputGradient(final Pointer block) {
			return otherGradientUse == NONE ? null : input.of(ValueType.FLOAT32).at(at(block, otherGradientUse));
		}

		/** The gradient with respect to {@link #result}; of a block's second convolution it is that of the trunk. */
		DenseMap resultGradient(final Pointer block) {
			return output.at(at(block, resultGradientUse));
		}

		/** The gradient with respect to {@link #convolved}. */
		DenseMap convolvedGradient(final Pointer block) {
			return output.at(at(block, convolvedGradientUse));
		}

		/** Takes that over for convolutions to multiply; null where they multiply float32. */
		DenseMap multipliedGradient(final Pointer block) {
			return multipliedGradientUse == NONE ? null : output.of(type).at(at(block, multipliedGradientUse));
		}

		TransformationTopology.Convolution convolution() {
			return convolution;
		}
	}
}
