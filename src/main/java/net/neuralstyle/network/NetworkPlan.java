package net.neuralstyle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** The steps of a network up to the deepest layer asked for, with the shapes of their outputs. Immutable. */
final class NetworkPlan {

	private final List<Step> steps = new ArrayList<>();
	private final long inputLength;

	/**
	 * @throws NoSuchElementException if the network has no layer of such a name
	 * @throws IllegalArgumentException if the image is so small that pooling
	 *           leaves nothing of it for a layer asked for
	 */
	NetworkPlan(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames) {
		inputLength = size.pixels() * VggImage.CHANNELS;
		final List<String> missing = new ArrayList<>(layerNames);
		long height = size.height();
		long width = size.width();
		long channels = VggImage.CHANNELS;
		int block = 0;
		for (final List<NetworkParameters.Convolution> convolutions : parameters.blocks()) {
			if (block > 0 && !missing.isEmpty()) {
				height /= 2;
				width /= 2;
				if (height == 0 || width == 0) {
					throw new IllegalArgumentException("An image of " + size + " pixels is too small for layer " +
						missing.get(0) + ".");
				}
				steps.add(new Step("block" + block + "_pool", null, height, width, channels));
			}
			block++;
			for (final NetworkParameters.Convolution convolution : convolutions) {
				if (missing.isEmpty()) break;
				channels = convolution.outputChannels;
				steps.add(new Step(convolution.name, convolution, height, width, channels));
				missing.removeIf(convolution.name::equals);
			}
		}
		if (!missing.isEmpty()) {
			throw new NoSuchElementException("The network has no layer " + missing.get(0) + ".");
		}
	}

	/**
	 * A convolution sees one position of its map further to each side, a pooling
	 * nothing, as long as windows start where its own do.
	 */
	static Halo halo(final NetworkParameters parameters, final Collection<String> layerNames) {
		final ImageSize large = new ImageSize(1 << parameters.blocks().size(), 1 << parameters.blocks().size());
		int reduction = 1;
		int reach = 0;
		for (final Step step : new NetworkPlan(parameters, large, layerNames).steps) {
			if (step.isPooling()) reduction *= 2;
			else reach += reduction;
		}
		return new Halo(reach, reduction);
	}

	/** From the pixels on. */
	List<Step> steps() {
		return Collections.unmodifiableList(steps);
	}

	/** Length of the largest output. */
	long largestOutput() {
		return steps.stream().mapToLong(Step::length).max().orElse(0);
	}

	/** Memory for the tensors of a {@link FeatureNetwork} with gradient, in bytes. */
	long bytes() {
		final long outputs = steps.stream().mapToLong(Step::length).sum();
		return Float.BYTES * (2 * inputLength + outputs + 2 * largestOutput());
	}

	/** A convolution or a pooling. Immutable. */
	static final class Step {

		final String name;
		/** Null for a pooling. */
		final NetworkParameters.Convolution convolution;
		/** Of the output, [1, H, W, C]. */
		final long[] shape;

		private Step(final String name, final NetworkParameters.Convolution convolution, final long height,
			final long width, final long channels)
		{
			this.name = name;
			this.convolution = convolution;
			shape = new long[] { 1, height, width, channels };
		}

		boolean isPooling() {
			return convolution == null;
		}

		private long length() {
			return shape[1] * shape[2] * shape[3];
		}
	}
}
