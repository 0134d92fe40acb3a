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

package net.neuralstyle;

import java.util.Collection;
import java.util.Locale;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.MultiscalePreconditioner;
import net.neuralstyle.loss.Objective;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Adam;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.Optimizer;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.Backend;

/**
 * Plans how images are computed in the memory that there is: how large a tile may
 * be, and how many pairs L-BFGS remembers. Whoever takes memory says how much;
 * this adds it up.
 * <p>
 * What grows with the image are vectors as long as its pixels: the image, the
 * optimiser's history, and what terms keep of all tiles. All else is as large as a
 * tile.
 * </p>
 */
final class MemoryPlan {

	private static final int MOST_PAIRS = 10;
	private static final int FEWEST_PAIRS = 3;
	/** Copies of the image on Java's heap: content, picture, and what resizing takes; but not the styles. */
	private static final int HEAP_VECTORS = 5;
	/** Larger ones are hardly faster. */
	private static final int LARGEST_AUTOMATIC_TILE = 2048;
	private static final double GIGABYTE = 1e9;

	private final Recipe recipe;
	private final NetworkEngine engine;
	private final Collection<TermDefinition> definitions;
	private final int styles;
	private final Halo halo;

	/** @param styles how many there are; all are on the heap at once when they are looked at */
	MemoryPlan(final Recipe recipe, final NetworkEngine engine, final Collection<TermDefinition> definitions,
		final int styles)
	{
		this.recipe = recipe;
		this.styles = styles;
		this.engine = engine;
		this.definitions = definitions;
		halo = engine.topology().halo(Objective.layers(definitions));
	}

	/** Plans for an image in the memory that is free now; otherwise as {@link #level(ImageSize, long, long)}. */
	LevelPlan level(final ImageSize size, final MachineShare share) {
		try {
			return levelInFreeMemory(size, share);
		}
		catch (final StyleTransferException exc) {
			// NB: What is garbage counts as used until it is collected.
			System.gc();
			return levelInFreeMemory(size, share);
		}
	}

	/**
	 * Plans for an image: whole if it fits, else in tiles as large as they can be,
	 * and only then with a shorter history.
	 *
	 * @param free bytes for tensors
	 * @param freeHeap bytes for Java's objects
	 * @throws WrongSettingException if the tile is too small for the network
	 * @throws StyleTransferException if it cannot be computed in so little memory
	 */
	LevelPlan level(final ImageSize level, final long free, final long freeHeap) {
		final ImageSize size = level.withMargin(LevelPlan.MARGIN);
		final int tileSize = tileSize(level, size);
		final int smallest = tileSize > 0 ? tileSize : Math.min(halo.smallestWindow(), size.longerSide());
		final long least = bytes(size, smallest, FEWEST_PAIRS);
		final double strokeSize = recipe.get(Settings.STROKE_SIZE);
		final double heap = (HEAP_VECTORS + styles * strokeSize * strokeSize) * vector(size);
		if (least > free || heap > freeHeap) {
			throw new StyleTransferException(String.format(Locale.ROOT,
				"A result of %s pixels needs at least %.1f GB of memory for computing and %.1f GB of Java's heap, but %.1f GB " +
					"and %.1f GB are free: choose a smaller size, or give Java more memory with -Xmx.", level, least / GIGABYTE,
				heap / GIGABYTE, free / GIGABYTE, freeHeap / GIGABYTE));
		}
		if (tileSize == 0 && bytes(size, size.longerSide(), MOST_PAIRS) <= free) {
			return plan(level, size.longerSide(), MOST_PAIRS);
		}
		int pairs = MOST_PAIRS;
		while (pairs > FEWEST_PAIRS && bytes(size, smallest, pairs) > free) {
			pairs--;
		}
		return plan(level, tileSize > 0 ? tileSize : largestTile(size, smallest, pairs, free), pairs);
	}

	// -- Helper methods --

	/** The tile size that was asked for, 0 for automatic. */
	private int tileSize(final ImageSize level, final ImageSize withMargin) {
		final int tileSize = recipe.get(Settings.TILE_SIZE);
		// NB: Who asks for tiles as large as the picture knows nothing of its margin.
		if (tileSize >= level.longerSide()) return withMargin.longerSide();
		if (tileSize == 0 || Tiling.isPossible(withMargin, tileSize, halo)) return tileSize;
		throw new WrongSettingException("A tile size of " + tileSize + " is too small for this network: choose at least " +
			Math.min(halo.smallestWindow(), level.longerSide()) + ", or 0 for automatic.");
	}

	private LevelPlan levelInFreeMemory(final ImageSize size, final MachineShare share) {
		final Runtime java = Runtime.getRuntime();
		return level(size, Math.min(share.bytes(), Backend.device().freeMemory()), java.maxMemory() - java.totalMemory() +
			java.freeMemory());
	}

	private LevelPlan plan(final ImageSize level, final int largestTile, final int pairs) {
		return new LevelPlan(level, Tiling.of(level.withMargin(LevelPlan.MARGIN), largestTile, halo), largestTile, pairs,
			recipe.get(Settings.STROKE_SIZE));
	}

	private static long vector(final ImageSize size) {
		return size.pixels() * VggImage.CHANNELS * Float.BYTES;
	}

	/** What everything takes together: the image, the optimiser, the terms and the network. */
	private long bytes(final ImageSize size, final int largestTile, final int pairs) {
		final int vectors = recipe.get(Settings.OPTIMIZER) == Optimizer.ADAM ? Adam.VECTORS : Lbfgs.vectors(pairs);
		final long preconditioner = recipe.get(Settings.OPTIMIZER) == Optimizer.SOFTENED ? MultiscalePreconditioner.bytes(
			size) : 0;
		return (1 + vectors) * vector(size) + preconditioner + Objective.bytes(engine, definitions, Tiling.of(size,
			largestTile, halo));
	}

	private int largestTile(final ImageSize size, final int smallest, final int pairs, final long free) {
		int side = Math.min(LARGEST_AUTOMATIC_TILE, size.longerSide());
		while (side > smallest && bytes(size, side, pairs) > free) {
			side -= Math.max(1, side / 16);
		}
		return Math.max(side, smallest);
	}
}
