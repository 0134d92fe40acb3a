package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.loss.LossWeights;
import net.neuralstyle.loss.StyleTransferObjective;
import net.neuralstyle.network.NetworkParameters;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proves what is given up, and in which order, when memory is short. */
class MemoryPlanTest {

	private static final long GIGABYTE = 1_000_000_000;
	private static final LossWeights WEIGHTS = StyleTransferSettings.builder().build().lossWeights();
	private static final ImageSize LARGE = new ImageSize(4096, 4096);
	/** Bytes of a vector as long as the large image's pixels. */
	private static final long LARGE_VECTOR = 4096L * 4096 * 3 * 4;

	private static NetworkParameters parameters;

	@BeforeAll
	static void loadParameters() throws IOException {
		parameters = new NetworkParameters(new BundledWeights().load());
	}

	@AfterAll
	static void closeParameters() {
		parameters.close();
	}

	@Test
	void imageThatFitsIsTakenWhole() {
		final MemoryPlan plan = plan(new ImageSize(512, 384), 0, 2 * GIGABYTE);
		assertEquals(512, plan.largestTile());
		assertEquals(10, plan.pairs());
	}

	@Test
	void imageThatDoesNotFitIsCutIntoTilesThatDo() {
		final long free = 30 * LARGE_VECTOR + 2 * GIGABYTE;
		final MemoryPlan plan = plan(LARGE, 0, free);
		assertTrue(plan.largestTile() < 4096);
		assertEquals(10, plan.pairs());
		assertTrue(30 * LARGE_VECTOR + tileBytes(LARGE, plan.largestTile()) <= free);
	}

	@Test
	void lessMemoryMakesSmallerTiles() {
		final int much = plan(LARGE, 0, 30 * LARGE_VECTOR + 3 * GIGABYTE).largestTile();
		assertTrue(plan(LARGE, 0, 30 * LARGE_VECTOR + GIGABYTE).largestTile() < much);
	}

	@Test
	void historyShrinksWhenNotEvenTheSmallestTileFits() {
		final long smallest = tileBytes(LARGE, 416);
		final MemoryPlan plan = plan(LARGE, 0, 21 * LARGE_VECTOR + smallest);
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
		assertEquals(300, plan(new ImageSize(200, 300), 300, 2 * GIGABYTE).largestTile());
	}

	@Test
	void imageThatCannotBeComputedIsRefusedWithNumbers() {
		final StyleTransferException exc = assertThrows(StyleTransferException.class, () -> plan(LARGE, 0, 2 * GIGABYTE));
		assertTrue(exc.getMessage().matches(
			"A result of 4096x4096 pixels needs at least 3\\.\\d GB of memory for computing and 1\\.2 GB of Java's heap, " +
				"but 2\\.0 GB and 100\\.0 GB are free: choose a smaller size, or give Java more memory with -Xmx\\."), exc.getMessage());
	}

	@Test
	void imageThatDoesNotFitTheHeapIsRefused() {
		assertThrows(StyleTransferException.class, () -> MemoryPlan.of(parameters, WEIGHTS, LARGE, 0, 100 * GIGABYTE,
			GIGABYTE));
	}

	// -- Helper methods --

	private static MemoryPlan plan(final ImageSize size, final int tileSize, final long free) {
		return MemoryPlan.of(parameters, WEIGHTS, size, tileSize, free, 100 * GIGABYTE);
	}

	private static long tileBytes(final ImageSize size, final int largestTile) {
		return StyleTransferObjective.tileBytes(parameters, WEIGHTS, Tiling.of(size, largestTile, StyleTransferObjective.halo(
			parameters, WEIGHTS)).window());
	}
}
