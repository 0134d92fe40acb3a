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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.input.InputText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.ModuleItem;

/** What people write for the inputs of a command. */
class InputTextTest extends CommandTest {

	@Test
	void keysAreFoundInCapitalsOrNot() {
		assertEquals("{size=64, styleWeight=2, output=x}", byInput(Map.of("Size", "64"), Map.of("STYLEWEIGHT", "2"), Map.of(
			"Output", "x")).toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"styleweigth | \"styleweigth\" is not a setting: did you mean \"styleweight\"?", //
		"sizes       | \"sizes\" is not a setting: did you mean \"size\"?", //
		"iteration   | \"iteration\" is not a setting: did you mean \"iterations\"?", //
		"otuput      | \"otuput\" is not a setting: did you mean \"output\"?" //
	})
	void unknownKeyIsRefusedWithTheNearestOne(final String key, final String sentence) {
		assertEquals(sentence, refusal(() -> byInput(Map.of(key, "1"))));
	}

	@Test
	void wordOfATitleWithSpacesIsExplained() {
		final String keys = inputs().stream().map(InputText::macroKey).collect(Collectors.joining(", "));
		assertEquals("\"cat.png\" is not a setting: use output, " + keys + ", and put values with spaces in [brackets].",
			refusal(() -> byInput(Map.of("cat.png", "true"))));
	}

	@Test
	void keyThatIsThereTwiceInOtherLettersIsRefused() {
		assertEquals("The key \"SIZE\" is there twice: give it once, and put values with spaces in [brackets].", refusal(
			() -> byInput(Map.of("size", "1"), Map.of("SIZE", "2"))));
	}

	@ParameterizedTest
	@CsvSource({ "size,64,64", "size, 64 ,64", "size,64.0,64", "size,1e3,1000", "contentWeight,1e-3,0.001",
		"seed,-9223372036854775808,-9223372036854775808", "start,noise,noise", "start,Noise,noise", "start,NO,noise",
		"network,vgg,VGG16 (ImageNet)", "weightsFile,a b.h5,a b.h5" })
	void textsBecomeValues(final String input, final String text, final String value) {
		assertEquals(value, InputText.value(input(input), text).toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"size          | abc        | The value of size must be a whole number, not \"abc\".", //
		"size          | 2.5        | The value of size must be a whole number, not \"2.5\".", //
		"size          | ''         | The value of size is empty: give one, or leave it out for the usual one.", //
		"size          | 2147483648 | Size must be from 0 to 16384, not 2147483648.", //
		"size          | 1e999999999 | Size must be from 0 to 16384, not 1e999999999.", //
		"seed          | 9223372036854775808 | Seed must be from -9223372036854775808 to 9223372036854775807, not " +
		"9223372036854775808.", //
		"contentWeight | 2,5        | The value of contentweight must be a number, not \"2,5\": use a decimal point.", //
		"contentWeight | NaN        | The value of contentweight must be a number, not \"NaN\".", //
		"start         | middle     | \"middle\" is not a choice for start: use \"content\" or \"noise\" or \"style\" or " +
		"\"image\" or \"network\".", //
		"start         | ''         | \"\" is not a choice for start: use \"content\" or \"noise\" or \"style\" or " +
		"\"image\" or \"network\"." //
	})
	void whatCannotBeMeantIsRefused(final String input, final String text, final String sentence) {
		assertEquals(sentence, refusal(() -> InputText.value(input(input), text)));
	}

	// -- Helper methods --

	private List<ModuleItem<?>> inputs() {
		return new HostedCommand(context(), NeuralStyleTransfer.class.getName()).inputs();
	}

	private ModuleItem<?> input(final String name) {
		return inputs().stream().filter(input -> input.getName().equals(name)).findFirst().orElseThrow();
	}

	@SafeVarargs
	private Map<String, String> byInput(final Map<String, String>... given) {
		final Map<String, String> all = new LinkedHashMap<>();
		for (final Map<String, String> some : given) {
			all.putAll(some);
		}
		return InputText.byInput(inputs(), all, "output");
	}

	private static String refusal(final Runnable work) {
		return assertThrows(StyleTransferException.class, work::run).getMessage();
	}
}
