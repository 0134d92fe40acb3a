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

package net.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.KerasWeightsWriter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves how the loss depends on its weights and layers, and which images it refuses. */
class ObjectiveTest {

	private static final VggImage CONTENT = VggImage.noise(new ImageSize(19, 23), 1);
	private static final VggImage STYLE = VggImage.noise(new ImageSize(14, 11), 2);
	private static final VggImage POINT = VggImage.noise(new ImageSize(19, 23), 3);
	private static final List<String> LAYERS = List.of("block1_conv1", "block2_conv1");

	private static NetworkEngine engine;

	@BeforeAll
	static void makeParameters() {
		engine = Engines.open(KerasWeightsWriter.randomWeights(1, new int[] { 4, 5 }, new int[] { 6 }));
	}

	@AfterAll
	static void closeParameters() {
		engine.close();
	}

	@Test
	void contentTermGrowsWithItsWeight() {
		assertEquals(3, loss(3, 1, 1).term("content") / loss(1, 1, 1).term("content"), 1e-6);
	}

	@Test
	void styleTermGrowsWithItsWeight() {
		assertEquals(3, loss(1, 3, 1).term("style") / loss(1, 1, 1).term("style"), 1e-6);
	}

	@Test
	void totalVariationGrowsWithItsWeight() {
		assertEquals(3, loss(1, 1, 3).term("total variation") / loss(1, 1, 1).term("total variation"), 1e-6);
	}

	@Test
	void termsOfWeightZeroAreZero() {
		assertEquals(0, loss(0, 0, 0).total());
	}

	@Test
	void styleIsReportedForEachOfItsLayers() {
		assertEquals(Set.copyOf(LAYERS), loss(1, 1, 1).layers("style").keySet());
	}

	@Test
	void thereIsNoLossBeforeTheFirstEvaluation() {
		try (NotebookObjective objective = objective(new LossWeights(1, 1, 1, "block2_conv1", LAYERS), CONTENT)) {
			assertNull(objective.lastLoss());
		}
	}

	@Test
	void unknownContentLayerIsRefused() {
		assertThrows(NoSuchElementException.class, () -> objective(new LossWeights(1, 1, 1, "block7_conv1", LAYERS),
			CONTENT));
	}

	@Test
	void unknownStyleLayerIsRefused() {
		assertThrows(NoSuchElementException.class, () -> objective(new LossWeights(1, 1, 1, "block2_conv1", List.of(
			"block7_conv1")), CONTENT));
	}

	@Test
	void layersOfTermsWithoutWeightDoNotMatter() {
		objective(new LossWeights(0, 0, 1, "block7_conv1", List.of("block8_conv1")), CONTENT).close();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 8", "8, 1" })
	void imageThatIsTooSmallForALayerIsRefused(final int width, final int height) {
		final VggImage content = VggImage.noise(new ImageSize(width, height), 1);
		assertThrows(IllegalArgumentException.class, () -> objective(new LossWeights(1, 1, 1, "block2_conv1", LAYERS),
			content));
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "2, 9", "9, 2", "3, 3" })
	void smallestImagesAreAccepted(final int width, final int height) {
		final VggImage content = VggImage.noise(new ImageSize(width, height), 1);
		final LossWeights weights = new LossWeights(1, 1, 1, "block2_conv1", LAYERS);
		assertTrue(loss(weights, content, VggImage.noise(content.size(), 2)).total() > 0);
	}

	@Test
	void styleImageThatIsTooSmallForALayerIsRefused() {
		final VggImage style = VggImage.noise(new ImageSize(1, 8), 1);
		assertThrows(IllegalArgumentException.class, () -> new NotebookObjective(engine, new LossWeights(1, 1, 1,
			"block2_conv1", LAYERS), CONTENT, style));
	}

	// -- Helper methods --

	private static Loss loss(final double content, final double style, final double totalVariation) {
		return loss(new LossWeights(content, style, totalVariation, "block2_conv1", LAYERS), CONTENT, POINT);
	}

	private static Loss loss(final LossWeights weights, final VggImage content, final VggImage point) {
		try (NotebookObjective objective = objective(weights, content); TensorScope scope = new TensorScope()) {
			final int length = point.values().length;
			objective.evaluate(scope.tensor(point.values(), length), scope.zeros(length));
			return objective.lastLoss();
		}
	}

	private static NotebookObjective objective(final LossWeights weights, final VggImage content) {
		return new NotebookObjective(engine, weights, content, STYLE);
	}
}
