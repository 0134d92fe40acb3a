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

import static net.neuralstyle.reference.Accuracy.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.reference.Accuracy;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that images so wide that a processor computes their feature maps in bands
 * have the loss and the gradient of plain loops. Eleven rows of these maps make a
 * band.
 */
class BandedConvolutionTest {

	private static final NetworkWeights NETWORK = KerasWeightsWriter.randomWeights(3, new int[] { 16, 16 },
		new int[] { 8 });
	private static final LossWeights WEIGHTS = new LossWeights(0.1, 5, 1, "block1_conv2", List.of("block1_conv2",
		"block2_conv1"));
	private static final int WIDTH = 2048;

	@ParameterizedTest
	@ValueSource(ints = { 11, 12, 22, 23, 31 })
	void lossAndGradientAreThoseOfPlainLoops(final int height) {
		final VggImage content = VggImage.noise(new ImageSize(WIDTH, height), 1);
		final VggImage style = VggImage.noise(new ImageSize(40, 30), 2).resizedTo(new ImageSize(90, 70));
		final float[] point = VggImage.noise(content.size(), 3).values();
		final double[] gradient = new double[point.length];
		final double loss = new NaiveObjective(NETWORK, WEIGHTS, content, style).evaluate(NaiveObjective.doubles(point),
			gradient);
		final EngineEvaluation engine = new EngineEvaluation(NETWORK, WEIGHTS, content, style, point);
		assertClose(loss, engine.value, "loss");
		assertTrue(Accuracy.relativeError(gradient, engine.gradient) < Accuracy.TOLERANCE);
	}
}
