package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options string of a macro's run call. */
class MacroOptionsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"a=1 b=two               | {a=1, b=two}", //
		"a=[with spaces] b=2     | {a=with spaces, b=2}", //
		"a=[x style=y.png] style=z | {a=x style=y.png, style=z}", //
		"a=[one [nested] two] b=2 | {a=one [nested] two, b=2}", //
		"a=[] b=2                | {a=, b=2}", //
		"a= b=2                  | {a=, b=2}", //
		"flag a=1                | {flag=true, a=1}", //
		"a=x=y                   | {a=x=y}", //
		"a=[b [1] & 'x' #50%.png] c=2 | {a=b [1] & 'x' #50%.png, c=2}", //
		"a=[half [open.png] b=2  | {a=half [open.png, b=2}", //
		"a=[half] open.png] b=[2] | {a=half] open.png, b=2}", //
		"a=[half [open.png]      | {a=half [open.png}", //
		"a=[x] flag              | {a=x, flag=true}", //
	})
	void readsKeysAndValues(final String options, final String values) {
		assertEquals(values, MacroOptions.parse(options).toString());
		assertEquals(values, MacroOptions.parse(" " + options + "  ").toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"a=1 b=2 a=3       | The key \"a\" is there twice: give it once.", //
		"a=[never closed   | The bracket after a= is not closed: write a=[value].", //
		"a=1 =2            | There is an equals sign without a key before it in \"a=1 =2\": write key=value." //
	})
	void refusesWhatCannotBeMeant(final String options, final String sentence) {
		assertEquals(sentence, assertThrows(StyleTransferException.class, () -> MacroOptions.parse(options)).getMessage());
	}
}
