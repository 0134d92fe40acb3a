package net.neuralstyle;

import java.util.Arrays;
import java.util.List;

import net.neuralstyle.loss.LossWeights;

/**
 * How a style transfer is to be done. Immutable; made by a {@link Builder},
 * which starts with the defaults that the ImageJ command has too.
 */
public final class StyleTransferSettings {

	/** Smallest side, in pixels, of an image that the deepest layers can look at. */
	public static final int SMALLEST_SIDE = 32;
	/** Largest {@link #size()}. */
	public static final int LARGEST_SIZE = 16384;
	/** Most {@link #iterations()}. */
	public static final int MOST_ITERATIONS = 10000;
	/** Most {@link #pyramidLevels()}. */
	public static final int MOST_PYRAMID_LEVELS = 8;
	/** Largest weight of a term. */
	public static final double LARGEST_WEIGHT = 1e9;
	/** Evaluations of loss and gradient in one iteration. */
	public static final int EVALUATIONS_PER_ITERATION = 20;

	/** What the generated image is at the start. */
	public enum Start {
			/** Uniform noise. */
			NOISE,
			/** The content image. */
			CONTENT
	}

	private final int size;
	private final int iterations;
	private final double contentWeight;
	private final double styleWeight;
	private final double totalVariationWeight;
	private final String contentLayer;
	private final List<String> styleLayers;
	private final Start start;
	private final int pyramidLevels;
	private final int tileSize;
	private final long seed;

	private StyleTransferSettings(final Builder builder) {
		size = builder.size;
		iterations = builder.iterations;
		contentWeight = builder.contentWeight;
		styleWeight = builder.styleWeight;
		totalVariationWeight = builder.totalVariationWeight;
		contentLayer = builder.contentLayer;
		styleLayers = builder.styleLayers;
		start = builder.start;
		pyramidLevels = builder.pyramidLevels;
		tileSize = builder.tileSize;
		seed = builder.seed;
	}

	/** Starts with the defaults. */
	public static Builder builder() {
		return new Builder();
	}

	/** Longer side of the result in pixels; 0 for the content's own size. */
	public int size() {
		return size;
	}

	/**
	 * Iterations of {@value #EVALUATIONS_PER_ITERATION} evaluations each, all pyramid levels together; fewer
	 * are made when a coarse level converges before it has had its share.
	 */
	public int iterations() {
		return iterations;
	}

	public double contentWeight() {
		return contentWeight;
	}

	public double styleWeight() {
		return styleWeight;
	}

	public double totalVariationWeight() {
		return totalVariationWeight;
	}

	/** The layer whose feature map is kept. */
	public String contentLayer() {
		return contentLayer;
	}

	/** The layers whose Gram matrices are matched. */
	public List<String> styleLayers() {
		return styleLayers;
	}

	public Start start() {
		return start;
	}

	/** Levels of the pyramid, each twice as large as the one before; 1 for none, 0 for automatic. */
	public int pyramidLevels() {
		return pyramidLevels;
	}

	/** Longest side in pixels of what is computed at once; 0 for as much as there is memory for. */
	public int tileSize() {
		return tileSize;
	}

	/** What the noise is made from. */
	public long seed() {
		return seed;
	}

	LossWeights lossWeights() {
		return new LossWeights(contentWeight, styleWeight, totalVariationWeight, contentLayer, styleLayers);
	}

	/** Collects settings; every method checks its value and returns the builder. */
	public static final class Builder {

		private int size;
		private int iterations = 10;
		private double contentWeight = 0.025;
		private double styleWeight = 5.0;
		private double totalVariationWeight = 1.0;
		private String contentLayer = "block2_conv2";
		private List<String> styleLayers = Arrays.asList("block1_conv2", "block2_conv2", "block3_conv3", "block4_conv3",
			"block5_conv3");
		private Start start = Start.CONTENT;
		private int pyramidLevels;
		private int tileSize;
		private long seed = 1;

		private Builder() {
			// NB: Made by builder().
		}

		/**
		 * @param pixels longer side of the result; 0 for the content's own size
		 * @throws IllegalArgumentException if it is neither 0 nor in range
		 */
		public Builder size(final int pixels) {
			if (pixels != 0) check("Size", pixels, SMALLEST_SIDE, LARGEST_SIZE, "pixels, or 0 for the size of the content");
			size = pixels;
			return this;
		}

		/** @throws IllegalArgumentException if it is out of range */
		public Builder iterations(final int count) {
			check("Iterations", count, 1, MOST_ITERATIONS, "");
			iterations = count;
			return this;
		}

		/** @throws IllegalArgumentException if it is out of range */
		public Builder contentWeight(final double weight) {
			contentWeight = checkWeight("Content weight", weight);
			return this;
		}

		/** @throws IllegalArgumentException if it is out of range */
		public Builder styleWeight(final double weight) {
			styleWeight = checkWeight("Style weight", weight);
			return this;
		}

		/** @throws IllegalArgumentException if it is out of range */
		public Builder totalVariationWeight(final double weight) {
			totalVariationWeight = checkWeight("Total variation weight", weight);
			return this;
		}

		/** @param layer as the network names it, for instance {@code block2_conv2} */
		public Builder contentLayer(final String layer) {
			contentLayer = layer;
			return this;
		}

		/**
		 * @param layers as the network names them
		 * @throws IllegalArgumentException if there is none
		 */
		public Builder styleLayers(final List<String> layers) {
			if (layers.isEmpty()) throw new IllegalArgumentException("At least one style layer is needed.");
			styleLayers = List.copyOf(layers);
			return this;
		}

		public Builder start(final Start what) {
			start = what;
			return this;
		}

		/**
		 * @param levels 0 for automatic
		 * @throws IllegalArgumentException if it is out of range
		 */
		public Builder pyramidLevels(final int levels) {
			check("Pyramid", levels, 0, MOST_PYRAMID_LEVELS, "levels, 0 for automatic");
			pyramidLevels = levels;
			return this;
		}

		/**
		 * @param pixels 0 for automatic; what is too small for the network is refused when it runs
		 * @throws IllegalArgumentException if it is out of range
		 */
		public Builder tileSize(final int pixels) {
			// NB: The least that a tile can be is the network's affair, and told where it is known.
			check("Tile size", pixels, 0, LARGEST_SIZE, "pixels, 0 for automatic");
			tileSize = pixels;
			return this;
		}

		public Builder seed(final long value) {
			seed = value;
			return this;
		}

		/** @throws IllegalArgumentException if content and style weight are both 0 */
		public StyleTransferSettings build() {
			if (contentWeight == 0 && styleWeight == 0) {
				throw new IllegalArgumentException(
					"Content weight and style weight are both 0: give at least one of them a larger value.");
			}
			return new StyleTransferSettings(this);
		}

		private static double checkWeight(final String name, final double weight) {
			if (!(weight >= 0 && weight <= LARGEST_WEIGHT)) {
				throw new IllegalArgumentException(name + " must be from 0 to 1e9, not " + weight + ".");
			}
			return weight;
		}

		private static void check(final String name, final int value, final int least, final int most, final String unit) {
			if (value < least || value > most) {
				throw new IllegalArgumentException(name + " must be from " + least + " to " + most +
					(unit.isEmpty() ? "" : " " + unit) + ", not " + value + ".");
			}
		}
	}
}
