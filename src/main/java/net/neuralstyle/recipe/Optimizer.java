package net.neuralstyle.recipe;

/** How the loss is minimised. */
public enum Optimizer {

		/** L-BFGS on style terms whose stiff directions are softened; needs the fewest evaluations. */
		SOFTENED,
		/** L-BFGS on the loss as it is, as in most scripts. */
		LBFGS,
		/** Adam, a descent with a step of its own for each value. */
		ADAM
}
