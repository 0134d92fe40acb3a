package net.neuralstyle.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Weights that no reader would let through, to see how what computes fails. */
public final class MisshapenWeights {

	private MisshapenWeights() {
		// NB: Not instantiable.
	}

	/** Makes weights with a convolution that reads more channels than the one before it has. */
	public static NetworkWeights ofWrongChannels() {
		final Random random = new Random(1);
		return with(KerasWeightsWriter.randomConvolution("block2_conv1", 9, 6, random));
	}

	/** Makes weights with a kernel that has too few numbers for its shape. */
	public static NetworkWeights ofTooFewNumbers() {
		return with(new ConvolutionWeights("block2_conv1", 5, 6, new float[9 * 5 * 6 - 1], new float[6]));
	}

	/** Makes weights with a convolution of which there are no numbers. */
	public static NetworkWeights ofNoNumbers() {
		return with(new ConvolutionWeights("block2_conv1", 5, 6, null, null));
	}

	// -- Helper methods --

	/** As a network of random weights, but for the first convolution of the second block. */
	private static NetworkWeights with(final ConvolutionWeights wrong) {
		final NetworkWeights right = KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6, 7 }, new int[] {
			8 });
		final List<List<ConvolutionWeights>> blocks = new ArrayList<>(right.blocks());
		blocks.set(1, List.of(wrong, blocks.get(1).get(1)));
		return new NetworkWeights(blocks, "misshapen");
	}
}
