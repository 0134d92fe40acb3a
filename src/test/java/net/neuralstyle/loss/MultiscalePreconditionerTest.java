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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that the preconditioner is a symmetric, positive definite matrix that prefers large shapes. */
class MultiscalePreconditionerTest {

	private TensorScope scope;

	@BeforeEach
	void openScope() {
		scope = new TensorScope();
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@ParameterizedTest
	@CsvSource({ "64, 64", "37, 51", "3, 90", "2, 2", "1, 1", "200, 17" })
	void matrixIsSymmetric(final int width, final int height) {
		final ImageSize size = new ImageSize(width, height);
		final INDArray a = noise(size, 1);
		final INDArray b = noise(size, 2);
		final double scale = Vectors.norm(apply(size, a)) * Vectors.norm(b);
		assertEquals(Vectors.dot(apply(size, a), b), Vectors.dot(a, apply(size, b)), 1e-6 * scale);
	}

	@ParameterizedTest
	@CsvSource({ "64, 64", "37, 51", "3, 90", "2, 2", "1, 1", "200, 17" })
	void matrixIsNoSmallerThanTheIdentity(final int width, final int height) {
		final ImageSize size = new ImageSize(width, height);
		final INDArray a = noise(size, 1);
		assertTrue(Vectors.dot(apply(size, a), a) >= (1 - 1e-6) * Vectors.dot(a, a));
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 16 })
	void checkerboardOfLargerSquaresGainsMore(final int square) {
		final double gain = gain(2 * square) / gain(square);
		// NB: Not a pure octave, as edges are fine detail; smaller squares average away.
		assertTrue(gain > 1.2 && gain < 1.05 * MultiscalePreconditioner.GAIN, () -> "gain " + gain);
	}

	@Test
	void finestCheckerboardIsLeftAsItIs() {
		assertEquals(1, gain(1), 0.01);
	}

	@ParameterizedTest
	@CsvSource({ "64, 64", "37, 51", "3, 90", "2, 2", "1, 1", "200, 17" })
	void squaredNormIsThatOfTheMatrix(final int width, final int height) {
		final ImageSize size = new ImageSize(width, height);
		final INDArray a = noise(size, 1);
		final double expected = Vectors.dot(apply(size, a), a);
		try (MultiscalePreconditioner preconditioner = new MultiscalePreconditioner(size)) {
			assertEquals(expected, preconditioner.squaredNorm(a), 1e-5 * expected);
		}
	}

	@Test
	void vectorIsNotModified() {
		final ImageSize size = new ImageSize(37, 51);
		final INDArray vector = noise(size, 1);
		apply(size, vector);
		assertEquals(noise(size, 1), vector);
	}

	// -- Helper methods --

	/** v^T P v / v^T v */
	private double gain(final int square) {
		final ImageSize size = new ImageSize(256, 256);
		final INDArray board = scope.tensor(checkerboard(size, square), size.pixels() * VggImage.CHANNELS);
		return Vectors.dot(apply(size, board), board) / Vectors.dot(board, board);
	}

	private INDArray noise(final ImageSize size, final long seed) {
		final float[] values = VggImage.noise(size, seed).values();
		return scope.tensor(values, values.length);
	}

	private INDArray apply(final ImageSize size, final INDArray vector) {
		final INDArray result = scope.zeros(vector.length());
		try (MultiscalePreconditioner preconditioner = new MultiscalePreconditioner(size)) {
			preconditioner.apply(vector, result);
		}
		return result;
	}

	private static float[] checkerboard(final ImageSize size, final int square) {
		final float[] values = new float[(int) size.pixels() * VggImage.CHANNELS];
		for (int i = 0; i < values.length; i++) {
			final int pixel = i / VggImage.CHANNELS;
			values[i] = (pixel % size.width() / square + pixel / size.width() / square) % 2 == 0 ? 1 : -1;
		}
		return values;
	}
}
