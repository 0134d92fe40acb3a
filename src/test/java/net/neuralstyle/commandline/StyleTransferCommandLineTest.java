package net.neuralstyle.commandline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTransferCommandLineTest {

	private static final String CONTENT = "--content=sample-images/content/chelsea.png";
	private static final String STYLE = "--style=sample-images/style/great-wave.jpg";

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "picture.png,png", "picture.jpg,JPEG", "picture.tif,tif", "picture.TIFF,tif", "with space.jpeg,JPEG" })
	void pictureIsWrittenInTheFormatOfItsName(final String name, final String format) throws IOException {
		assertEquals(0, stylize(folder.resolve(name), "--size=64", "--iterations=1"));
		assertEquals("Saved " + folder.resolve(name), out.toString().trim());
		assertLeft(name);
		assertTrue(ImageIO.getImageReadersByFormatName(format).next().getOriginatingProvider().canDecodeInput(ImageIO
			.createImageInputStream(folder.resolve(name).toFile())));
		final BufferedImage picture = ImageIO.read(folder.resolve(name).toFile());
		assertEquals(64, picture.getWidth());
		assertEquals(43, picture.getHeight());
	}

	@Test
	void optionsReachTheCommand() throws IOException {
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		final Path third = folder.resolve("third.png");
		assertEquals(0, stylize(first, "--size=48", "--iterations=1", "--start=NOISE", "--seed=5", "--network", "compact"));
		assertEquals(0, stylize(second, "--size=48", "--iterations=1", "--start=noise", "--seed=5", "--pyramid=1"));
		assertEquals(0, stylize(third, "--size=48", "--iterations=1", "--start=noise", "--seed=6", "--pyramid=1"));
		assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
		assertFalse(Arrays.equals(Files.readAllBytes(first), Files.readAllBytes(third)));
	}

	@Test
	void fileThatIsThereIsReplaced() throws IOException {
		final Path output = folder.resolve("picture.png");
		Files.write(output, new byte[10]);
		assertEquals(0, stylize(output, "--size=32", "--iterations=1"));
		assertEquals(32, ImageIO.read(output.toFile()).getWidth());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"--size=big        | Invalid value for option '--size': 'big' is not an int: see neural-style-transfer --help.", //
		"--seed=1.5        | Invalid value for option '--seed': '1.5' is not a long: see neural-style-transfer --help.", //
		"--iteration=3     | Unknown option: '--iteration=3': see neural-style-transfer --help.", //
		"--start=middle    | Invalid value for option '--start': \"middle\" is none of content, noise: see neural-style-transfer --help.", //
		"--start=          | Invalid value for option '--start': \"\" is none of content, noise: see neural-style-transfer --help.", //
		"--size            | Missing required parameter for option '--size' (NUMBER): see neural-style-transfer --help.", //
		"more              | Unmatched argument at index 3: 'more': see neural-style-transfer --help.", //
	})
	void wrongOptionIsRefusedInOneSentence(final String option, final String sentence) throws IOException {
		assertEquals(2, stylize(folder.resolve("picture.png"), option));
		assertEquals(sentence, err.toString().trim());
		assertLeft();
	}

	@ParameterizedTest
	@CsvSource({ "--content", "--style", "--output" })
	void missingFileOptionIsRefused(final String option) {
		final List<String> arguments = new ArrayList<>(List.of(CONTENT, STYLE, "--output=" + folder.resolve("picture.png")));
		arguments.removeIf(argument -> argument.startsWith(option));
		assertEquals(2, execute(arguments.toArray(new String[0])));
		assertEquals("There is no " + option + ": see neural-style-transfer --help.", err.toString().trim());
	}

	@Test
	void commandsRefusalIsFailure() throws IOException {
		assertEquals(1, stylize(folder.resolve("picture.png"), "--iterations=0"));
		assertEquals("", out.toString());
		assertLeft();
	}

	@Test
	void missingWeightsAreNotReplacedByOthers() throws IOException {
		final Path weights = folder.resolve("weights");
		System.setProperty("neuralstyle.weights.folder", weights.toString());
		try {
			assertEquals(1, stylize(folder.resolve("picture.png"), "--network=vgg16"));
		}
		finally {
			System.clearProperty("neuralstyle.weights.folder");
		}
		assertLeft();
	}

	@Test
	void fileThatIsMissingIsReported() {
		assertFails("There is no image file missing.png: check its path.", "--content=missing.png", STYLE, "--output=" +
			folder.resolve("picture.png"));
	}

	@ParameterizedTest
	@CsvSource({ "pom.xml", "src" })
	void fileThatIsNoImageIsReported(final String file) {
		assertEquals(1, execute("--content=" + file, STYLE, "--output=" + folder.resolve("picture.png")));
		assertOneSentence(file);
	}

	@Test
	void damagedImageIsReported() throws IOException {
		final byte[] whole = Files.readAllBytes(Paths.get("sample-images", "content", "chelsea.png"));
		final Path damaged = folder.resolve("damaged.png");
		Files.write(damaged, Arrays.copyOf(whole, 100));
		assertFails("The file " + damaged + " is damaged or incomplete: get it anew, or save it again as PNG, JPEG or TIFF.",
			"--content=" + damaged, STYLE, "--output=" + folder.resolve("picture.png"));
		assertLeft("damaged.png");
	}

	@Test
	void helpNamesEveryOptionAndItsDefault() {
		assertEquals(0, execute("--help"));
		final String help = out.toString().replaceAll("\\s+", " ");
		for (final String part : List.of("--content=FILE", "--style=FILE", "--output=FILE", "--network=CHOICE",
			"--weights-file=PATH", "--size=NUMBER Longer side", "Default: 512.", "--iterations=NUMBER",
			"--content-weight=NUMBER", "Default: 0.025.", "--style-weight=NUMBER", "--total-variation-weight=NUMBER",
			"--start=CHOICE", "One of: content, noise.", "--pyramid=NUMBER", "--tile-size=NUMBER", "--seed=NUMBER", "vgg16-weights", "--version"))
		{
			assertTrue(help.contains(part), part + " is not in " + help);
		}
	}

	@Test
	void versionIsTold() {
		assertEquals(0, execute("--version"));
		assertTrue(out.toString().startsWith("Neural Style Transfer "), out.toString());
	}

	@Test
	void nothingToDoIsWrongUse() {
		assertEquals(2, execute());
		assertTrue(err.toString().startsWith("Usage: neural-style-transfer --content=FILE"), err.toString());
	}

	@Test
	void weightsCommandHasItsOwnHelp() {
		assertEquals(0, execute("vgg16-weights", "--help"));
		assertTrue(out.toString().replaceAll("\\s+", " ").contains("One of: show, download,"), out.toString());
	}

	@ParameterizedTest
	@CsvSource({ "show,0", "verify,1", "import,1", "remove,0" })
	void weightsCommandTellsWhetherItsActionIsDone(final String action, final int exitCode) {
		System.setProperty("neuralstyle.weights.folder", folder.toString());
		try {
			assertEquals(exitCode, execute("vgg16-weights", "--action=" + action));
		}
		finally {
			System.clearProperty("neuralstyle.weights.folder");
		}
	}

	// -- Helper methods --

	private int stylize(final Path output, final String... options) {
		return execute(Stream.concat(Stream.of(CONTENT, STYLE, "--output=" + output), Stream.of(options)).toArray(
			String[]::new));
	}

	private int execute(final String... arguments) {
		return new StyleTransferCommandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
	}

	private void assertFails(final String sentence, final String... arguments) {
		assertEquals(1, execute(arguments));
		assertEquals(sentence, err.toString().trim());
	}

	private void assertOneSentence(final String word) {
		final String sentence = err.toString().trim();
		assertTrue(sentence.contains(word), sentence);
		assertTrue(sentence.matches("[^\\n]+: [^\\n]+\\."), sentence);
	}

	private void assertLeft(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(names), files.map(file -> file.getFileName().toString()).collect(Collectors.toList()));
		}
	}
}
