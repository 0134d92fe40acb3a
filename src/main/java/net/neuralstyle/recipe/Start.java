package net.neuralstyle.recipe;

/** What the generated image is at the start. */
public enum Start {

		/** The content image. */
		CONTENT,
		/** Uniform noise. */
		NOISE
}
