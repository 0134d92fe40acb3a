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
package net.neuralstyle.network.nd4j;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.BufferLayout;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The maps of a transformation network for images of one size, and where they lie in one block of memory. Immutable.
 */
final class TransformationPlan {

	/** Buffers of a step: what it reads with its margin, what the convolution gives, what the step gives. */
	private static final int FORWARD_BUFFERS = 3;

	private final List<Convolution> convolutions;
	private final List<ImageSize> sizes = new ArrayList<>();
	private final boolean training;
	private final BufferLayout layout;

	TransformationPlan(final TransformationTopology topology, final ImageSize image, final boolean training) {
		convolutions = topology.convolutions();
		this.training = training;
		ImageSize size = image;
		for (final Convolution convolution : convolutions) {
			if (convolution.role() == Role.REDUCES) size = new ImageSize(size.width() / 2, size.height() / 2);
			if (convolution.role() == Role.ENLARGES) size = new ImageSize(2 * size.width(), 2 * size.height());
			sizes.add(size);
		}
		layout = BufferLayout.of(uses());
	}

	/** How many values the block has. */
	long length() {
		return layout.length();
	}

	/** Positions of the largest map. */
	long positions() {
		return sizes.stream().mapToLong(ImageSize::pixels).max().getAsLong();
	}

	/** The buffers of a step in a block. */
	Buffers buffers(final int step, final INDArray block) {
		return new Buffers(step, block);
	}

	// -- Helper methods --

	private int count() {
		return convolutions.size();
	}

	private long outputLength(final int step) {
		return sizes.get(step).pixels() * convolutions.get(step).outputChannels();
	}

	private long paddedLength(final int step) {
		final Convolution convolution = convolutions.get(step);
		final ImageSize size = inputSize(step);
		return MirroredMap.length(size.height(), size.width(), convolution.inputChannels(), convolution.side() / 2);
	}

	/** Of what a step's convolution reads, without the margin. */
	private ImageSize inputSize(final int step) {
		final ImageSize size = sizes.get(step);
		return convolutions.get(step).role() == Role.REDUCES //
			? new ImageSize(2 * size.width(), 2 * size.height()) : size;
	}

	/** Each step has a moment forward, and then one backward. */
	private List<BufferLayout.Use> uses() {
		final List<BufferLayout.Use> uses = new ArrayList<>();
		long longest = 0;
		for (int i = 0; i < count(); i++) {
			uses.add(new BufferLayout.Use(paddedLength(i), i, training ? backward(i) : i));
			uses.add(new BufferLayout.Use(outputLength(i), i, training ? backward(i) : i));
			uses.add(new BufferLayout.Use(outputLength(i), i, training ? backward(i) : isBlockInput(i) ? i + 2 : i + 1));
			longest = Math.max(longest, outputLength(i));
		}
		uses.add(new BufferLayout.Use(longest, 0, backward(0)));
		for (int i = 0; training && i < count(); i++) {
			uses.add(new BufferLayout.Use(outputLength(i), isBlockInput(i) ? backward(i + 2) : i + 1 < count() ? backward(i + 1)
				: backward(i), backward(i)));
			uses.add(new BufferLayout.Use(paddedLength(i), backward(i), backward(i)));
		}
		return uses;
	}

	private boolean isBlockInput(final int step) {
		return step + 1 < count() && convolutions.get(step + 1).role() == Role.BEGINS_BLOCK;
	}

	private int backward(final int step) {
		return 2 * count() - step;
	}

	/** Views of the memory that a step uses. */
	final class Buffers {

		private final int step;
		private final INDArray block;

		private Buffers(final int step, final INDArray block) {
			this.step = step;
			this.block = block;
		}

		/** What the convolution reads. */
		MirroredMap padded() {
			return margined(FORWARD_BUFFERS * step);
		}

		/** What the convolution gives, [1, H, W, C], if it is normalised. */
		INDArray convolved() {
			return map(FORWARD_BUFFERS * step + 1);
		}

		/** What the step gives, [1, H, W, C]. */
		INDArray output() {
			return map(FORWARD_BUFFERS * step + 2);
		}

		/** For whatever a step likes, [1, H, W, C]; the same memory for all steps. */
		INDArray scratch() {
			return map(FORWARD_BUFFERS * count());
		}

		/** Gradient with respect to the output, [1, H, W, C]. */
		INDArray gradient() {
			return map(FORWARD_BUFFERS * count() + 1 + 2 * step);
		}

		/** Gradient with respect to what the convolution reads. */
		MirroredMap paddedGradient() {
			return margined(FORWARD_BUFFERS * count() + 2 + 2 * step);
		}

		private INDArray map(final int buffer) {
			final ImageSize size = sizes.get(step);
			return interval(buffer, outputLength(step)).reshape('c', 1, size.height(), size.width(), convolutions.get(step)
				.outputChannels());
		}

		private MirroredMap margined(final int buffer) {
			final Convolution convolution = convolutions.get(step);
			final ImageSize size = inputSize(step);
			return new MirroredMap(interval(buffer, paddedLength(step)), size.height(), size.width(), convolution
				.inputChannels(), convolution.side() / 2);
		}

		private INDArray interval(final int buffer, final long length) {
			return block.get(NDArrayIndex.interval(layout.offset(buffer), layout.offset(buffer) + length));
		}
	}
}
