package net.neuralstyle.benchmark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

/**
 * Times a whole transfer of 20 evaluations over the automatic pyramid, in a
 * process of its own and from its start to the result: all that starting costs is
 * in it. Prints JSON.
 */
public final class RunBenchmark {

	private RunBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments network ("compact" or "vgg16"), side of the square image in pixels */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		final Img<ARGBType> content = BenchmarkImages.squareArgb("content/chelsea.png", side);
		final Img<ARGBType> style = BenchmarkImages.squareArgb("style/great-wave.jpg", side);
		final NetworkWeights weights = BenchmarkNetworks.weights(arguments[0]);
		final double[] firstEvaluation = { 0 };
		final StyleTransfer transfer = new StyleTransfer(source(weights), Recipe.builder().set(Settings.ITERATIONS, 1)
			.build());
		transfer.run(content, style, new StyleTransferListener() {

			@Override
			public void evaluationFinished(final StyleTransferProgress progress) {
				if (firstEvaluation[0] == 0) firstEvaluation[0] = Measurement.secondsSinceStart();
			}
		});
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("first evaluation", firstEvaluation[0]);
		result.put("run", Measurement.secondsSinceStart());
		Measurement.report(result);
	}

	private static WeightsSource source(final NetworkWeights weights) {
		return new WeightsSource() {

			@Override
			public String name() {
				return "benchmark";
			}

			@Override
			public NetworkWeights load() {
				return weights;
			}
		};
	}
}
