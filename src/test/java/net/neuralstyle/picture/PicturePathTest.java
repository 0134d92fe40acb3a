package net.neuralstyle.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PicturePathTest {

	@Test
	void textIsTakenAsItIs() {
		assertEquals(Paths.get("b [1] & 'x' #50%.png"), PicturePath.of("b [1] & 'x' #50%.png"));
	}

	@Test
	void characterThatNoNameMayHaveIsRefused() {
		assertEquals("The file a?.png cannot be: its name has a character that is not allowed.", assertThrows(
			StyleTransferException.class, () -> PicturePath.of("a\0.png")).getMessage());
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void lettersThatTheLocaleHasNotAreExplained() throws Exception {
		final ProcessBuilder builder = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "java")
			.toString(), "-cp", System.getProperty("java.class.path"), PictureProgram.class.getName(), "\u00e9.png", "0");
		builder.environment().put("LC_ALL", "C");
		final Process process = builder.start();
		final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		assertEquals(0, process.waitFor());
		assertTrue(printed.matches("NO The file \\?+\\.png has letters in its name that Java cannot use in this locale: " +
			"set the environment variable LC_ALL to C\\.UTF-8\\.\\s+"), printed);
	}
}
