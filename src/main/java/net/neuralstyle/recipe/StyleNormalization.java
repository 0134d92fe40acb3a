package net.neuralstyle.recipe;

/** What a layer's sum of squared differences of Gram matrices is divided by. */
public enum StyleNormalization {

		/** 4 * 3^2 * (H * W)^2 with the picture's size, the same for all layers, as in Narayanan's notebook. */
		NOTEBOOK,
		/** 4 * N^2 * M^2 with the layer's channels N and positions M (Gatys et al., CVPR 2016, equation 4). */
		LAYER
}
