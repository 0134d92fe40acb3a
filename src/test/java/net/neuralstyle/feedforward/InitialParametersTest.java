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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.neuralstyle.EngineChoice;
import net.neuralstyle.TestPictures;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network is before its training. */
class InitialParametersTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(8, 2);

	@Test
	void sameSeedGivesTheSameNumbers() {
		assertArrayEquals(InitialParameters.of(TOPOLOGY, 3), InitialParameters.of(TOPOLOGY, 3));
		assertFalse(Arrays.equals(InitialParameters.of(TOPOLOGY, 3), InitialParameters.of(TOPOLOGY, 4)));
	}

	@Test
	void scalesAreOneAndShiftsAndTheBiasZero() {
		final float[] parameters = InitialParameters.of(TOPOLOGY, 3);
		for (final Convolution convolution : TOPOLOGY.convolutions()) {
			for (int i = 0; i < convolution.outputChannels(); i++) {
				assertEquals(convolution.isNormalised() ? 1 : 0, parameters[convolution.scaleOffset() + i]);
				if (convolution.isNormalised()) assertEquals(0, parameters[convolution.shiftOffset() + i]);
			}
		}
	}

	@Test
	void firstImageIsNearlyTheMeanColour() {
		final ImageSize size = new ImageSize(64, 64);
		try (TensorScope scope = new TensorScope();
				TransformationEngine engine = EngineChoice.open(TOPOLOGY, Precision.FLOAT32);
				TransformationNetwork network = engine.network(size, false))
		{
			final float[] parameters = InitialParameters.of(TOPOLOGY, 3);
			engine.setParameters(parameters);
			final float[] content = VggImage.of(TestPictures.waves(64, 64, 1)).values();
			final INDArray image = network.run(scope.tensor(content, content.length));
			double squares = 0;
			for (final float value : TensorScope.values(image)) {
				squares += (double) value * value;
			}
			final double deviation = Math.sqrt(squares / image.length());
			assertTrue(deviation > 0.3 && deviation < 3, () -> "The deviation is " + deviation);
		}
	}
}
