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

import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run will take, told beforehand. */
class StyleTransferEstimateTest {

	/** NB: The measured ones are in docs/performance.md; an estimate is to be on the safe side, and not far off. */
	@ParameterizedTest
	@CsvSource({ "COMPACT,FLOAT32,432", "COMPACT,BFLOAT16,360", "VGG,FLOAT32,763", "VGG,BFLOAT16,534" })
	void memoryIsAboutWhatWasMeasured(final NetworkKind network, final Precision precision, final double measured) {
		assertEquals(1.1 * measured, bytes(network, precision) / 1e6, 0.1 * measured);
	}

	@Test
	void automaticPrecisionIsTakenForTheOneThatTakesMore() {
		assertEquals(bytes(NetworkKind.VGG, Precision.FLOAT32), bytes(NetworkKind.VGG, Precision.AUTOMATIC));
	}

	private static long bytes(final NetworkKind network, final Precision precision) {
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, 512).set(Settings.PRECISION, precision).build();
		final ImageSize size = new ImageSize(512, 512);
		return StyleTransferEstimate.of(recipe, network, size, List.of(size)).bytes();
	}
}
