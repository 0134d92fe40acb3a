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


package net.neuralstyle.imagej.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintingInputsTest {

	@Test
	void whatIsNotSaidIsAsNetworksHaveIt() {
		assertEquals(PaintingRecipe.builder().build(), new PaintingInputs(Map.of()).recipe());
	}

	@Test
	void whatBothHaveIsSaidByTheSameInputs() {
		final PaintingRecipe recipe = new PaintingInputs(Map.of("strength", "0.05", "size", "64")).recipe();
		assertEquals(PaintingRecipe.builder().set(PaintingSettings.STRENGTH, 0.05).set(PaintingSettings.SIZE, 64).build(),
			recipe);
	}

	@Test
	void rangesAreThoseOfNetworks() {
		assertEquals("Coherence must be from 0 to 1, not 3.0.", assertThrows(IllegalArgumentException.class,
			() -> new PaintingInputs(Map.of("coherence", "3")).recipe()).getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "iterations, 3, Iterations is a setting of style transfers", "optimizer, adam, Optimizer is a setting of",
		"preset, Painting, The preset \"Painting\" is one of style transfers", "network, VGG16 (ImageNet), There is a " +
			"network that compares images", "weightsFile, a.h5, There is a network that compares images" })
	void whatStyleTransfersAloneHaveIsRefused(final String input, final String text, final String sentence) {
		final String message = assertThrows(WrongSettingException.class, () -> new PaintingInputs(Map.of(input, text))
			.recipe()).getMessage();
		assertTrue(message.startsWith(sentence), message);
		assertTrue(message.endsWith("leave the style networks out."), message);
	}

	@Test
	void whatADialogBeginsWithIsTaken() {
		assertEquals(PaintingRecipe.builder().build(), new PaintingInputs(new HashMap<>(PaintingInputs.usual())).recipe());
	}

	@Test
	void whatADialogGoesBackToIsThePresets() {
		final RecipeInputs usual = new RecipeInputs(PaintingInputs.usualOfTransfers());
		assertEquals(new RecipeInputs(Map.of()).recipe(), usual.recipe());
	}
}
