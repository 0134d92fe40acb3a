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

	private final List<TransformationTopology.Convolution> convolutions;
	private final boolean training;
	private final List<BufferLayout.Use> uses = new ArrayList<>();
	private final List<Step> steps = new ArrayList<>();
	private final BufferLayout layout;
	private int trunk = -1;
	private int trunkGradient = -1;

	TransformationPlan(final TransformationTopology topology, final ImageSize size, final boolean training) {
		convolutions = topology.convolutions();
		this.training = training;
		long height = size.height();
		long width = size.width();
		int parts = 1;
		for (int i = 0; i < convolutions.size(); i++) {
			final Step step = new Step(i, height, width, parts);
			steps.add(step);
			height = step.height;
			width = step.width;
			parts = step.parts;
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

	/** The moment at which what a convolution reads is used for the last time. */
	private int lastRead(final int convolution) {
		return training ? backward(convolution, 1) : forward(convolution, 1);
	}

	private int place(final long length, final int first, final int last) {
		uses.add(new BufferLayout.Use(length, first, last));
		return uses.size() - 1;
	}

	private boolean hasRole(final int convolution, final TransformationTopology.Role role) {
		return convolution < convolutions.size() && convolutions.get(convolution).role() == role;
	}

	private Pointer at(final Pointer block, final int use) {
		return new FloatPointer(block).getPointer(layout.offset(use));
	}

	/** The maps of one convolution. */
	final class Step {

		private final TransformationTopology.Convolution convolution;
		private final MirroredMap input;
		private final DenseMap output;
		private final long height;
		private final long width;
		private final int parts;
		private final int inputUse;
		private final int convolvedUse;
		private final int resultUse;
		private final int keptUse;
		private final int inputGradientUse;
		private final int otherGradientUse;
		private final int resultGradientUse;
		private final int convolvedGradientUse;

		private Step(final int i, final long inputHeight, final long inputWidth, final int inputParts) {
			convolution = convolutions.get(i);
			final TransformationTopology.Role role = convolution.role();
			final boolean enlarges = role == TransformationTopology.Role.ENLARGES;
			final int margin = convolution.side() / 2;
			input = new MirroredMap(inputHeight, inputWidth, convolution.inputChannels(), margin, enlarges, null);
			final int divisor = role == TransformationTopology.Role.REDUCES ? 2 : 1;
			final int factor = enlarges ? 2 : 1;
			height = inputHeight * factor / divisor;
			width = inputWidth * factor / divisor;
			parts = enlarges ? 2 : 1;
			output = new DenseMap(height, width, convolution.outputChannels(), parts, null);
			final long inputLength = input.length();
			final long outputLength = height * width * convolution.outputChannels();
			inputUse = place(inputLength, forward(i, 0), lastRead(i));
			final boolean isLast = role == TransformationTopology.Role.LAST;
			final boolean beginsTrunk = hasRole(i + 1, TransformationTopology.Role.BEGINS_BLOCK) && trunk < 0;
			final boolean endsBlock = role == TransformationTopology.Role.ENDS_BLOCK;
			// NB: Where nothing has to be kept for a gradient, a map is normalised where it is.
			convolvedUse = isLast ? -1 : place(outputLength, forward(i, 1), training ? backward(i, 0) : forward(i + 1, 0));
			final long keptLength = (outputLength + Float.BYTES - 1) / Float.BYTES;
			keptUse = isLast ? -1 : place(keptLength, forward(i, 2), training ? backward(i, 0) : forward(i, 2));
			if (beginsTrunk) {
				trunk = place(outputLength, forward(i, 1), forward(lastBlock() + 1, 0));
				if (training) trunkGradient = place(outputLength, backward(lastBlock() + 1, 2), backward(i, 2));
			}
			if (beginsTrunk) resultUse = trunk;
			else if (isLast || !training) resultUse = convolvedUse;
			else resultUse = place(outputLength, forward(i, 2), forward(i + 1, 0));
			if (!training) {
				inputGradientUse = -1;
				otherGradientUse = -1;
				resultGradientUse = -1;
				convolvedGradientUse = -1;
				return;
			}
			inputGradientUse = i == 0 ? -1 : place(inputLength, backward(i, 1), backward(i, 2));
			otherGradientUse = i > 0 && parts > 1 ? place(inputLength, backward(i, 1), backward(i, 1)) : -1;
			if (isLast) resultGradientUse = -1;
			else if (beginsTrunk || endsBlock) resultGradientUse = trunkGradient;
			else resultGradientUse = place(outputLength, backward(i + 1, 2), backward(i, 1));
			convolvedGradientUse = endsBlock ? place(outputLength, backward(i, 0), backward(i, 1)) : resultGradientUse;
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
			return input.at(at(block, inputGradientUse));
		}

		/** As large as that, for a part of it that is added. */
		MirroredMap otherInputGradient(final Pointer block) {
			return otherGradientUse < 0 ? null : input.at(at(block, otherGradientUse));
		}

		/** The gradient with respect to {@link #result}; of a block's second convolution it is that of the trunk. */
		DenseMap resultGradient(final Pointer block) {
			return output.at(at(block, resultGradientUse));
		}

		/** The gradient with respect to {@link #convolved}. */
		DenseMap convolvedGradient(final Pointer block) {
			return output.at(at(block, convolvedGradientUse));
		}

		TransformationTopology.Convolution convolution() {
			return convolution;
		}
	}

	private int lastBlock() {
		int last = 0;
		for (int i = 0; i < convolutions.size(); i++) {
			if (convolutions.get(i).role() == TransformationTopology.Role.ENDS_BLOCK) last = i;
		}
		return last;
	}
}
