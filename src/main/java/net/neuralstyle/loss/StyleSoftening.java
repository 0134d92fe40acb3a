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

import java.util.stream.DoubleStream;

import net.neuralstyle.network.MatrixProducts;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes one layer's style term easier to minimise, without a change of where its
 * minimum is in the end.
 * <p>
 * A Gram matrix G has stiff directions. When a feature map F changes by F X with
 * a small symmetric X, then G changes by G X + X G, which in the basis of G's
 * eigenvectors is (l_i + l_j) X_ij for eigenvalues l. As the largest eigenvalue
 * is most of their sum, the curvatures of (G - G_s)^2 differ by factors of
 * thousands, and L-BFGS has to take as many steps as the stiffest directions
 * allow. So here the differences D = V^T (G - G_s) V, with V the eigenvectors
 * and l the eigenvalues of G_s, are weighted:
 * </p>
 *
 * <pre>
 * sum_ij s_ij (D_ij - C_ij)^2,  s_ij = 1 / (1 + (l_i + l_j) / t),  t = 0.16 * sum l / r
 * </pre>
 * <p>
 * where r is how many pixels a position of the feature map is wide: the deeper a
 * layer, the harder its map resists a change of the pixels.
 * </p>
 * <p>
 * C, at first zero, makes up for the softness: it is revised to (s - 1) (D - C),
 * for each element, as in the method of multipliers (M. Hestenes, "Multiplier and
 * gradient methods", Journal of Optimization Theory and Applications 4, 1969).
 * When it no longer changes, s (D - C) = D, so the gradient is that of the
 * unweighted term.
 * </p>
 */
final class StyleSoftening {

	/** How many matrices as large as the Gram matrix this takes. */
	static final int MATRICES = 6;

	/** Directions stiffer than this, as a part of the sum of all eigenvalues, are softened at full size. */
	private static final double STIFF = 0.16;

	private final INDArray softness;
	/** C, V^T D V - C, and s (V^T D V - C). */
	private final INDArray shift;
	/** C before the last revision. */
	private final INDArray previousShift;
	private final INDArray residual;
	private final INDArray softResidual;
	/** From the given basis to that of the eigenvectors, and back. */
	private final Runnable[] rotate;
	private final Runnable[] rotateBack;
	private double valueBeforeRevision;

	/**
	 * @param style what the differences are compared with, but for a factor
	 * @param reduction how many pixels a position of the feature map is wide
	 * @param differences [C, C]: where G - G_s will be
	 * @param result [C, C]: where V (s (V^T D V - C)) V^T will be, which takes the
	 *          place of the differences in the gradient
	 * @param products multiplies matrices
	 */
	StyleSoftening(final StyleTargets.Target style, final int reduction, final INDArray differences,
		final INDArray result, final MatrixProducts products, final TensorScope scope)
	{
		final INDArray basis = style.eigenvectors();
		final long channels = basis.size(0);
		softness = scope.tensor(softness(style.eigenvalues(), STIFF / reduction), channels, channels);
		shift = scope.zeros(channels, channels);
		previousShift = scope.zeros(channels, channels);
		residual = scope.zeros(channels, channels);
		softResidual = scope.zeros(channels, channels);
		final INDArray product = scope.zeros(channels, channels);
		rotate = new Runnable[] { //
			products.product(basis, true, differences, false, product, scope), //
			products.product(product, false, basis, false, residual, scope) };
		rotateBack = new Runnable[] { //
			products.product(basis, false, softResidual, false, product, scope), //
			products.product(product, false, basis, true, result, scope) };
	}

	/** Weights the differences. Does not wait for the device. */
	void apply() {
		subtractShift();
		multiply();
	}

	/** Revises C, then weights the differences. Waits for the device. */
	void revise() {
		subtractShift();
		residual.muli(softness, softResidual);
		valueBeforeRevision = value();
		previousShift.assign(shift);
		softResidual.subi(residual, shift);
		residual.addi(previousShift).subi(shift);
		multiply();
	}

	/** Takes the last revision back, as if it had not been; the weighted differences stay. */
	void undoRevision() {
		shift.assign(previousShift);
	}

	/** What the {@link #value()} was when C was last revised, before that. */
	double valueBeforeRevision() {
		return valueBeforeRevision;
	}

	/** The weighted sum of squares. Waits for the device. */
	double value() {
		return Vectors.dot(residual, softResidual);
	}

	// -- Helper methods --

	private void subtractShift() {
		rotate[0].run();
		rotate[1].run();
		residual.subi(shift);
	}

	private void multiply() {
		residual.muli(softness, softResidual);
		rotateBack[0].run();
		rotateBack[1].run();
	}

	/** [C, C], with the part of the eigenvalues' sum that counts as stiff. */
	private static float[] softness(final double[] eigenvalues, final double stiff) {
		final double sum = DoubleStream.of(eigenvalues).sum();
		final float[] values = new float[eigenvalues.length * eigenvalues.length];
		for (int i = 0; i < values.length; i++) {
			final double stiffness = eigenvalues[i / eigenvalues.length] + eigenvalues[i % eigenvalues.length];
			// NB: A style that no channel responds to has no eigenvalues and nothing to soften.
			values[i] = sum == 0 ? 1 : (float) (1 / (1 + stiffness / (stiff * sum)));
		}
		return values;
	}
}
