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

package net.neuralstyle.feedforward;

import java.time.Instant;
import java.util.List;

import net.neuralstyle.Provenance.Picture;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/** Makes networks of random numbers, whose cards tell of everything. */
public final class RandomNetworks {

	private RandomNetworks() {
		// NB: Not instantiable.
	}

	/** Makes a network; its preview is no picture. */
	public static StyleNetwork make(final long seed, final int width, final int blocks) {
		final TransformationTopology topology = new TransformationTopology(width, blocks);
		return new StyleNetwork(topology, NaiveTransformation.randomParameters(topology, seed), card(), new byte[] { 1, -2,
			3 });
	}

	/** Makes a card on which nothing is missing. */
	public static NetworkCard card() {
		return NetworkCard.builder("Waves") //
			.styles(List.of(new Picture("waves.jpg", "ab12", 0.75, List.of("cd34")), new Picture("größer.png", "ef56", 0.25, List
				.of()))) //
			.recipe(Recipe.builder().set(Settings.STYLE_WEIGHT, 12.5).build()) //
			.training("{\"seed\":7}") //
			.steps(2000, 4, 256) //
			.photographs("landscapes", 120) //
			.lossNetwork("Compact VGG (bundled)", "0123") //
			.beganWith("Ripples", "4567") //
			.loss(1234.5) //
			.version("1.2.3") //
			.date(Instant.parse("2026-11-27T12:34:56Z")) //
			.licence("CC0-1.0") //
			.author("Somebody") //
			.importedFrom("waves.onnx") //
			.build();
	}
}
