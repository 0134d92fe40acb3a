package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.weights.ConvolutionWeights;
import net.neuralstyle.weights.NetworkWeights;

/**
 * The loss of neural style transfer and its gradient in float64, written straight
 * from the formulas with plain loops: slow, and sharing nothing with the engine,
 * so that the engine can be checked against it.
 */
final class NaiveObjective {

	private final NetworkWeights network;
	private final LossWeights weights;
	private final ImageSize size;
	private final double[] contentMap;
	private final Map<String, double[][]> styleGrams = new HashMap<>();
	private final Map<String, Double> terms = new LinkedHashMap<>();

	NaiveObjective(final NetworkWeights network, final LossWeights weights, final VggImage content, final VggImage style) {
		this.network = network;
		this.weights = weights;
		size = content.size();
		final Map<String, FeatureMap> contentMaps = byName(forward(doubles(content.values()), size));
		contentMap = weights.content() > 0 ? contentMaps.get(weights.contentLayer()).values : null;
		final Map<String, FeatureMap> styleMaps = byName(forward(doubles(style.values()), style.size()));
		for (final String layer : weights.styleLayers()) {
			final double factor = (double) contentMaps.get(layer).positions() / styleMaps.get(layer).positions();
			styleGrams.put(layer, gram(styleMaps.get(layer), factor));
		}
	}

