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

package net.neuralstyle.optimize;

import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The step of Muon (K. Jordan et al., "Muon: an optimizer for hidden layers in neural networks", 2024) for the numbers
 * of one matrix. Where the gradients of a layer mostly have a few directions in common, Adam moves along these and
 * hardly along all others; Muon moves along the orthogonal matrix that is nearest to the gradients' mean, which is as
 * long in all of them. Nearly: five iterations of a polynomial of degree 5 bring the singular values of the mean,
 * divided by its length, to between 0.7 and 1.2, but for those below a thousandth. It remembers the mean alone.
 */
public final class MuonUpdate {

	private static final float DECAY = 0.95f;
	private static final int ITERATIONS = 5;
	/** Of a singular value, of its third and of its fifth power. */
	private static final double[] COEFFICIENTS = { 3.4445, -4.7750, 2.0315 };
	/**
	 * The root of the mean square of what a step moves the numbers by, for a length of 1: about what Adam moves them by,
	 * so that both have the same lengths (J. Liu et al., "Muon is scalable for LLM training", 2025).
	 */
	private static final double ROOT_MEAN_SQUARE = 0.2;

	private final INDArray matrix;
	private final INDArray gradient;
	private final INDArray mean;
	/** The mean with the newest gradient taken ahead of its time, as Nesterov does. */
	private final INDArray direction;
	/** The product of the direction, divided by its length, with itself, [columns, columns], and then of its iterates. */
	private final INDArray product;
	/** What an iteration multiplies by, and what all of them do. */
	private final INDArray factor;
	private final INDArray factors;
	private final INDArray spare;
	private final INDArray constant;
	private final INDArray move;
	private final Operation multiplyWithItself;
	private final Operation findFactor;
	private final Operation multiplyFactors;
	private final Operation multiplyOnce;
	private final Operation multiplyTwice;
	private final Operation findMove;

	/**
	 * @param matrix [rows, columns], contiguous; no more columns than rows, or this takes longer than it has to
	 * @param gradient likewise: from which a step is made
	 * @param scope owns the buffers
	 */
	public MuonUpdate(final INDArray matrix, final INDArray gradient, final TensorScope scope) {
		this.matrix = matrix;
		this.gradient = gradient;
		final long columns = matrix.columns();
		mean = scope.zeros(matrix.shape());
		direction = scope.zeros(matrix.shape());
		move = scope.zeros(matrix.shape());
		product = scope.zeros(columns, columns);
		factor = scope.zeros(columns, columns);
		factors = scope.zeros(columns, columns);
		spare = scope.zeros(columns, columns);
		constant = scope.zeros(columns, columns);
		for (long i = 0; i < columns; i++) {
			constant.putScalar(i, i, COEFFICIENTS[0]);
		}
		multiplyWithItself = scope.product(direction, true, direction, false, product, 1, 0);
		findFactor = scope.product(product, false, product, false, factor, COEFFICIENTS[2], COEFFICIENTS[1]);
		multiplyFactors = scope.product(factors, factor, spare);
		multiplyOnce = scope.product(product, factor, spare);
		multiplyTwice = scope.product(factor, spare, product);
		findMove = scope.product(direction, factors, move);
	}

	/**
	 * Makes a step; the gradient stays as it is.
	 *
	 * @param stepLength about how far a number moves, five times as far as on the average; positive
	 */
	public void step(final double stepLength) {
		follow(mean);
		direction.assign(mean);
		follow(direction);
		final double length = Vectors.norm(direction);
		if (length == 0) return;
		multiplyWithItself.run();
		product.divi(length * length);
		orthogonalise();
		findMove.run();
		final double root = Math.sqrt(Math.max(matrix.rows(), matrix.columns()));
		Vectors.addScaled(matrix, -stepLength * ROOT_MEAN_SQUARE * root / length, move);
	}

	/** The decaying mean of the gradients, not made up for its start at zero; owned by this. */
	public INDArray mean() {
		return mean;
	}

	// -- Helper methods --

	private void follow(final INDArray average) {
		average.muli(DECAY);
		Vectors.addScaled(average, 1 - DECAY, gradient);
	}

	/**
	 * Finds what the direction is to be multiplied by. NB: An iterate is the direction times polynomials of its product
	 * with itself, which is the smaller matrix.
	 */
	private void orthogonalise() {
		for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
			factor.assign(product);
			findFactor.run();
			factor.addi(constant);
			if (iteration == 1) factors.assign(factor);
			else {
				multiplyFactors.run();
				factors.assign(spare);
			}
			if (iteration == ITERATIONS) return;
			multiplyOnce.run();
			multiplyTwice.run();
		}
	}
}
