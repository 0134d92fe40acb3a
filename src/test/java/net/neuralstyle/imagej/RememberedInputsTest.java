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

package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalDouble;

import net.neuralstyle.imagej.input.RememberedInputs;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;

/** What the next dialog offers. */
class RememberedInputsTest extends CommandTest {

	private HostedCommand command;

	@BeforeEach
	@AfterEach
	void forget() {
		preferences().clear(NeuralStyleTransfer.class);
		command = new HostedCommand(context(), NeuralStyleTransfer.class.getName());
	}

	@Test
	void firstDialogOffersTheDefaults() {
		assertEquals(command.defaults(), command.offered(Map.of()));
		assertEquals(Settings.SIZE.usual().toString(), command.offered(Map.of()).get("size"));
	}

	@Test
	void acceptedPresetAndChangesAreOfferedAgain() {
		remember(Map.of("preset", Preset.PREVIEW.label(), "iterations", 3));
		assertEquals("3", command.offered(Map.of()).get("iterations"));
		assertEquals(Preset.PREVIEW.label(), command.offered(Map.of()).get("preset"));
		assertEquals(Preset.PREVIEW.recipe(NetworkKind.COMPACT).text(Settings.SIZE), command.offered(Map.of()).get("size"));
	}

	@Test
	void whatIsAsThePresetSaysFollowsThePreset() {
		remember(Map.of("size", 100, "iterations", 3, "styleWeight", Settings.STYLE_WEIGHT.usual()));
		remember(Map.of("size", Settings.SIZE.usual(), "iterations", 3));
		final Map<String, String> offered = command.offered(Map.of("preset", Preset.PREVIEW.label()));
		assertEquals(Preset.PREVIEW.recipe(NetworkKind.COMPACT).text(Settings.SIZE), offered.get("size"));
		assertEquals("3", offered.get("iterations"));
	}

	@Test
	void presetThatIsNoMoreIsForgotten() {
		new RememberedInputs(preferences()).save(NeuralStyleTransfer.class, module(Map.of("preset", "Charcoal", "iterations",
			3)), Map.of());
		assertEquals(Preset.BALANCED.label(), command.offered(Map.of()).get("preset"));
		assertEquals("3", command.offered(Map.of()).get("iterations"));
	}

	@Test
	void knownValuesPrevail() {
		remember(Map.of("iterations", 3));
		assertEquals("4", command.offered(Map.of("iterations", 4)).get("iterations"));
	}

	@Test
	void speedOfTheLastRunIsKeptForEachNetworkInEachPrecision() {
		final RunSpeed speed = new RunSpeed(preferences());
		speed.save("a network of a test", Precision.FLOAT32, 0.25);
		assertEquals(OptionalDouble.of(0.25), speed.load("a network of a test", Precision.FLOAT32));
		assertEquals(OptionalDouble.empty(), speed.load("another network of a test", Precision.FLOAT32));
		assertEquals(OptionalDouble.empty(), speed.load("a network of a test", Precision.BFLOAT16));
	}

	// -- Helper methods --

	private PrefService preferences() {
		return context().service(PrefService.class);
	}

	private void remember(final Map<String, Object> values) {
		command.remember(module(values));
	}

	private Module module(final Map<String, Object> values) {
		final ModuleService moduleService = context().service(ModuleService.class);
		final Module module = moduleService.createModule(moduleService.getModuleById("command:" + NeuralStyleTransfer.class
			.getName()));
		values.forEach(module::setInput);
		return module;
	}
}
