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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tests {@link GreyProjection}. */
class GreyProjectionTest {

	private static final int PIXELS = 35;

	@Test
	void everyColourGetsTheMeanOfItsPixel() {
		final float[] values = random();
		final float[] projected = projected(values);
		for (int i = 0; i < values.length; i++) {
			final int pixel = i / 3 * 3;
			assertEquals((values[pixel] + values[pixel + 1] + values[pixel + 2]) / 3, projected[i], 1e-5f);
		}
	}

	@Test
	void coloursOfAPixelBecomeEqualToTheLastBit() {
		final float[] projected = projected(random());
		for (int i = 0; i < projected.length; i++) {
			assertEquals(projected[i / 3 * 3], projected[i]);
		}
	}

	@Test
	void projectedGradientStaysAsItIs() {
		final float[] once = projected(random());
		assertArrayEquals(once, projected(once), 1e-5f);
	}

	// -- Helper methods --

	private static float[] random() {
		final Random random = new Random(1);
		final float[] values = new float[3 * PIXELS];
		for (int i = 0; i < values.length; i++) {
			values[i] = 10 * (float) random.nextGaussian();
		}
		return values;
	}

	private static float[] projected(final float[] values) {
		try (TensorScope scope = new TensorScope(); GreyProjection projection = new GreyProjection(PIXELS)) {
			final INDArray gradient = scope.tensor(values, values.length);
			projection.apply(gradient);
			return gradient.toFloatVector();
		}
	}
}
