package net.neuralstyle;

import java.util.List;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

/** A network of random weights with three blocks of a few channels, so that whole runs take a moment. */
final class SmallNetwork implements WeightsSource {

	/** Smallest tile that it can be computed in. */
	static final int SMALLEST_TILE = 56;

	/** Starts a recipe that fits it: one iteration at the content's size. */
	static Recipe.Builder recipe() {
		return Recipe.builder().set(Settings.SIZE, 0).set(Settings.ITERATIONS, 1).set(Settings.CONTENT_LAYERS, List.of(
			"block2_conv2")).set(Settings.STYLE_LAYERS, List.of("block1_conv2", "block2_conv1", "block3_conv1")).set(
				Settings.STYLE_LAYER_WEIGHTS, List.of());
	}

	@Override
	public String name() {
		return "Small network";
	}

	@Override
	public NetworkWeights load() {
		return KerasWeightsWriter.randomWeights(5, new int[] { 4, 5 }, new int[] { 6, 7 }, new int[] { 8 });
	}
}
