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

package net.neuralstyle.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.StyleNormalization;
import net.neuralstyle.reference.Rounding;
import net.neuralstyle.weights.ConvolutionWeights;
import net.neuralstyle.weights.NetworkWeights;

/**
 * The loss of neural style transfer and its gradient in float64, written straight
 * from the formulas with plain loops: slow, and sharing nothing with the engine,
 * so that the engine can be checked against it.
 */
final class NaiveObjective {

	private final NetworkWeights network;
	private final Pooling pooling;
	private final Precision precision;
	private final ImageSize size;
	private final List<NaiveTerm> layerTerms = new ArrayList<>();
	private double totalVariation;
	private double exponent;
	private double temporal;
	private double[] former;
	private double[] reliable;
	private final Map<String, Double> terms = new LinkedHashMap<>();

	/** The notebook's objective. */
	NaiveObjective(final NetworkWeights network, final LossWeights weights, final VggImage content, final VggImage style) {
		this(network, weights, content, style, Precision.FLOAT32);
	}

	/** The notebook's objective; the precision as in the other constructor. */
	NaiveObjective(final NetworkWeights network, final LossWeights weights, final VggImage content, final VggImage style,
		final Precision precision)
	{
		this(network, Pooling.MAX, content.size(), precision);
		if (weights.content() > 0) addContent(Map.of(weights.contentLayer(), weights.content()), content);
		if (weights.style() > 0) {
			final Map<String, Double> layers = new LinkedHashMap<>();
			weights.styleLayers().forEach(layer -> layers.put(layer, weights.style() / weights.styleLayers().size()));
			addStyle(layers, StyleNormalization.NOTEBOOK, null, List.of(new Exemplar(style, WeightMap.ones(style.size()), 1)));
		}
		addTotalVariation(weights.totalVariation(), 1.25);
	}

	/** An objective of no terms yet, for images of a size. */
	NaiveObjective(final NetworkWeights network, final Pooling pooling, final ImageSize size) {
		this(network, pooling, size, Precision.FLOAT32);
	}

	/**
	 * An objective of no terms yet, for images of a size.
	 *
	 * @param precision {@link Precision#BFLOAT16} rounds what that engine rounds, kernels,
	 *          pixels (to two numbers) and feature maps, which makes it another function; its
	 *          gradient is not rounded
	 */
	NaiveObjective(final NetworkWeights network, final Pooling pooling, final ImageSize size, final Precision precision) {
		this.network = network;
		this.pooling = pooling;
		this.size = size;
		this.precision = precision;
	}

