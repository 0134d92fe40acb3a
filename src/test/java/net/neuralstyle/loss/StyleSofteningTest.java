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
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.neuralstyle.network.Engines;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Softens differences from a Gram matrix of known eigenvectors, and compares with the formulas in float64. */
class StyleSofteningTest {

	private static final double[] EIGENVALUES = { 8, 1, 0.5, 0 };
	private static final int CHANNELS = EIGENVALUES.length;
	/** As of a layer behind two poolings. */
	private static final int REDUCTION = 4;
	/** A reflection, so symmetric and its own inverse; its columns are the eigenvectors. */
	private static final double[][] BASIS = reflection(1, 2, -1, 3);
	private static final double[][] DIFFERENCES = { { 3, -1, 2, 0.5 }, { -1, 4, 0, 1 }, { 2, 0, -2, -3 }, { 0.5, 1, -3,
		1 } };

	private TensorScope scope;
	private INDArray result;
	private StyleSoftening softening;

	@BeforeEach
	void soften() {
		scope = new TensorScope();
		result = scope.zeros(CHANNELS, CHANNELS);
		softening = new StyleSoftening(style(rotated(diagonal())), REDUCTION, tensor(DIFFERENCES), result, Engines.products(
			scope), scope);
	}

	@AfterEach
	void closeScope() {
		scope.close();
	}

	@Test
	void differencesAreWeightedByTheSoftnessOfTheirDirection() {
		softening.apply();
		assertResult(rotated(weighted(rotated(DIFFERENCES))), 1e-5);
	}

	@Test
	void valueIsTheWeightedSumOfSquares() {
		softening.apply();
		final double[][] differences = rotated(DIFFERENCES);
		final double[][] soft = weighted(differences);
		double expected = 0;
		for (int i = 0; i < CHANNELS; i++) {
			for (int j = 0; j < CHANNELS; j++) {
				expected += differences[i][j] * soft[i][j];
			}
		}
		assertEquals(expected, softening.value(), 1e-5 * expected);
	}

	@Test
	void revisionShiftsByWhatTheWeightsTakeAway() {
		softening.revise();
		// NB: From C = 0 to C = (s - 1) D, so D - C = (2 - s) D.
		final double[][] differences = rotated(DIFFERENCES);
		final double[][] soft = weighted(differences);
		final double[][] softTwice = weighted(soft);
		for (int i = 0; i < CHANNELS; i++) {
			for (int j = 0; j < CHANNELS; j++) {
				soft[i][j] = 2 * soft[i][j] - softTwice[i][j];
			}
		}
		assertResult(rotated(soft), 1e-5);
	}

	@Test
	void revisedOftenEnoughNothingIsWeightedAnyMore() {
		// NB: The softest element has a weight of 0.023; 0.977^500 = 1e-5.
		for (int i = 0; i < 500; i++) {
			softening.revise();
		}
		assertResult(DIFFERENCES, 1e-4);
	}

	@Test
	void revisionTellsTheValueBeforeIt() {
		softening.apply();
		final double before = softening.value();
		softening.revise();
		assertEquals(before, softening.valueBeforeRevision(), 1e-6 * before);
	}

	@Test
	void revisionTakenBackLeavesNoTrace() {
		softening.revise();
		final double once = softening.value();
		softening.revise();
		softening.undoRevision();
		softening.apply();
		assertEquals(once, softening.value(), 1e-6 * once);
	}

	@Test
	void deepLayersAreSoftenedMore() {
		softening.apply();
		final double before = softening.value();
		final StyleSoftening deeper = new StyleSoftening(style(rotated(diagonal())), 2 * REDUCTION, tensor(DIFFERENCES),
			result, Engines.products(scope), scope);
		deeper.apply();
		assertTrue(deeper.value() < before);
	}

	@Test
	void styleWithoutActivationIsNotSoftened() {
		new StyleSoftening(style(new double[CHANNELS][CHANNELS]), REDUCTION, tensor(DIFFERENCES), result, Engines.products(
			scope), scope).apply();
		assertResult(DIFFERENCES, 1e-5);
	}

	// -- Helper methods --

	private static double[][] diagonal() {
		final double[][] diagonal = new double[CHANNELS][CHANNELS];
		for (int i = 0; i < CHANNELS; i++) {
			diagonal[i][i] = EIGENVALUES[i];
		}
		return diagonal;
	}

	private void assertResult(final double[][] expected, final double tolerance) {
		for (int i = 0; i < CHANNELS; i++) {
			assertArrayEquals(expected[i], result.getRow(i).toDoubleVector(), tolerance);
		}
	}

	private StyleTargets.Target style(final double[][] gram) {
		return new StyleTargets.Target(tensor(gram), scope);
	}

	private INDArray tensor(final double[][] values) {
		final float[] flat = new float[CHANNELS * CHANNELS];
		for (int i = 0; i < flat.length; i++) {
			flat[i] = (float) values[i / CHANNELS][i % CHANNELS];
		}
		return scope.tensor(flat, CHANNELS, CHANNELS);
	}

	private static double[][] weighted(final double[][] differences) {
		double sum = 0;
		for (final double eigenvalue : EIGENVALUES) {
			sum += eigenvalue;
		}
		final double[][] soft = new double[CHANNELS][CHANNELS];
		for (int i = 0; i < CHANNELS; i++) {
			for (int j = 0; j < CHANNELS; j++) {
				soft[i][j] = differences[i][j] / (1 + (EIGENVALUES[i] + EIGENVALUES[j]) / (0.16 / REDUCTION * sum));
			}
		}
		return soft;
	}

	/** Into the basis of the eigenvectors, or back, which is the same for a reflection. */
	private static double[][] rotated(final double[][] matrix) {
		return product(product(BASIS, matrix), BASIS);
	}

	private static double[][] product(final double[][] a, final double[][] b) {
		final double[][] product = new double[CHANNELS][CHANNELS];
		for (int i = 0; i < CHANNELS; i++) {
			for (int j = 0; j < CHANNELS; j++) {
				for (int k = 0; k < CHANNELS; k++) {
					product[i][j] += a[i][k] * b[k][j];
				}
			}
		}
		return product;
	}

	private static double[][] reflection(final double... normal) {
		double squares = 0;
		for (final double component : normal) {
			squares += component * component;
		}
		final double[][] reflection = new double[CHANNELS][CHANNELS];
		for (int i = 0; i < CHANNELS; i++) {
			for (int j = 0; j < CHANNELS; j++) {
				reflection[i][j] = (i == j ? 1 : 0) - 2 * normal[i] * normal[j] / squares;
			}
		}
		return reflection;
	}
}
