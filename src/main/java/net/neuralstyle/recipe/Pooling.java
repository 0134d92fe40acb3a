package net.neuralstyle.recipe;

/** How the network halves its feature maps: what each 2x2 positions become. */
public enum Pooling {

		/** Their largest value, as VGG was trained with. */
		MAX,
		/** Their mean, which leaves smoother pictures (Gatys et al., CVPR 2016, section 2). */
		AVERAGE
}
