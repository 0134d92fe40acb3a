package net.neuralstyle.imagej.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
		"a=[never closed         | {a=[never closed}", //
		"a=x=y                   | {a=x=y}" //
	})
	void readsKeysAndValues(final String options, final String values) {
		assertEquals(values, MacroOptions.parse(options).toString());
	}
}
