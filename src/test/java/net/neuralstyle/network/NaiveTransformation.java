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

import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/**
 * An image transformation network in float64, written straight from the definition in {@link TransformationTopology}
 * with plain loops: slow, and sharing nothing with the engines, so that they can be checked against it.
 */
public final class NaiveTransformation {

	private final TransformationTopology topology;
	private final double[] parameters;
	private final double[] statistics;
	/** What each convolution has made of the image that was transformed last, in the order of the topology. */
	private final Step[] steps;

	/** @param parameters in the order of the topology; not copied, so that single ones can be changed between runs */
	public NaiveTransformation(final TransformationTopology topology, final double[] parameters) {
		this.topology = topology;
		this.parameters = parameters;
		statistics = new double[topology.statisticsCount()];
		steps = new Step[topology.convolutions().size()];
	}

	/**
	 * Numbers with which values stay of order one and nothing is symmetrical: kernels as He et al. (2015) draw them,
	 * scales around 1, shifts and biases around 0.
	 */
	public static float[] randomParameters(final TransformationTopology topology, final long seed) {
		final Random random = new Random(seed);
		final float[] result = new float[topology.parameterCount()];
		for (final TransformationTopology.Convolution convolution : topology.convolutions()) {
			final double deviation = Math.sqrt(2.0 * convolution.outputChannels() / convolution.kernelLength());
			for (int i = 0; i < convolution.kernelLength(); i++) {
				result[convolution.kernelOffset() + i] = (float) (deviation * random.nextGaussian());
			}
			for (int i = 0; i < convolution.outputChannels(); i++) {
				result[convolution.scaleOffset() + i] = (float) (0.2 * random.nextGaussian());
				if (!convolution.isNormalised()) continue;
				result[convolution.scaleOffset() + i] += 1;
				result[convolution.shiftOffset() + i] = (float) (0.3 * random.nextGaussian());
			}
		}
		return result;
	}

	/** Transforms an image [H, W, 3], each channel normalised by its own mean and variance. */
	public double[] run(final ImageSize size, final double[] pixels) {
		return run(size, pixels, null);
	}

	/** Transforms an image [H, W, 3], each channel normalised by the given statistics, in the order of the topology. */
	public double[] run(final ImageSize size, final double[] pixels, final double[] given) {
		Values map = new Values(size.height(), size.width(), VggImage.CHANNELS, pixels);
		Values trunk = null;
		for (int i = 0; i < steps.length; i++) {
			final Step step = new Step(topology.convolutions().get(i));
			steps[i] = step;
			if (step.convolution.role() == TransformationTopology.Role.BEGINS_BLOCK) trunk = map;
			map = step.run(map, trunk, given);
		}
		return map.values;
	}

	/** Means and variances that the last run without given ones has found, in the order of the topology. */
	public double[] statistics() {
		return statistics;
	}

	/**
	 * The gradient with respect to the parameters of a function of the image that the last run without given statistics
	 * made.
	 *
	 * @param imageGradient the function's gradient with respect to the image
	 */
	public double[] gradient(final double[] imageGradient) {
		final double[] result = new double[parameters.length];
		Values gradient = steps[steps.length - 1].output.like(imageGradient);
		Values trunkGradient = null;
		for (int i = steps.length - 1; i >= 0; i--) {
			final TransformationTopology.Role role = steps[i].convolution.role();
			if (role == TransformationTopology.Role.ENDS_BLOCK) trunkGradient = gradient;
			gradient = steps[i].gradient(gradient, result);
			if (role == TransformationTopology.Role.BEGINS_BLOCK) gradient = gradient.plus(trunkGradient);
		}
		return result;
	}

	/** One convolution with what comes before and after it. */
	private final class Step {

		private final TransformationTopology.Convolution convolution;
		private final int stride;
		private final int margin;
		private int inputHeight;
		private int inputWidth;
		private Values mirrored;
		private Values normalised;
		private Values output;

		private Step(final TransformationTopology.Convolution convolution) {
			this.convolution = convolution;
			stride = convolution.role() == TransformationTopology.Role.REDUCES ? 2 : 1;
			margin = convolution.side() / 2;
		}

