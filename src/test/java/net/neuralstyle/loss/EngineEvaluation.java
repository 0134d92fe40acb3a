package net.neuralstyle.loss;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NetworkParameters;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.NetworkWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The engine's loss and gradient at a point. */
final class EngineEvaluation {

	final Loss loss;
	final double value;
	final double[] gradient;

	EngineEvaluation(final NetworkWeights network, final LossWeights weights, final VggImage content,
		final VggImage style, final float[] point)
	{
		this(network, weights, content, style, point, Integer.MAX_VALUE);
	}

	EngineEvaluation(final NetworkWeights network, final LossWeights weights, final VggImage content,
		final VggImage style, final float[] point, final int largestTile)
	{
		try (NetworkParameters parameters = new NetworkParameters(network)) {
			final EngineEvaluation same = new EngineEvaluation(parameters, weights, content, style, point, largestTile);
			loss = same.loss;
			value = same.value;
			gradient = same.gradient;
		}
	}

	EngineEvaluation(final NetworkParameters parameters, final LossWeights weights, final VggImage content,
		final VggImage style, final float[] point, final int largestTile)
	{
		try (NotebookObjective objective = new NotebookObjective(parameters, weights, content, style,
			largestTile); TensorScope scope = new TensorScope())
		{
			final INDArray gradientTensor = scope.zeros(point.length);
			// NB: Whatever was there before must not count.
			gradientTensor.assign(Float.NaN);
			value = objective.evaluate(scope.tensor(point, point.length), gradientTensor);
			loss = objective.lastLoss();
			gradient = NaiveObjective.doubles(gradientTensor.data().asFloat());
		}
	}
}
