package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Lines for windows. */
class WrappedTextTest {

	@Test
	void breaksAtSpaces() {
		assertEquals("The quick\nbrown fox\njumps.", WrappedText.of("The quick brown fox jumps.", 10));
	}

	@Test
	void lineMayBeAsLongAsThereAreColumns() {
		assertEquals("The quick\nbrown", WrappedText.of("The quick brown", 9));
	}

	@Test
	void shortTextStaysAsItIs() {
		assertEquals("Short.", WrappedText.of("Short.", 70));
	}

	@Test
	void lineEndsStay() {
		assertEquals("One.\n\nTwo three.", WrappedText.of("One.\n\nTwo three.", 70));
	}

	@Test
	void longPathBreaksAfterASlash() {
		assertEquals("in\n/home/\nsomebody/\nmodels now", WrappedText.of("in /home/somebody/models now", 10));
	}

	@Test
	void longWordWithoutASlashBreaksAtTheEndOfTheLine() {
		assertEquals("abcd\nef", WrappedText.of("abcdef", 4));
	}
}
