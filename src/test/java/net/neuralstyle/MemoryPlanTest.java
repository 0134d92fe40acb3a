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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.MultiscalePreconditioner;
import net.neuralstyle.loss.Objective;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.Lbfgs;
import net.neuralstyle.recipe.Optimizer;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proves what is given up, and in which order, when memory is short. */
class MemoryPlanTest {

	private static final long GIGABYTE = 1_000_000_000;
	private static final Recipe RECIPE = Recipe.builder().build();
	private static final List<String> RECIPE_LAYERS = Stream.of(Settings.CONTENT_LAYERS, Settings.STYLE_LAYERS).flatMap(
		layers -> RECIPE.get(layers).stream()).collect(Collectors.toList());
	private static final ImageSize LARGE = new ImageSize(4096, 4096);
	/** What is computed of it. */
	private static final ImageSize LARGE_WITH_MARGIN = LARGE.withMargin(LevelPlan.MARGIN);
	/** Bytes of a vector as long as the large image's pixels. */
	private static final long LARGE_VECTOR = LARGE_WITH_MARGIN.pixels() * 3 * 4;

	private static NetworkEngine engine;

	@BeforeAll
	static void loadParameters() throws IOException {
		engine = Engines.open(new BundledWeights().load());
	}

	@AfterAll
	static void closeParameters() {
		engine.close();
	}

	@Test
	void imageThatFitsIsTakenWhole() {
		final LevelPlan plan = plan(new ImageSize(512, 384), 0, 2 * GIGABYTE);
		assertTrue(plan.tiling().isWhole());
		assertEquals(10, plan.pairs());
	}

	@Test
	void imageThatDoesNotFitIsCutIntoTilesThatDo() {
		final long free = 30 * LARGE_VECTOR + 2 * GIGABYTE;
		final LevelPlan plan = plan(LARGE, 0, free);
		assertTrue(plan.largestTile() < 4096);
		assertEquals(10, plan.pairs());
		assertTrue((1 + Lbfgs.vectors(10)) * LARGE_VECTOR + bytes(plan.largestTile()) <= free);
	}

	@Test
	void lessMemoryMakesSmallerTiles() {
		final int much = plan(LARGE, 0, 30 * LARGE_VECTOR + 3 * GIGABYTE).largestTile();
		assertTrue(plan(LARGE, 0, 30 * LARGE_VECTOR + GIGABYTE).largestTile() < much);
	}

	@Test
	void historyShrinksWhenNotEvenTheSmallestTileFits() {
		final LevelPlan plan = plan(LARGE, 0, (1 + Lbfgs.vectors(5)) * LARGE_VECTOR + bytes(416));
		assertEquals(5, plan.pairs());
		assertEquals(416, plan.largestTile());
	}

	@Test
	void tileSizeIsTakenAsAskedFor() {
		assertEquals(700, plan(LARGE, 700, 100 * GIGABYTE).largestTile());
	}

	@Test
	void tileThatIsTooSmallForTheNetworkIsRefused() {
		final WrongSettingException exc = assertThrows(WrongSettingException.class, () -> plan(LARGE, 415, 100 *
			GIGABYTE));
		assertEquals("A tile size of 415 is too small for this network: choose at least 416, or 0 for automatic.", exc
			.getMessage());
	}

	@Test
	void smallTileSizeDoesNotMatterForASmallerImage() {
		assertTrue(plan(new ImageSize(200, 300), 300, 2 * GIGABYTE).tiling().isWhole());
	}

	@Test
	void imageThatCannotBeComputedIsRefusedWithNumbers() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> plan(LARGE, 0, 2 * GIGABYTE));
		assertTrue(exc.getMessage().matches(
			"A result of 4096x4096 pixels needs at least 3\\.\\d GB of memory for computing and 1\\.3 GB of Java's heap, " +
				"but 2\\.0 GB and 100\\.0 GB are free: choose a smaller size, or give Java more memory with -Xmx\\."), exc
				.getMessage());
	}

	@Test
	void imageThatDoesNotFitTheHeapIsRefused() {
		assertThrows(StyleTransferException.class, () -> plan(RECIPE).level(LARGE, 100 * GIGABYTE, GIGABYTE));
	}

	@Test
	void everyStyleTakesItsPlaceOnTheHeap() {
		final long free = 8 * LARGE_VECTOR;
		plan(RECIPE).level(LARGE, 100 * GIGABYTE, free);
		final MemoryPlan ofThree = new MemoryPlan(RECIPE, engine, definitions(), 3);
		assertThrows(StyleTransferException.class, () -> ofThree.level(LARGE, 100 * GIGABYTE, free));
	}

	@Test
	void adamTakesFewerVectorsThanTheShortestHistory() {
		final long free = 8 * LARGE_VECTOR + bytes(416);
		assertThrows(StyleTransferException.class, () -> plan(LARGE, 0, free));
		plan(Recipe.builder().set(Settings.OPTIMIZER, Optimizer.ADAM).build()).level(LARGE, free, 100 * GIGABYTE);
	}

	// -- Helper methods --

	private static LevelPlan plan(final ImageSize size, final int tileSize, final long free) {
		return plan(Recipe.builder().set(Settings.TILE_SIZE, tileSize).build()).level(size, free, 100 * GIGABYTE);
	}

	private static MemoryPlan plan(final Recipe recipe) {
		return new MemoryPlan(recipe, engine, definitions(), 1);
	}

	private static List<TermDefinition> definitions() {
		final VggImage content = VggImage.noise(new ImageSize(1, 1), 1);
		return new RecipeTerms(RECIPE, "test", RECIPE_LAYERS).definitions(content, List.of(WeightMap.ones(content
			.size())), LevelPlan.MARGIN, (region, size) -> null);
	}

	/** What terms, network and preconditioner take for the large image. */
	private static long bytes(final int largestTile) {
		return MultiscalePreconditioner.bytes(LARGE_WITH_MARGIN) + Objective.bytes(engine, definitions(), Tiling.of(
			LARGE_WITH_MARGIN, largestTile, engine.topology().halo(Objective.layers(definitions()))));
	}
}
