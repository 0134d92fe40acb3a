package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults and limits of the settings. */
class StyleTransferSettingsTest {

	@Test
	void defaultsAreTheNotebooks() {
		final StyleTransferSettings settings = StyleTransferSettings.builder().build();
		assertEquals(10, settings.iterations());
		assertEquals(0.025, settings.contentWeight());
		assertEquals(5.0, settings.styleWeight());
		assertEquals(1.0, settings.totalVariationWeight());
		assertEquals("block2_conv2", settings.contentLayer());
		assertEquals("[block1_conv2, block2_conv2, block3_conv3, block4_conv3, block5_conv3]", settings.styleLayers()
			.toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1, 31, 16385 })
	void sizeOutOfRangeIsRefused(final int size) {
		assertRefused("Size must be from 32 to 16384 pixels, or 0 for the size of the content, not " + size + ".",
			() -> StyleTransferSettings.builder().size(size));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 10001 })
	void iterationsOutOfRangeAreRefused(final int iterations) {
		assertRefused("Iterations must be from 1 to 10000, not " + iterations + ".", () -> StyleTransferSettings.builder()
			.iterations(iterations));
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1.1e9, Double.NaN, Double.POSITIVE_INFINITY })
	void weightOutOfRangeIsRefused(final double weight) {
		assertRefused("Content weight must be from 0 to 1e9, not " + weight + ".", () -> StyleTransferSettings.builder()
			.contentWeight(weight));
		assertRefused("Style weight must be from 0 to 1e9, not " + weight + ".", () -> StyleTransferSettings.builder()
			.styleWeight(weight));
		assertRefused("Total variation weight must be from 0 to 1e9, not " + weight + ".", () -> StyleTransferSettings
			.builder().totalVariationWeight(weight));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 9 })
	void pyramidOutOfRangeIsRefused(final int levels) {
		assertRefused("Pyramid must be from 0 to 8 levels, 0 for automatic, not " + levels + ".",
			() -> StyleTransferSettings.builder().pyramidLevels(levels));
	}

	@Test
	void noContentAndNoStyleIsRefused() {
		assertRefused("Content weight and style weight are both 0: give at least one of them a larger value.",
			() -> StyleTransferSettings.builder().contentWeight(0).styleWeight(0).build());
	}

	@Test
	void noStyleLayerIsRefused() {
		assertRefused("At least one style layer is needed.", () -> StyleTransferSettings.builder().styleLayers(Collections
			.emptyList()));
	}

	private static void assertRefused(final String message, final Executable what) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, what).getMessage());
	}
}
