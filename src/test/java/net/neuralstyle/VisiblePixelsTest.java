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

package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that what is seen of an image lies between black and white, and how a loss of it changes with the image. */
class VisiblePixelsTest {

	private static final ImageSize SIZE = new ImageSize(7, 5);
	private static final int LENGTH = 7 * 5 * VggImage.CHANNELS;

	private TensorScope scope;
	private VisiblePixels visible;

	@BeforeEach
	void open() {
		scope = new TensorScope();
		visible = new VisiblePixels(SIZE, scope);
	}

	@AfterEach
	void close() {
		scope.close();
	}

	@Test
	void valuesAreKeptBetweenBlackAndWhite() {
		final float[] values = values();
		final INDArray image = tensor(values);
		final float[] expected = new float[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			expected[i] = seen(values[i], i);
		}
		assertArrayEquals(expected, TensorScope.values(visible.see(image)));
		assertArrayEquals(values, TensorScope.values(image));
	}

	@Test
	void gradientTellsHowALossOfWhatIsSeenChanges() {
		final float[] values = values();
		final float[] weights = VggImage.noise(SIZE, 8).values();
		visible.see(tensor(values));
		final INDArray gradient = tensor(weights);
		visible.turn(gradient);
		for (int i = 0; i < LENGTH; i++) {
			final float step = 0.5f;
			final float ahead = weights[i] * seen(values[i] - Math.signum(weights[i]) * step, i);
			final float here = weights[i] * seen(values[i], i);
			final boolean leadsBack = values[i] != seen(values[i], i) && (values[i] > 0) == (weights[i] > 0);
			// NB: By a descent; beyond the range one back counts though nothing is seen of it.
			assertEquals(leadsBack ? weights[i] : (here - ahead) / step * Math.signum(weights[i]), gradient.getFloat(i), 1e-2,
				"value " + i);
		}
	}

	/** Some inside of the range, some beyond its ends. */
	private static float[] values() {
		final float[] values = VggImage.noise(SIZE, 7).values();
		for (int i = 0; i < LENGTH; i++) {
			values[i] *= i % 5 + 1;
		}
		return values;
	}

	private static float seen(final float value, final int index) {
		final float mean = VggImage.mean(index % VggImage.CHANNELS);
		return Math.min(255 - mean, Math.max(-mean, value));
	}

	private INDArray tensor(final float[] values) {
		return scope.tensor(values, SIZE.height(), SIZE.width(), VggImage.CHANNELS);
	}
}
