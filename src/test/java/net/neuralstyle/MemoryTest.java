package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run gives back all its native memory. */
@Tag("slow")
class MemoryTest {

	private static final Path PROCESS_STATUS = Paths.get("/proc/self/status");
	/** One run takes about 12 MB of native memory: if runs leaked, a hundred would take 1,200. */
	private static final long TOLERATED_GROWTH_MEGABYTES = 60;

	@Test
	void hundredRunsDoNotGrowTheProcess() throws IOException {
		assumeTrue(Files.exists(PROCESS_STATUS), "Only Linux tells a process its resident memory.");
		runs(40);
		long growth = Long.MAX_VALUE;
		// NB: What Java's heap and the allocators take only once they do not take the next time; a leak grows every time.
		for (int i = 0; i < 3 && growth >= TOLERATED_GROWTH_MEGABYTES; i++) {
			final long before = residentMegabytes();
			runs(100);
			growth = residentMegabytes() - before;
		}
		assertTrue(growth < TOLERATED_GROWTH_MEGABYTES, "100 runs took " + growth + " MB, and so did 100 runs before");
	}

	private static void runs(final int count) {
		final Img<ARGBType> content = TestPictures.waves(64, 64, 1);
		final Img<ARGBType> style = TestPictures.waves(64, 64, 2);
		final StyleTransfer transfer = new StyleTransfer(new BundledWeights(), Recipe.builder().build());
		for (int i = 0; i < count; i++) {
			transfer.run(content, style, new StyleTransferListener() {

				private int evaluations;

				@Override
				public boolean isCancelled() {
					return ++evaluations == 3;
				}
			});
		}
	}

	private static long residentMegabytes() throws IOException {
		System.gc();
		for (final String line : Files.readAllLines(PROCESS_STATUS)) {
			if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
		}
		throw new AssertionError("No VmRSS in " + PROCESS_STATUS);
	}
}