	static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}

	/**
	 * @param pixels [H, W, 3]
	 * @param gradient receives the gradient, [H, W, 3]
	 */
	double evaluate(final double[] pixels, final double[] gradient) {
		final List<FeatureMap> maps = forward(pixels, size);
		final Map<String, FeatureMap> named = byName(maps);
		terms.clear();
		if (weights.content() > 0) terms.put("content", addContent(named.get(weights.contentLayer())));
		if (weights.style() > 0) {
			for (final String layer : weights.styleLayers()) {
				terms.put(layer, addStyle(named.get(layer), styleGrams.get(layer)));
			}
		}
		for (int i = maps.size() - 1; i > 0; i--) {
			maps.get(i).backward(maps.get(i - 1));
		}
		System.arraycopy(maps.get(0).gradient, 0, gradient, 0, gradient.length);
		terms.put("total variation", addTotalVariation(pixels, gradient));
		return terms.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	/** The parts of the last evaluation's loss: "content", the style of each layer, "total variation". */
	Map<String, Double> terms() {
		return terms;
	}

	/** Returns the feature map of every convolution for an image as large as the content, [H, W, C] each. */
	Map<String, double[]> featureMaps(final double[] pixels) {
		final Map<String, double[]> values = new HashMap<>();
		byName(forward(pixels, size)).forEach((layer, map) -> values.put(layer, map.values));
		return values;
	}

	// -- Helper methods --

	private double addContent(final FeatureMap map) {
		double sum = 0;
		for (int i = 0; i < map.values.length; i++) {
			final double difference = map.values[i] - contentMap[i];
			sum += difference * difference;
			map.gradient[i] += weights.content() * 2 * difference;
		}
		return weights.content() * sum;
	}

	private double addStyle(final FeatureMap map, final double[][] target) {
		final double pixels = size.pixels();
		final double balance = pixels / (512 * 512);
		final double factor = weights.style() * balance / weights.styleLayers().size() / (4 * 9 * pixels * pixels);
		final double[][] gram = gram(map, 1);
		double sum = 0;
		for (int a = 0; a < map.channels; a++) {
			for (int b = 0; b < map.channels; b++) {
				final double difference = gram[a][b] - target[a][b];
				sum += difference * difference;
				// NB: G[a][b] = sum F[a] F[b], so both factors get their share.
				for (int i = 0; i < map.values.length; i += map.channels) {
					map.gradient[i + a] += factor * 2 * difference * map.values[i + b];
					map.gradient[i + b] += factor * 2 * difference * map.values[i + a];
				}
			}
		}
		return factor * sum;
	}

	private double addTotalVariation(final double[] pixels, final double[] gradient) {
		final int row = 3 * size.width();
		double sum = 0;
		for (int y = 0; y < size.height() - 1; y++) {
			for (int x = 0; x < size.width() - 1; x++) {
				for (int channel = 0; channel < 3; channel++) {
					final int here = y * row + 3 * x + channel;
					final double down = pixels[here] - pixels[here + row];
					final double right = pixels[here] - pixels[here + 3];
					final double squares = down * down + right * right;
					sum += Math.pow(squares, 1.25);
					final double slope = weights.totalVariation() * 1.25 * Math.pow(squares, 0.25) * 2;
					gradient[here] += slope * (down + right);
					gradient[here + row] -= slope * down;
					gradient[here + 3] -= slope * right;
				}
			}
		}
		return weights.totalVariation() * sum;
	}

	private static double[][] gram(final FeatureMap map, final double factor) {
		final double[][] gram = new double[map.channels][map.channels];
		for (int i = 0; i < map.values.length; i += map.channels) {
			for (int a = 0; a < map.channels; a++) {
				for (int b = 0; b < map.channels; b++) {
					gram[a][b] += factor * map.values[i + a] * map.values[i + b];
				}
			}
		}
		return gram;
	}

	/** Returns the image and the output of every convolution and pooling after it. */
	private List<FeatureMap> forward(final double[] pixels, final ImageSize imageSize) {
		final List<FeatureMap> maps = new ArrayList<>();
		maps.add(new FeatureMap(null, imageSize.height(), imageSize.width(), 3, pixels));
		for (final List<ConvolutionWeights> block : network.blocks()) {
			if (maps.size() > 1) maps.add(last(maps).pooled());
			for (final ConvolutionWeights convolution : block) {
				maps.add(last(maps).convolved(convolution));
			}
		}
		return maps;
	}

	private static FeatureMap last(final List<FeatureMap> maps) {
		return maps.get(maps.size() - 1);
	}

	private static Map<String, FeatureMap> byName(final List<FeatureMap> maps) {
		final Map<String, FeatureMap> named = new HashMap<>();
		for (final FeatureMap map : maps) {
			if (map.convolution != null) named.put(map.convolution.name(), map);
		}
		return named;
	}

	/** Values [height, width, channels] and their gradient. */
	private static final class FeatureMap {

		/** What made this map; null for the image and for a pooling. */
		private final ConvolutionWeights convolution;
		private final int height;
		private final int width;
		private final int channels;
		private final double[] values;
		private final double[] gradient;

		private FeatureMap(final ConvolutionWeights convolution, final int height, final int width, final int channels,
			final double[] values)
		{
			this.convolution = convolution;
			this.height = height;
			this.width = width;
			this.channels = channels;
			this.values = values;
			gradient = new double[values.length];
		}

		private int positions() {
			return height * width;
		}

		private FeatureMap pooled() {
			final int newHeight = height / 2;
			final int newWidth = width / 2;
			final double[] result = new double[newHeight * newWidth * channels];
			for (int i = 0; i < result.length; i++) {
				result[i] = values[largestOfWindow(i, newWidth)];
			}
			return new FeatureMap(null, newHeight, newWidth, channels, result);
		}

		private int largestOfWindow(final int pooledIndex, final int pooledWidth) {
			final int channel = pooledIndex % channels;
			final int x = pooledIndex / channels % pooledWidth;
			final int y = pooledIndex / channels / pooledWidth;
			int largest = -1;
			for (int corner = 0; corner < 4; corner++) {
				final int index = ((2 * y + corner / 2) * width + 2 * x + corner % 2) * channels + channel;
				if (largest < 0 || values[index] > values[largest]) largest = index;
			}
			return largest;
		}

		private FeatureMap convolved(final ConvolutionWeights weights) {
			final int outputs = weights.outputChannels();
			final double[] result = new double[positions() * outputs];
			for (int i = 0; i < result.length; i++) {
				result[i] = weights.bias()[i % outputs];
			}
			forEachTap(weights, this, (in, out, kernel) -> {
				for (int output = 0; output < outputs; output++) {
					result[out + output] += values[in] * weights.kernel()[kernel + output];
				}
			});
			for (int i = 0; i < result.length; i++) {
				result[i] = Math.max(0, result[i]);
			}
			return new FeatureMap(weights, height, width, outputs, result);
		}

		/** Adds to the gradient of the map from which this one was made. */
		private void backward(final FeatureMap input) {
			if (convolution == null) {
				for (int i = 0; i < values.length; i++) {
					input.gradient[input.largestOfWindow(i, width)] += gradient[i];
				}
				return;
			}
			for (int i = 0; i < values.length; i++) {
				if (!(values[i] > 0)) gradient[i] = 0;
			}
			forEachTap(convolution, input, (in, out, kernel) -> {
				for (int output = 0; output < channels; output++) {
					input.gradient[in] += gradient[out + output] * convolution.kernel()[kernel + output];
				}
			});
		}

		/** Visits each input value with each position of the output that it reaches. */
		private static void forEachTap(final ConvolutionWeights weights, final FeatureMap input, final Tap tap) {
			for (int y = 0; y < input.height; y++) {
				for (int x = 0; x < input.width; x++) {
					for (int offset = 0; offset < 9; offset++) {
						final int inY = y + offset / 3 - 1;
						final int inX = x + offset % 3 - 1;
						if (inY < 0 || inY >= input.height || inX < 0 || inX >= input.width) continue;
						for (int channel = 0; channel < input.channels; channel++) {
							tap.visit((inY * input.width + inX) * input.channels + channel, //
								(y * input.width + x) * weights.outputChannels(), //
								(offset * input.channels + channel) * weights.outputChannels());
						}
					}
				}
			}
		}
	}

	/** One multiplication of a convolution, for all output channels. */
	@FunctionalInterface
	private interface Tap {

		void visit(int input, int firstOutput, int firstKernelValue);
	}
}
