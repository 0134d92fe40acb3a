package net.neuralstyle;

import java.util.Locale;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.LossWeights;
import net.neuralstyle.loss.StyleTransferObjective;
import net.neuralstyle.network.NetworkParameters;

/**
 * How an image is computed in the memory that there is: how large a tile may be,
 * and how many pairs L-BFGS remembers. Immutable.
 * <p>
 * What grows with the image are vectors as long as its pixels: the image, its
 * gradient, the optimiser's history and a few more. All else is as large as a
 * tile.
 * </p>
 */
final class MemoryPlan {

	private static final int MOST_PAIRS = 10;
	private static final int FEWEST_PAIRS = 3;
	/** The optimiser's own, the preconditioner's, the content and the image that goes in. */
	private static final int OTHER_VECTORS = 11;
	/** Copies of the image on Java's heap: content, style, picture, and what resizing takes. */
	private static final int HEAP_VECTORS = 6;
	/** Larger ones are hardly faster. */
	private static final int LARGEST_AUTOMATIC_TILE = 2048;
	private static final double GIGABYTE = 1e9;

	private final int largestTile;
	private final int pairs;

	private MemoryPlan(final int largestTile, final int pairs) {
		this.largestTile = largestTile;
		this.pairs = pairs;
	}

	/**
	 * Plans for an image: whole if it fits, else in tiles as large as they can be,
	 * and only then with a shorter history.
	 *
	 * @param tileSize as asked for, 0 for automatic
	 * @param free bytes for tensors
	 * @param freeHeap bytes for Java's objects
	 * @throws WrongSettingException if the tile is too small for the network
	 * @throws StyleTransferException if it cannot be computed in so little memory
	 */
	static MemoryPlan of(final NetworkParameters parameters, final LossWeights weights, final ImageSize size,
		final int tileSize, final long free, final long freeHeap)
	{
		final Halo halo = StyleTransferObjective.halo(parameters, weights);
		if (tileSize > 0 && !Tiling.isPossible(size, tileSize, halo)) {
			throw new WrongSettingException("A tile size of " + tileSize +
				" is too small for this network: choose at least " + Math.min(halo.smallestWindow(), size
					.longerSide()) + ", or 0 for automatic.");
		}
		final long vector = size.pixels() * VggImage.CHANNELS * Float.BYTES;
		final int smallest = tileSize > 0 ? tileSize : Math.min(halo.smallestWindow(), size.longerSide());
		final long smallestTile = StyleTransferObjective.tileBytes(parameters, weights, Tiling.of(size, smallest, halo)
			.window());
		final long least = vectors(FEWEST_PAIRS) * vector + smallestTile;
		if (least > free || HEAP_VECTORS * vector > freeHeap) {
			throw new StyleTransferException(String.format(Locale.ROOT,
				"A result of %s pixels needs at least %.1f GB of memory for computing and %.1f GB of Java's heap, but %.1f GB and %.1f GB are free: choose a smaller size, or give Java more memory with -Xmx.",
				size, least / GIGABYTE, HEAP_VECTORS * vector / GIGABYTE, free / GIGABYTE, freeHeap / GIGABYTE));
		}
		if (tileSize == 0 && vectors(MOST_PAIRS) * vector + StyleTransferObjective.tileBytes(parameters, weights,
			size) <= free)
		{
			return new MemoryPlan(size.longerSide(), MOST_PAIRS);
		}
		final int pairs = (int) Math.min(MOST_PAIRS, ((free - smallestTile) / vector - OTHER_VECTORS) / 2);
		return new MemoryPlan(tileSize > 0 ? tileSize : largestTile(parameters, weights, size, halo, smallest, free -
			vectors(pairs) * vector), pairs);
	}

	/** Longest side of a tile, in pixels. */
	int largestTile() {
		return largestTile;
	}

	/** Pairs of step and gradient change that the optimiser remembers. */
	int pairs() {
		return pairs;
	}

	// -- Helper methods --

	private static long vectors(final int pairs) {
		return 2L * pairs + OTHER_VECTORS;
	}

	private static int largestTile(final NetworkParameters parameters, final LossWeights weights, final ImageSize size,
		final Halo halo, final int smallest, final long free)
	{
		int side = Math.min(LARGEST_AUTOMATIC_TILE, size.longerSide());
		while (side > smallest && StyleTransferObjective.tileBytes(parameters, weights, Tiling.of(size, side,
			halo).window()) > free)
		{
			side -= Math.max(1, side / 16);
		}
		return Math.max(side, smallest);
	}
}
