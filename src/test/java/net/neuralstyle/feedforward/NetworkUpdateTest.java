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

package net.neuralstyle.feedforward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.optimize.AdamUpdate;
import net.neuralstyle.optimize.MuonUpdate;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that each number of a network moves as it is to. */
class NetworkUpdateTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(4, 1);
	private static final int COUNT = TOPOLOGY.parameterCount();
	private static final double LENGTH = 0.01;

	private TensorScope scope;
	private INDArray parameters;
	private INDArray gradient;
	private NetworkUpdate update;

	@BeforeEach
	void makeUpdate() {
		scope = new TensorScope();
		parameters = scope.tensor(InitialParameters.of(TOPOLOGY, 5), COUNT);
		gradient = scope.zeros(COUNT);
		update = new NetworkUpdate(TOPOLOGY, parameters, gradient, scope);
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@Test
	void kernelsBetweenTheFirstAndTheLastMoveByMuonAllOtherNumbersByAdam() {
		final INDArray byAdam = scope.tensor(TensorScope.values(parameters), COUNT);
		final INDArray own = scope.zeros(COUNT);
		final AdamUpdate adam = new AdamUpdate(byAdam, own, scope);
		final float[] before = TensorScope.values(parameters);
		steps(update, gradient, 0, 2);
		for (int i = 0; i < 2; i++) {
			own.assign(scope.tensor(gradient(i), COUNT));
			adam.step(LENGTH);
		}
		for (final Convolution convolution : TOPOLOGY.convolutions()) {
			final boolean isLast = convolution.role() == Role.LAST;
			final float[] expected = isLast || convolution.role() == Role.PLAIN ? part(TensorScope.values(byAdam), convolution
				.kernelOffset(), convolution.kernelLength()) : byMuon(convolution, before);
			// NB: Steps of the last convolution are 20 times as long.
			for (int i = 0; isLast && i < expected.length; i++) {
				expected[i] = before[convolution.kernelOffset() + i] + 20 * (expected[i] - before[convolution.kernelOffset() + i]);
			}
			assertArrayEquals(expected, part(TensorScope.values(parameters), convolution.kernelOffset(), convolution
				.kernelLength()), isLast ? 1e-5f : 1e-6f, convolution.name());
		}
	}

	@Test
	void scalesAndShiftsMoveByAdam() {
		final float[] before = TensorScope.values(parameters);
		steps(update, gradient, 0, 1);
		final float[] after = TensorScope.values(parameters);
		final float[] first = gradient(0);
		for (final Convolution convolution : TOPOLOGY.convolutions()) {
			if (!convolution.isNormalised()) continue;
			// NB: A first step of Adam is as long as asked for.
			for (int i = convolution.scaleOffset(); i < convolution.shiftOffset() + convolution.outputChannels(); i++) {
				assertEquals(before[i] - LENGTH * Math.signum(first[i]), after[i], 1e-6, convolution.name());
			}
		}
	}

	@Test
	void goesOnFromAnotherOnesStateToTheSameBytes() {
		steps(update, gradient, 0, 3);
		final INDArray rest = scope.tensor(TensorScope.values(parameters), COUNT);
		final INDArray gradientOfRest = scope.zeros(COUNT);
		final NetworkUpdate resumed = new NetworkUpdate(TOPOLOGY, rest, gradientOfRest, scope);
		resumed.resume(3, update.mean(), update.meanSquare());
		steps(update, gradient, 3, 6);
		steps(resumed, gradientOfRest, 3, 6);
		assertArrayEquals(TensorScope.values(parameters), TensorScope.values(rest));
	}

	@Test
	void gradientThatIsFarLongerThanThoseBeforeCountsAsFiveTimesAsLong() {
		steps(update, gradient, 0, 3);
		final INDArray others = scope.tensor(TensorScope.values(parameters), COUNT);
		final INDArray gradientOfOther = scope.zeros(COUNT);
		final NetworkUpdate other = new NetworkUpdate(TOPOLOGY, others, gradientOfOther, scope);
		other.resume(3, update.mean(), update.meanSquare());
		double weighted = 0;
		double weights = 0;
		for (int i = 0; i < 3; i++) {
			weighted += Math.pow(0.999, 2 - i) * square(gradient(i));
			weights += Math.pow(0.999, 2 - i);
		}
		final double longest = 5 * Math.sqrt(weighted / weights);
		gradient.assign(scope.tensor(gradient(3), COUNT).mul(1e4));
		update.step(LENGTH);
		gradientOfOther.assign(scope.tensor(gradient(3), COUNT).mul(longest / Math.sqrt(square(gradient(3)))));
		other.step(LENGTH);
		assertArrayEquals(TensorScope.values(others), TensorScope.values(parameters), 1e-5f);
	}

	@Test
	void gradientThatIsSomewhatLongerThanThoseBeforeCountsWhole() {
		steps(update, gradient, 0, 3);
		gradient.assign(scope.tensor(gradient(3), COUNT).mul(4));
		update.step(LENGTH);
		final float[] expected = gradient(3);
		final float[] mean = update.mean();
		final Convolution first = TOPOLOGY.convolutions().get(0);
		for (int i = 0; i < first.kernelLength(); i++) {
			double value = 0.4 * expected[i];
			for (int before = 0; before < 3; before++) {
				value += 0.1 * Math.pow(0.9, 3 - before) * gradient(before)[i];
			}
			assertEquals(value, mean[i], 1e-5);
		}
	}

	// -- Helper methods --

	private static double square(final float[] values) {
		double sum = 0;
		for (final float value : values) {
			sum += value * value;
		}
		return sum;
	}

	private void steps(final NetworkUpdate used, final INDArray target, final int from, final int to) {
		for (int i = from; i < to; i++) {
			target.assign(scope.tensor(gradient(i), COUNT));
			used.step(LENGTH);
		}
	}

	/** The gradient of a step. */
	private static float[] gradient(final int step) {
		final Random random = new Random(step);
		final float[] values = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	/** A kernel after two steps of Muon. */
	private float[] byMuon(final Convolution convolution, final float[] before) {
		final int outputs = convolution.outputChannels();
		final int rows = convolution.kernelLength() / outputs;
		final INDArray kernel = scope.tensor(part(before, convolution.kernelOffset(), convolution.kernelLength()), rows,
			outputs);
		final INDArray own = scope.zeros(rows, outputs);
		final MuonUpdate muon = new MuonUpdate(kernel, own, scope);
		for (int i = 0; i < 2; i++) {
			own.assign(scope.tensor(part(gradient(i), convolution.kernelOffset(), convolution.kernelLength()), rows, outputs));
			muon.step(LENGTH);
		}
		return TensorScope.values(kernel);
	}

	private static float[] part(final float[] values, final int from, final int length) {
		final float[] part = new float[length];
		System.arraycopy(values, from, part, 0, length);
		return part;
	}
}
