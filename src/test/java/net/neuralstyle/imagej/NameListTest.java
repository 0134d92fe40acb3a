package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several names in one text. */
class NameListTest {

	private static final Set<String> KNOWN = Set.of("a.png", "b.png", "b.png,c", "x, y", " z");

	@ParameterizedTest
	@CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = { //
		"'';''", //
		"' ';''", //
		"a.png;a.png", //
		"a.png,b.png;a.png|b.png", //
		"b.png, a.png;b.png|a.png", //
		"a.png,b.png,c;a.png|b.png,c", //
		"x, y,a.png;x, y|a.png", //
		"a.png, z;a.png| z", //
		"a.png,unknown,x;a.png|unknown|x", //
		"unknown,a.png;unknown|a.png", //
		"a.png,;a.png|", //
		"a.png,a.png;a.png|a.png" //
	})
	void longestKnownNameIsMeant(final String text, final String names) {
		assertEquals(names, String.join("|", NameList.split(text, KNOWN::contains)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "a.png|b.png", "x, y|b.png,c|a.png" })
	void joinedNamesAreReadAgain(final String names) {
		final List<String> list = List.of(names.split("[|]"));
		assertEquals(list, NameList.split(NameList.join(list), KNOWN::contains));
	}
}