		private Values run(final Values input, final Values trunk, final double[] given) {
			final boolean enlarges = convolution.role() == TransformationTopology.Role.ENLARGES;
			final Values read = enlarges ? input.enlarged() : input;
			inputHeight = read.height;
			inputWidth = read.width;
			mirrored = read.mirrored(margin);
			output = convolve();
			if (!convolution.isNormalised()) return output;
			output = normalise(given);
			if (convolution.isRectified()) {
				for (int i = 0; i < output.values.length; i++) {
					output.values[i] = Math.max(0, output.values[i]);
				}
			}
			else output = output.plus(trunk);
			return output;
		}

		private Values convolve() {
			final int inputs = convolution.inputChannels();
			final int outputs = convolution.outputChannels();
			final Values result = new Values(inputHeight / stride, inputWidth / stride, outputs);
			for (int y = 0; y < result.height; y++) {
				for (int x = 0; x < result.width; x++) {
					final int to = result.at(y, x);
					for (int o = 0; o < outputs && !convolution.isNormalised(); o++) {
						result.values[to + o] = parameters[convolution.scaleOffset() + o];
					}
					for (int row = 0; row < convolution.side(); row++) {
						for (int column = 0; column < convolution.side(); column++) {
							final int from = mirrored.at(y * stride + row, x * stride + column);
							for (int i = 0; i < inputs; i++) {
								for (int o = 0; o < outputs; o++) {
									result.values[to + o] += mirrored.values[from + i] * parameters[kernelAt(row, column, i) + o];
								}
							}
						}
					}
				}
			}
			return result;
		}

		private Values normalise(final double[] given) {
			final int channels = convolution.outputChannels();
			final int positions = output.height * output.width;
			normalised = new Values(output.height, output.width, channels);
			final Values result = new Values(output.height, output.width, channels);
			for (int c = 0; c < channels; c++) {
				final int at = convolution.statisticsOffset() + c;
				if (given == null) {
					double sum = 0;
					for (int i = c; i < output.values.length; i += channels) {
						sum += output.values[i];
					}
					statistics[at] = sum / positions;
					double squares = 0;
					for (int i = c; i < output.values.length; i += channels) {
						squares += Math.pow(output.values[i] - statistics[at], 2);
					}
					statistics[at + channels] = squares / positions;
				}
				final double[] used = given == null ? statistics : given;
				final double deviation = deviation(used[at + channels]);
				for (int i = c; i < output.values.length; i += channels) {
					normalised.values[i] = (output.values[i] - used[at]) / deviation;
					result.values[i] = parameters[convolution.scaleOffset() + c] * normalised.values[i] + parameters[convolution
						.shiftOffset() + c];
				}
			}
			return result;
		}

		private Values gradient(final Values outputGradient, final double[] sum) {
			return convolveBack(convolution.isNormalised() ? normaliseBack(outputGradient, sum) : outputGradient, sum);
		}

		private Values normaliseBack(final Values outputGradient, final double[] sum) {
			final int channels = convolution.outputChannels();
			final int positions = output.height * output.width;
			final Values result = new Values(output.height, output.width, channels);
			for (int c = 0; c < channels; c++) {
				double shift = 0;
				double scale = 0;
				for (int i = c; i < result.values.length; i += channels) {
					final boolean passes = !convolution.isRectified() || output.values[i] > 0;
					result.values[i] = passes ? outputGradient.values[i] : 0;
					shift += result.values[i];
					scale += result.values[i] * normalised.values[i];
				}
				sum[convolution.scaleOffset() + c] += scale;
				sum[convolution.shiftOffset() + c] += shift;
				final double factor = parameters[convolution.scaleOffset() + c] / deviation(statistics[convolution
					.statisticsOffset() + channels + c]);
				for (int i = c; i < result.values.length; i += channels) {
					result.values[i] = factor * (result.values[i] - shift / positions - normalised.values[i] * scale / positions);
				}
			}
			return result;
		}

