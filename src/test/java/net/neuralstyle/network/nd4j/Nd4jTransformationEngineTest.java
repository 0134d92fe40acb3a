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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What ND4J's transformation networks have to themselves: bands, and buffers that are shared unless one trains. */
class Nd4jTransformationEngineTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(4, 2);
	private static final ImageSize SIZE = new ImageSize(24, 20);
	private static final float[] PARAMETERS = NaiveTransformation.randomParameters(TOPOLOGY, 3);

	private TensorScope scope;
	private Nd4jTransformationEngine engine;
	private INDArray pixels;

	@BeforeEach
	void open() {
		scope = new TensorScope();
		engine = scope.own(new Nd4jTransformationEngine(TOPOLOGY));
		engine.setParameters(PARAMETERS);
		final float[] values = VggImage.noise(SIZE, 1).values();
		pixels = scope.tensor(values, values.length);
	}

	@AfterEach
	void close() {
		scope.close();
	}

	@Test
	void trainingGivesTheSameImage() {
		final INDArray image = scope.own(engine.network(SIZE, false)).run(pixels);
		assertArrayEquals(TensorScope.values(image), TensorScope.values(scope.own(engine.network(SIZE, true)).run(pixels)));
	}

	@Test
	void statisticsFoundLastStayWhenOthersAreGiven() {
		final TransformationNetwork network = scope.own(engine.network(SIZE, false));
		network.run(pixels);
		final INDArray before = scope.zeros(TOPOLOGY.statisticsCount());
		network.copyStatistics(before);
		network.run(pixels, tensor(new Random(9).doubles(TOPOLOGY.statisticsCount(), 0.5, 1.5).toArray()));
		final INDArray after = scope.zeros(TOPOLOGY.statisticsCount());
		network.copyStatistics(after);
		assertArrayEquals(TensorScope.values(before), TensorScope.values(after));
	}

	@Tag("slow")
	@Test
	void bandsChangeNothing() {
		final TransformationTopology topology = new TransformationTopology(16, 0);
		final ImageSize large = new ImageSize(512, 240);
		final float[] parameters = NaiveTransformation.randomParameters(topology, 4);
		final Nd4jTransformationEngine wide = scope.own(new Nd4jTransformationEngine(topology));
		wide.setParameters(parameters);
		final TransformationNetwork network = scope.own(wide.network(large, true));
		final float[] values = VggImage.noise(large, 1).values();
		final double[] slope = new Random(5).doubles(large.pixels() * 3, -1, 1).toArray();
		final NaiveTransformation loops = new NaiveTransformation(topology, doubles(parameters));
		assertClose(loops.run(large, doubles(values)), network.run(scope.tensor(values, values.length)));
		final INDArray sum = scope.zeros(topology.parameterCount());
		network.addGradient(tensor(slope), sum);
		// NB: One of two million values of 0 that float32 has on the other side of it is 7e-4 of the gradient; a row of a
		// band that is left out is 6e-2.
		assertClose(loops.gradient(slope), sum, 5e-3);
	}

	// -- Helper methods --

	private INDArray tensor(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			floats[i] = (float) values[i];
		}
		return scope.tensor(floats, floats.length);
	}

	private static void assertClose(final double[] expected, final INDArray actual) {
		assertClose(expected, actual, Accuracy.TOLERANCE);
	}

	private static void assertClose(final double[] expected, final INDArray actual, final double tolerance) {
		final double error = Accuracy.relativeError(expected, doubles(TensorScope.values(actual)));
		assertTrue(error <= tolerance, () -> "The relative error is " + error);
	}

	private static double[] doubles(final float[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}
}
