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

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Gives each channel of a map a mean of 0 and a variance of 1 over its positions, in place, then a scale and a shift.
 */
final class InstanceNormalisation {

	private static final long[] NO_ARGUMENTS = {};

	private final INDArray normalised;
	private final INDArray scale;
	private final INDArray factor;
	private final INDArray scratch;
	private final ChannelSums sums;
	private final TensorScope scope;
	private final Operation findMean;
	private final Operation subtractMean;
	private final List<Operation> findVariance = new ArrayList<>();
	private final List<Operation> finish = new ArrayList<>();

	/**
	 * @param parameters [P], in the order of the topology
	 * @param statistics in the order of the topology: where the mean and the variance are put, or taken from
	 * @param map [N, C]; normalised in place
	 * @param output [N, C]
	 * @param scratch of the same shape
	 * @param scope owns what this needs
	 */
	InstanceNormalisation(final Convolution convolution, final INDArray parameters, final INDArray statistics,
		final INDArray map, final INDArray output, final INDArray scratch, final ChannelSums sums, final TensorScope scope)
	{
		normalised = map;
		this.scratch = scratch;
		this.sums = sums;
		this.scope = scope;
		final int channels = convolution.outputChannels();
		final INDArray mean = row(statistics, convolution.statisticsOffset(), channels);
		final INDArray variance = row(statistics, convolution.statisticsOffset() + channels, channels);
		scale = row(parameters, convolution.scaleOffset(), channels);
		final INDArray shift = row(parameters, convolution.shiftOffset(), channels);
		factor = scope.zeros(1, channels);
		final INDArray epsilon = scope.zeros(1, channels);
		epsilon.assign(TransformationTopology.EPSILON);
		final INDArray exponent = scope.zeros(1, channels);
		exponent.assign(-0.5);
		final double share = 1.0 / map.size(0);
		findMean = sums.of(map, share, mean);
		subtractMean = elementwise("subtract", map, mean, map);
		findVariance.add(elementwise("multiply", map, map, scratch));
		findVariance.add(sums.of(scratch, share, variance));
		finish.add(elementwise("add", variance, epsilon, factor));
		finish.add(elementwise("Pow", factor, exponent, factor));
		finish.add(elementwise("multiply", map, factor, map));
		finish.add(elementwise("multiply", map, scale, output));
		finish.add(elementwise("add", output, shift, output));
	}

	/** @param own whether the mean and the variance are the map's own, else those that are there */
	void forward(final boolean own) {
		if (own) findMean.run();
		subtractMean.run();
		if (own) findVariance.forEach(Operation::run);
		finish.forEach(Operation::run);
	}

	/**
	 * Prepares the way back from the output to the map, with the map's own mean and variance.
	 *
	 * @param gradient [N, C], with respect to the output; then with respect to the map
	 * @param scaleGradient [1, C]; set
	 * @param shiftGradient [1, C]; set
	 */
	List<Operation> backward(final INDArray gradient, final INDArray scaleGradient, final INDArray shiftGradient) {
		final double share = 1.0 / gradient.size(0);
		final INDArray sharedScale = scope.zeros(scaleGradient.shape());
		final INDArray sharedShift = scope.zeros(scaleGradient.shape());
		final INDArray gain = scope.zeros(scaleGradient.shape());
		final List<Operation> operations = new ArrayList<>();
		operations.add(sums.of(gradient, 1, shiftGradient));
		operations.add(sums.of(gradient, share, sharedShift));
		operations.add(elementwise("multiply", gradient, normalised, scratch));
		operations.add(sums.of(scratch, 1, scaleGradient));
		operations.add(sums.of(scratch, share, sharedScale));
		operations.add(elementwise("multiply", normalised, sharedScale, scratch));
		operations.add(elementwise("subtract", gradient, scratch, gradient));
		operations.add(elementwise("subtract", gradient, sharedShift, gradient));
		operations.add(elementwise("multiply", scale, factor, gain));
		operations.add(elementwise("multiply", gradient, gain, gradient));
		return operations;
	}

	private Operation elementwise(final String name, final INDArray a, final INDArray b, final INDArray result) {
		return scope.operation(name, new INDArray[] { a, b }, result, NO_ARGUMENTS);
	}

	private static INDArray row(final INDArray vector, final long offset, final long length) {
		return vector.get(NDArrayIndex.interval(offset, offset + length)).reshape('c', 1, length);
	}
}