		private Values convolveBack(final Values gradient, final double[] sum) {
			final int inputs = convolution.inputChannels();
			final int outputs = convolution.outputChannels();
			final Values mirroredGradient = new Values(mirrored.height, mirrored.width, inputs);
			for (int y = 0; y < gradient.height; y++) {
				for (int x = 0; x < gradient.width; x++) {
					final int at = gradient.at(y, x);
					for (int o = 0; o < outputs && !convolution.isNormalised(); o++) {
						sum[convolution.scaleOffset() + o] += gradient.values[at + o];
					}
					for (int row = 0; row < convolution.side(); row++) {
						for (int column = 0; column < convolution.side(); column++) {
							final int from = mirrored.at(y * stride + row, x * stride + column);
							for (int i = 0; i < inputs; i++) {
								for (int o = 0; o < outputs; o++) {
									final int number = kernelAt(row, column, i) + o;
									sum[number] += gradient.values[at + o] * mirrored.values[from + i];
									mirroredGradient.values[from + i] += gradient.values[at + o] * parameters[number];
								}
							}
						}
					}
				}
			}
			final Values result = mirroredGradient.folded(margin);
			return convolution.role() == TransformationTopology.Role.ENLARGES ? result.summedUp() : result;
		}

		private int kernelAt(final int row, final int column, final int input) {
			return convolution.kernelOffset() + ((row * convolution.side() + column) * convolution.inputChannels() + input) *
				convolution.outputChannels();
		}

		private double deviation(final double variance) {
			return Math.sqrt(variance + TransformationTopology.EPSILON);
		}
	}

	/** A map [height, width, channels]. */
	private static final class Values {

		private final int height;
		private final int width;
		private final int channels;
		private final double[] values;

		private Values(final int height, final int width, final int channels) {
			this(height, width, channels, new double[height * width * channels]);
		}

		private Values(final int height, final int width, final int channels, final double[] values) {
			this.height = height;
			this.width = width;
			this.channels = channels;
			this.values = values;
		}

		private int at(final int y, final int x) {
			return (y * width + x) * channels;
		}

		private Values like(final double[] others) {
			return new Values(height, width, channels, others);
		}

		private Values plus(final Values other) {
			final Values result = new Values(height, width, channels, values.clone());
			for (int i = 0; i < values.length; i++) {
				result.values[i] += other.values[i];
			}
			return result;
		}

		/** With a margin in which it is mirrored, the outermost row not repeated. */
		private Values mirrored(final int margin) {
			final Values result = new Values(height + 2 * margin, width + 2 * margin, channels);
			for (int y = 0; y < result.height; y++) {
				for (int x = 0; x < result.width; x++) {
					System.arraycopy(values, at(inside(y - margin, height), inside(x - margin, width)), result.values, result.at(y,
						x), channels);
				}
			}
			return result;
		}

		/** The transpose of {@link #mirrored}: what is in the margin is added to where it came from. */
		private Values folded(final int margin) {
			final Values result = new Values(height - 2 * margin, width - 2 * margin, channels);
			for (int y = 0; y < height; y++) {
				for (int x = 0; x < width; x++) {
					final int to = result.at(inside(y - margin, result.height), inside(x - margin, result.width));
					for (int c = 0; c < channels; c++) {
						result.values[to + c] += values[at(y, x) + c];
					}
				}
			}
			return result;
		}

		/** Each position four times. */
		private Values enlarged() {
			final Values result = new Values(2 * height, 2 * width, channels);
			for (int y = 0; y < result.height; y++) {
				for (int x = 0; x < result.width; x++) {
					System.arraycopy(values, at(y / 2, x / 2), result.values, result.at(y, x), channels);
				}
			}
			return result;
		}

		/** The transpose of {@link #enlarged}. */
		private Values summedUp() {
			final Values result = new Values(height / 2, width / 2, channels);
			for (int y = 0; y < height; y++) {
				for (int x = 0; x < width; x++) {
					for (int c = 0; c < channels; c++) {
						result.values[result.at(y / 2, x / 2) + c] += values[at(y, x) + c];
					}
				}
			}
			return result;
		}

		private static int inside(final int index, final int length) {
			if (index < 0) return -index;
			return index < length ? index : 2 * (length - 1) - index;
		}
	}
}
