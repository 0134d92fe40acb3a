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

package net.neuralstyle.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.EveryKindOfInput;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.samples.SampleStyle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Options for inputs of every kind. */
class CommandOptionsTest {

	private final Context context = new Context();
	private final CommandOptions options = new CommandOptions(new HostedCommand(context, EveryKindOfInput.class
		.getName()));

	@AfterEach
	void stopSciJava() {
		context.dispose();
	}

	@Test
	void optionsGiveEveryKind() {
		final Map<String, Object> values = parse("--content=a.png", "--mask=m.png", "--styles=b.png", "--styles", "c,d.png",
			"--flip", "--no-keep-colours", "--recipe=r.json", "--report=b c.txt", "--folder=/tmp", "--path=x y.h5",
			"--mode=slow", "--note=a b", "--count=2", "--seed=-5", "--weight=1e-3");
		assertEquals("{content=a.png, mask=m.png, styles=[b.png, c,d.png], flip=true, keepColours=false, recipe=r.json, " +
			"report=b c.txt, folder=/tmp, path=x y.h5, mode=slow and good, note=a b, count=2, seed=-5, weight=0.001}", values
				.toString());
		assertEquals(List.of(Paths.get("b.png"), Paths.get("c,d.png")), values.get("styles"));
		assertEquals(new File("r.json"), values.get("recipe"));
	}

	@Test
	void whatIsLeftOutIsNotGiven() {
		assertEquals(Map.of(), parse());
	}

	@ParameterizedTest
	@CsvSource({ "--flip,true", "--flip=true,true", "--no-flip,false", "--flip=false,false", "--keep-colours=false,false",
		"--keep-colours,true" })
	void flagIsAWordOrHasAValue(final String option, final boolean value) {
		assertEquals(value, parse(option).values().iterator().next());
	}

	@Test
	void flagThatIsNeitherYesNorNoIsRefused() {
		final ParameterException refusal = assertThrows(ParameterException.class, () -> parse("--flip=maybe"));
		assertEquals("The value of flip must be true or false, not \"maybe\".", ((StyleTransferException) refusal.getCause())
			.getMessage());
	}

	@Test
	void onlyTheImagesWithoutWhichNothingGoesAreNeeded() {
		assertEquals("[--content]", options.images().toString().replaceAll("option ", ""));
	}

	@Test
	void helpShowsEveryKind() {
		final String help = commandLine().getUsageMessage().replaceAll("\\s+", " ");
		for (final String part : List.of("--content=FILE", "--mask=FILE", "--styles=FILE Several images. May be given " +
			"several times.", "--[no-]flip", "--[no-]keep-colours", "Default: true.", "--report=PATH", "--note=TEXT",
			"--count=NUMBER"))
		{
			assertTrue(help.contains(part), part + " is not in " + help);
		}
	}

	@Test
	void optionForTheStyleMayBeRepeated() {
		final CommandOptions ofTransfer = new CommandOptions(new HostedCommand(context, NeuralStyleTransfer.class.getName()));
		commandLine(ofTransfer).parseArgs("--style=a.png", "--style=great-wave", "--more-styles=b.png");
		assertEquals(Paths.get("a.png"), ofTransfer.given().get("style"));
		assertEquals(List.of(SampleStyle.GREAT_WAVE, Paths.get("b.png")), ofTransfer.given().get("moreStyles"));
		commandLine(ofTransfer).parseArgs("--style=mosaic");
		assertEquals(Map.of("style", SampleStyle.MOSAIC), ofTransfer.given());
	}

	private Map<String, Object> parse(final String... arguments) {
		commandLine().parseArgs(arguments);
		return options.given();
	}

	private CommandLine commandLine() {
		return commandLine(options);
	}

	private static CommandLine commandLine(final CommandOptions shown) {
		final CommandSpec spec = CommandSpec.create();
		shown.images().forEach(spec::addOption);
		shown.settings().forEach(spec::addOption);
		shown.moreSettings().forEach(spec::addOption);
		spec.usageMessage().longOptionsMaxWidth(33);
		return new CommandLine(spec);
	}
}
