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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;

import java.util.Map;

import net.neuralstyle.TestPictures;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.samples.SampleStyle;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The command that opens a sample style, in a SciJava context without a display. */
class OpenSampleStyleTest extends CommandTest {

	@Test
	void choicesAreTheStylesThatThereAre() {
		assertEquals(SampleStyle.names(), InputText.choices(HostedCommand.inputs(command()).get(0)));
	}

	@Test
	void menuPathAndKeyAreAsDocumented() {
		assertEquals("Plugins|Style Transfer|Open Sample Style", command().getMenuPath().getMenuString().replace(" > ", "|"));
		assertEquals("name", InputText.macroKey(HostedCommand.inputs(command()).get(0)));
	}

	@Test
	void everyInputHasLabelAndDescription() {
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void pictureIsTheStyles() throws Exception {
		final ImagePlus image = (ImagePlus) run(OpenSampleStyle.class, Map.of("name", "poppies")).getOutput("image");
		assertEquals("poppies", image.getTitle());
		assertArrayEquals(TestPictures.pixels(SampleStyle.POPPIES.read()), (int[]) image.getProcessor().getPixels());
	}

	@Test
	void unknownNameIsRefused() throws Exception {
		assertRefused("\"popies\" is not a bundled style: use great-wave, ", OpenSampleStyle.class, Map.of("name", "popies"));
	}

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(OpenSampleStyle.class);
	}
}
