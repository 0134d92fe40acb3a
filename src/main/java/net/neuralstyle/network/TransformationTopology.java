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
import java.util.List;

import net.neuralstyle.image.Halo;

/**
 * What an image transformation network consists of (Johnson, Alahi and Fei-Fei, "Perceptual losses for real-time style
 * transfer and super-resolution", ECCV 2016, with instance normalisation after Ulyanov, Vedaldi and Lempitsky, 2016,
 * and enlargement by nearest neighbours after Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts",
 * 2016), without its numbers. Immutable.
 * <p>
 * It reads an image as {@link net.neuralstyle.image.VggImage} describes it and gives another one of the same size. Of
 * width c: a 9x9 convolution to c channels, two of 3x3 with stride 2 to 2c and 4c; residual blocks of two 3x3
 * convolutions each, whose result is added to what the block reads; two enlargements, each doubling the sides before a
 * 3x3 convolution, to 2c and c; a 9x9 convolution to the three colours. Every convolution but the last is followed by
 * an instance normalisation, and by a ReLU where it is not the second of a block; the last one has a bias. Around each
 * convolution the map is mirrored without its outermost row repeated ("reflection"), by half the kernel's side.
 * </p>
 * <p>
 * All numbers lie in one vector, by convolution in the order in which they are computed: the kernel [side, side, input
 * channels, output channels], then, where it is normalised, scale and shift, [output channels] each, else the bias.
 * </p>
 */
public final class TransformationTopology {

	/** How far a map is halved, in all: sides are multiples of it inside of the network. */
	public static final int ALIGNMENT = 4;

	/** Smallest side of an image, so that there is something to mirror. */
	public static final int SMALLEST_SIDE = 16;

	/** What is added to a variance before it divides. */
	public static final double EPSILON = 1e-5;

	private static final int IMAGE_CHANNELS = 3;
	private static final int OUTER_SIDE = 9;
	private static final int INNER_SIDE = 3;

	private final int width;
	private final int blockCount;
	private final List<Convolution> convolutions = new ArrayList<>();
	private int parameterCount;
	private int statisticsCount;

	/**
	 * @param width channels after the first convolution, positive
	 * @param blockCount number of residual blocks
	 */
	public TransformationTopology(final int width, final int blockCount) {
		if (width < 1 || blockCount < 0) {
			throw new IllegalArgumentException("Not a network: width " + width + ", blocks " + blockCount + ".");
		}
		this.width = width;
		this.blockCount = blockCount;
		add("first", OUTER_SIDE, IMAGE_CHANNELS, width, Role.PLAIN);
		add("reduction1", INNER_SIDE, width, 2 * width, Role.REDUCES);
		add("reduction2", INNER_SIDE, 2 * width, 4 * width, Role.REDUCES);
		for (int block = 1; block <= blockCount; block++) {
			add("block" + block + "_first", INNER_SIDE, 4 * width, 4 * width, Role.BEGINS_BLOCK);
			add("block" + block + "_second", INNER_SIDE, 4 * width, 4 * width, Role.ENDS_BLOCK);
		}
		add("enlargement1", INNER_SIDE, 4 * width, 2 * width, Role.ENLARGES);
		add("enlargement2", INNER_SIDE, 2 * width, width, Role.ENLARGES);
		add("last", OUTER_SIDE, width, IMAGE_CHANNELS, Role.LAST);
	}

	/** Channels after the first convolution. */
	public int width() {
		return width;
	}

	/** Number of residual blocks. */
	public int blockCount() {
		return blockCount;
	}

	/** In the order in which they are computed. */
	public List<Convolution> convolutions() {
		return List.copyOf(convolutions);
	}

	/** How many numbers the network has. */
	public int parameterCount() {
		return parameterCount;
	}

	/** How many numbers its normalisations take from an image: a mean and a variance for each normalised channel. */
	public int statisticsCount() {
		return statisticsCount;
	}

	/**
	 * What has to be seen around a part of an image, so that the part comes out as that of the whole, with the same
	 * statistics.
	 */
	public Halo halo() {
		int reach = 0;
		int scale = 1;
		for (final Convolution convolution : convolutions) {
			if (convolution.role == Role.ENLARGES) scale /= 2;
			reach += convolution.side / 2 * scale;
			if (convolution.role == Role.REDUCES) scale *= 2;
		}
		return new Halo(reach, ALIGNMENT);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof TransformationTopology && ((TransformationTopology) other).width == width &&
			((TransformationTopology) other).blockCount == blockCount;
	}

	@Override
	public int hashCode() {
		return 31 * width + blockCount;
	}

	private void add(final String name, final int side, final int inputs, final int outputs, final Role role) {
		final Convolution convolution = new Convolution(name, side, inputs, outputs, role, parameterCount, statisticsCount);
		convolutions.add(convolution);
		parameterCount += convolution.kernelLength() + (convolution.isNormalised() ? 2 : 1) * outputs;
		if (convolution.isNormalised()) statisticsCount += 2 * outputs;
	}

	/** Where a convolution stands. */
	public enum Role {
			/** Keeps the size. */
			PLAIN,
			/** Halves the size, by stride 2. */
			REDUCES,
			/** The first of a residual block. */
			BEGINS_BLOCK,
			/** The second of a residual block: no ReLU, and what the block reads is added. */
			ENDS_BLOCK,
			/** Reads its input at twice the size. */
			ENLARGES,
			/** Gives the image: no normalisation, no ReLU, but a bias. */
			LAST
	}

	/** One convolution and what comes after it. Immutable. */
	public static final class Convolution {

		private final String name;
		private final int side;
		private final int inputChannels;
		private final int outputChannels;
		private final Role role;
		private final int offset;
		private final int statisticsOffset;

		private Convolution(final String name, final int side, final int inputChannels, final int outputChannels,
			final Role role, final int offset, final int statisticsOffset)
		{
			this.name = name;
			this.side = side;
			this.inputChannels = inputChannels;
			this.outputChannels = outputChannels;
			this.role = role;
			this.offset = offset;
			this.statisticsOffset = statisticsOffset;
		}

		/** For instance {@code block1_first}. */
		public String name() {
			return name;
		}

		/** Height and width of the kernel. */
		public int side() {
			return side;
		}

		public int inputChannels() {
			return inputChannels;
		}

		public int outputChannels() {
			return outputChannels;
		}

		public Role role() {
			return role;
		}

		/** Whether an instance normalisation follows; else the convolution has a bias. */
		public boolean isNormalised() {
			return role != Role.LAST;
		}

		/** Whether a ReLU follows. */
		public boolean isRectified() {
			return role != Role.LAST && role != Role.ENDS_BLOCK;
		}

		/** How many numbers the kernel has. */
		public int kernelLength() {
			return side * side * inputChannels * outputChannels;
		}

		/** Where the kernel begins in the vector of all numbers. */
		public int kernelOffset() {
			return offset;
		}

		/** Where the normalisation's scale begins in the vector of all numbers, or the bias. */
		public int scaleOffset() {
			return offset + kernelLength();
		}

		/** Where the normalisation's shift begins in the vector of all numbers. */
		public int shiftOffset() {
			return scaleOffset() + outputChannels;
		}

		/** Where the means begin in the vector of statistics; the variances, divided by the number of positions, follow. */
		public int statisticsOffset() {
			return statisticsOffset;
		}
	}
}
