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
 * The step of Adam (D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1), by
 * ND4J's operation: along the mean of the last gradients, each variable's step divided by the root of its gradients'
 * mean square. What it remembers of the gradients are two vectors and the number of steps, from which it can go on.
 */
public final class AdamUpdate {

	private static final float MEAN_DECAY = 0.9f;
	private static final float SQUARE_DECAY = 0.999f;
	/** NB: Small against gradients of a loss that counts in millions. */
	private static final double SMALLEST_ROOT = 1e-8;

	/** A number of steps after which nothing is left out of the means; the operation's arguments never change. */
	private static final int ENDLESS = 1_000_000;

	/** How many vectors as long as the point this takes, beside point and gradient. */
	public static final int VECTORS = 2;

	private final INDArray point;
	private final INDArray gradient;
	/** Null if all variables have steps of one length. */
	private final INDArray lengths;
	private final INDArray mean;
	private final INDArray meanSquare;
	private final INDArray smallestRoot;
	private final Operation update;
	private int steps;

	/**
	 * All variables have steps of one length.
	 *
	 * @param point vector that the steps change
	 * @param gradient vector of the same length, from which a step is made
	 * @param scope owns the buffers
	 */
	public AdamUpdate(final INDArray point, final INDArray gradient, final TensorScope scope) {
		this(point, gradient, null, scope);
	}

	/**
	 * Each variable has steps of its own length.
	 *
	 * @param point vector that the steps change
	 * @param gradient vector of the same length, from which a step is made
	 * @param lengths vector of the same length: what the length of a step is multiplied by
	 * @param scope owns the buffers
	 */
	public AdamUpdate(final INDArray point, final INDArray gradient, final INDArray lengths, final TensorScope scope) {
		this.point = point;
		this.gradient = gradient;
		this.lengths = lengths;
		mean = scope.zeros(point.length());
		meanSquare = scope.zeros(point.length());
		smallestRoot = scope.zeros(1);
		update = scope.operation("adam_updater", new INDArray[] { gradient, meanSquare, mean, scope.tensor(new float[] { 1 },
			1), scope.tensor(new float[] { MEAN_DECAY }, 1), scope.tensor(new float[] { SQUARE_DECAY }, 1), smallestRoot },
			new INDArray[] { gradient, meanSquare, mean }, new long[] { ENDLESS });
	}

	/**
	 * Makes a step; uses the gradient up.
	 *
	 * @param stepLength about how far a variable moves, positive
	 */
	public void step(final double stepLength) {
		steps++;
		// NB: Both means start at zero; what that leaves out of them is made up for in the step and the smallest root.
		final double missing = Math.sqrt(1 - Math.pow(SQUARE_DECAY, steps));
		smallestRoot.putScalar(0, SMALLEST_ROOT * missing);
		update.run();
		if (lengths != null) gradient.muli(lengths);
		Vectors.addScaled(point, -stepLength * missing / (1 - Math.pow(MEAN_DECAY, steps)), gradient);
	}

	/** How long gradients were: the root of their mean square length; 0 before the first step. Waits for the device. */
	public double usualLength() {
		return steps == 0 ? 0 : Math.sqrt(meanSquare.sumNumber().doubleValue() / (1 - Math.pow(SQUARE_DECAY, steps)));
	}

	/** How many steps were made. */
	public int steps() {
		return steps;
	}

	/** The decaying mean of the gradients, not made up for its start at zero; owned by this. */
	public INDArray mean() {
		return mean;
	}

	/** The decaying mean of their squares, not made up for its start at zero; owned by this. */
	public INDArray meanSquare() {
		return meanSquare;
	}

	/**
	 * Goes on from where another one stood.
	 *
	 * @param formerMean its {@link #mean()}
	 * @param formerMeanSquare its {@link #meanSquare()}
	 */
	public void resume(final int formerSteps, final INDArray formerMean, final INDArray formerMeanSquare) {
		steps = formerSteps;
		mean.assign(formerMean);
		meanSquare.assign(formerMeanSquare);
	}
}