	static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}

	/** Adds a content term, for a content as large as the images. */
	void addContent(final Map<String, Double> weights, final VggImage content) {
		final Map<String, FeatureMap> maps = byName(forward(doubles(content.values()), size));
		weights.forEach((layer, weight) -> layerTerms.add(new NaiveTerm("content", layer, map -> contentTerm(map, maps.get(
			layer).values, weight))));
	}

	/**
	 * Adds a style term.
	 *
	 * @param region [H, W], a weight for each pixel; null for ones
	 * @param styles that are blended
	 */
	void addStyle(final Map<String, Double> weights, final StyleNormalization normalization, final double[] region,
		final List<Exemplar> styles)
	{
		final double shares = styles.stream().mapToDouble(Exemplar::share).sum();
		final Map<String, double[][]> targets = new HashMap<>();
		styles.forEach(style -> {
			final Map<String, FeatureMap> maps = byName(forward(doubles(style.image().values()), style.image().size()));
			for (final String layer : weights.keySet()) {
				final FeatureMap map = maps.get(layer);
				final double[] positionWeights = reduced(doubles(style.region().reduced(1)), style.image().size(), map);
				final double[][] gram = gram(map, positionWeights, style.share() / shares / DoubleStream.of(
					positionWeights).sum());
				targets.merge(layer, gram, NaiveObjective::sum);
			}
		});
		weights.forEach((layer, weight) -> layerTerms.add(new NaiveTerm("style", layer, map -> styleTerm(map, targets.get(
			layer), weight, normalization, region == null ? ones((int) size.pixels()) : region))));
	}

	/** Adds the total variation, in place of any before. */
	void addTotalVariation(final double weight, final double power) {
		totalVariation = weight;
		exponent = power;
	}

	/**
	 * Adds a temporal term, in place of any before.
	 *
	 * @param image what the images should be like, of their size
	 * @param weights [H, W], how much each pixel counts
	 */
	void addTemporal(final double weight, final VggImage image, final double[] weights) {
		temporal = weight;
		former = doubles(image.values());
		reliable = weights;
	}

	/**
	 * @param pixels [H, W, 3]
	 * @param gradient receives the gradient, [H, W, 3]
	 */
	double evaluate(final double[] pixels, final double[] gradient) {
		final List<FeatureMap> maps = forward(pixels, size);
		final Map<String, FeatureMap> named = byName(maps);
		terms.clear();
		for (final NaiveTerm term : layerTerms) {
			final double value = term.formula.applyAsDouble(named.get(term.layer));
			terms.merge(term.name, value, Double::sum);
			terms.merge(term.name + " " + term.layer, value, Double::sum);
		}
		for (int i = maps.size() - 1; i > 0; i--) {
			maps.get(i).backward(maps.get(i - 1));
		}
		System.arraycopy(maps.get(0).gradient, 0, gradient, 0, gradient.length);
		terms.put("total variation", addTotalVariation(pixels, gradient));
		terms.put("temporal", addTemporal(pixels, gradient));
		return Stream.of("content", "style", "total variation", "temporal").mapToDouble(name -> terms.getOrDefault(name, 0.0))
			.sum();
	}

	/**
	 * The parts of the last evaluation's loss: "content", "style", "total
	 * variation" and "temporal", and the share of each layer, for instance "style block1_conv1".
	 */
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

	private static double contentTerm(final FeatureMap map, final double[] target, final double weight) {
		double sum = 0;
		for (int i = 0; i < map.values.length; i++) {
			final double difference = map.values[i] - target[i];
			sum += difference * difference;
			map.gradient[i] += weight * 2 * difference;
		}
		return weight * sum;
	}

	/** @param target the style's Gram matrix divided by its positions */
	private double styleTerm(final FeatureMap map, final double[][] target, final double weight,
		final StyleNormalization normalization, final double[] region)
	{
		final double[] positionWeights = reduced(region, size, map);
		final double positions = DoubleStream.of(positionWeights).sum();
		final double pixels = DoubleStream.of(region).sum();
		final double divisor = normalization == StyleNormalization.NOTEBOOK ? 4 * 9 * pixels * pixels //
			: 4.0 * map.channels * map.channels * positions * positions;
		final double factor = weight * size.pixels() / (512 * 512) / divisor;
		final double[][] gram = gram(map, positionWeights, 1);
		double sum = 0;
		for (int a = 0; a < map.channels; a++) {
			for (int b = 0; b < map.channels; b++) {
				final double difference = gram[a][b] - positions * target[a][b];
				sum += difference * difference;
				// NB: G[a][b] = sum T F[a] F[b], so both factors get their share.
				for (int position = 0; position < map.positions(); position++) {
					final int i = position * map.channels;
					final double slope = factor * 2 * difference * positionWeights[position];
					map.gradient[i + a] += slope * map.values[i + b];
					map.gradient[i + b] += slope * map.values[i + a];
				}
			}
		}
		return factor * sum;
	}

	/** The mean weight of the pixels that each position of a map stands for. */
	private static double[] reduced(final double[] region, final ImageSize imageSize, final FeatureMap map) {
		final int side = map.reduction;
		final double[] means = new double[map.positions()];
		for (int position = 0; position < means.length; position++) {
			for (int i = 0; i < side * side; i++) {
				final int x = position % map.width * side + i % side;
				final int y = position / map.width * side + i / side;
				means[position] += region[y * imageSize.width() + x] / (side * side);
			}
		}
		return means;
	}

	private double addTotalVariation(final double[] pixels, final double[] gradient) {
		final int row = 3 * size.width();
		final double smoothing = exponent < 1 ? 4 : 0;
		double sum = 0;
		for (int y = 0; y < size.height() - 1; y++) {
			for (int x = 0; x < size.width() - 1; x++) {
				for (int channel = 0; channel < 3; channel++) {
					final int here = y * row + 3 * x + channel;
					final double down = pixels[here] - pixels[here + row];
					final double right = pixels[here] - pixels[here + 3];
					final double squares = down * down + right * right + smoothing;
					sum += Math.pow(squares, exponent) - Math.pow(smoothing, exponent);
					final double slope = totalVariation * exponent * Math.pow(squares, exponent - 1) * 2;
					gradient[here] += slope * (down + right);
					gradient[here + row] -= slope * down;
					gradient[here + 3] -= slope * right;
				}
			}
		}
		return totalVariation * sum;
	}

	private double addTemporal(final double[] pixels, final double[] gradient) {
		double sum = 0;
		for (int i = 0; former != null && i < pixels.length; i++) {
			final double difference = pixels[i] - former[i];
			sum += reliable[i / 3] * difference * difference;
			gradient[i] += 2 * temporal * reliable[i / 3] * difference;
		}
		return temporal * sum;
	}

	private static double[][] gram(final FeatureMap map, final double[] positionWeights, final double factor) {
		final double[][] gram = new double[map.channels][map.channels];
		for (int i = 0; i < map.values.length; i += map.channels) {
			for (int a = 0; a < map.channels; a++) {
				for (int b = 0; b < map.channels; b++) {
					gram[a][b] += factor * positionWeights[i / map.channels] * map.values[i + a] * map.values[i + b];
				}
			}
		}
		return gram;
	}

	private static double[][] sum(final double[][] first, final double[][] second) {
		for (int a = 0; a < first.length; a++) {
			for (int b = 0; b < first.length; b++) {
				first[a][b] += second[a][b];
			}
		}
		return first;
	}

	private static double[] ones(final int length) {
		return DoubleStream.generate(() -> 1).limit(length).toArray();
	}

	/** Returns the image and the output of every convolution and pooling after it. */
	private List<FeatureMap> forward(final double[] pixels, final ImageSize imageSize) {
		final List<FeatureMap> maps = new ArrayList<>();
		maps.add(new FeatureMap(null, 1, imageSize.height(), imageSize.width(), 3, taken(pixels)));
		for (final List<ConvolutionWeights> block : network.blocks()) {
			if (maps.size() > 1) maps.add(last(maps).pooled(pooling));
			for (final ConvolutionWeights convolution : block) {
				maps.add(last(maps).convolved(convolution));
			}
		}
		return maps;
	}

	/** Pixels as the first convolution takes them. */
	private double[] taken(final double[] pixels) {
		if (precision != Precision.BFLOAT16) return pixels;
		return DoubleStream.of(pixels).map(pixel -> {
			final double rounded = rounded(pixel);
			return rounded + rounded(pixel - rounded);
		}).toArray();
	}

	private double rounded(final double number) {
		return precision == Precision.BFLOAT16 ? Rounding.toBfloat16((float) number) : number;
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
	private final class FeatureMap {

		/** What made this map; null for the image and for a pooling. */
		private final ConvolutionWeights convolution;
		/** How many pixels of the image a position is wide. */
		private final int reduction;
		private Pooling pooling;
		private final int height;
		private final int width;
		private final int channels;
		private final double[] values;
		private final double[] gradient;

		private FeatureMap(final ConvolutionWeights convolution, final int reduction, final int height, final int width,
			final int channels, final double[] values)
		{
			this.convolution = convolution;
			this.reduction = reduction;
			this.height = height;
			this.width = width;
			this.channels = channels;
			this.values = values;
			gradient = new double[values.length];
		}

		private int positions() {
			return height * width;
		}

		private FeatureMap pooled(final Pooling kind) {
			final FeatureMap result = new FeatureMap(null, 2 * reduction, height / 2, width / 2, channels, //
				new double[(height / 2) * (width / 2) * channels]);
			result.pooling = kind;
			for (int i = 0; i < result.values.length; i++) {
				final double[] shares = result.shares(i, this);
				for (int corner = 0; corner < shares.length; corner++) {
					result.values[i] += shares[corner] * values[result.corner(i, corner, this)];
				}
				result.values[i] = rounded(result.values[i]);
			}
			return result;
		}

		/** How much each of the four values of a window has of the pooled one. */
		private double[] shares(final int index, final FeatureMap input) {
			if (pooling == Pooling.AVERAGE) return new double[] { 0.25, 0.25, 0.25, 0.25 };
			int largest = 0;
			for (int corner = 1; corner < 4; corner++) {
				if (input.values[corner(index, corner, input)] > input.values[corner(index, largest, input)]) largest = corner;
			}
			final double[] shares = new double[4];
			shares[largest] = 1;
			return shares;
		}

		/** The index in the input of one of the four values from which one of this map's is pooled. */
		private int corner(final int index, final int corner, final FeatureMap input) {
			final int channel = index % channels;
			final int x = index / channels % width;
			final int y = index / channels / width;
			return ((2 * y + corner / 2) * input.width + 2 * x + corner % 2) * channels + channel;
		}

		private FeatureMap convolved(final ConvolutionWeights weights) {
			final int outputs = weights.outputChannels();
			final double[] result = new double[positions() * outputs];
			final double[] kernels = kernels(weights);
			for (int i = 0; i < result.length; i++) {
				result[i] = weights.bias()[i % outputs];
			}
			forEachTap(weights, this, (in, out, kernel) -> {
				for (int output = 0; output < outputs; output++) {
					result[out + output] += values[in] * kernels[kernel + output];
				}
			});
			for (int i = 0; i < result.length; i++) {
				result[i] = rounded(Math.max(0, result[i]));
			}
			return new FeatureMap(weights, reduction, height, width, outputs, result);
		}

		/** Adds to the gradient of the map from which this one was made. */
		private void backward(final FeatureMap input) {
			if (convolution == null) {
				for (int i = 0; i < values.length; i++) {
					final double[] shares = shares(i, input);
					for (int corner = 0; corner < shares.length; corner++) {
						input.gradient[corner(i, corner, input)] += shares[corner] * gradient[i];
					}
				}
				return;
			}
			for (int i = 0; i < values.length; i++) {
				if (!(values[i] > 0)) gradient[i] = 0;
			}
			final double[] kernels = kernels(convolution);
			forEachTap(convolution, input, (in, out, kernel) -> {
				for (int output = 0; output < channels; output++) {
					input.gradient[in] += gradient[out + output] * kernels[kernel + output];
				}
			});
		}

		private double[] kernels(final ConvolutionWeights weights) {
			return DoubleStream.of(doubles(weights.kernel())).map(NaiveObjective.this::rounded).toArray();
		}

		/** Visits each input value with each position of the output that it reaches. */
		private void forEachTap(final ConvolutionWeights weights, final FeatureMap input, final Tap tap) {
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

	/** One layer's share of a term. */
	private static final class NaiveTerm {

		private final String name;
		private final String layer;
		/** Adds its gradient to that of the feature map and returns its value. */
		private final ToDoubleFunction<FeatureMap> formula;

		private NaiveTerm(final String name, final String layer, final ToDoubleFunction<FeatureMap> formula) {
			this.name = name;
			this.layer = layer;
			this.formula = formula;
		}
	}
}
