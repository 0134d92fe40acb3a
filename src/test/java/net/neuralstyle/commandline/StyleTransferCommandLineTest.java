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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.LUT;
import ij.process.ColorProcessor;
import ij.process.ByteProcessor;
import ij.io.FileSaver;
import ij.gui.OvalRoi;
import ij.ImageStack;
import ij.io.Opener;
import ij.process.ImageStatistics;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

import net.neuralstyle.Provenance;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.samples.SampleStyle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
		assertArrayEquals(pixels(first), pixels(second));
		assertFalse(Arrays.equals(pixels(first), pixels(third)));
	}

	// -- Recipes --

	@ParameterizedTest
	@CsvSource({ "written.json", "first.png", "first.tif", "first.jpg" })
	void recipeOfAPictureMakesItAgain(final String recipe) throws IOException {
		final Path first = folder.resolve(recipe.replace("written.json", "first.png"));
		final Path second = folder.resolve("second.tif");
		final Path third = folder.resolve("third.tif");
		assertEquals(0, stylize(first, "--size=40", "--iterations=1", "--start=noise", "--seed=5", "--write-recipe=" + folder
			.resolve("written.json")));
		assertEquals(0, stylize(second, "--recipe=" + folder.resolve(recipe)));
		assertEquals(0, stylize(third, "--size=40", "--iterations=1", "--start=noise", "--seed=5"));
		assertArrayEquals(pixels(third), pixels(second));
	}

	@Test
	void pagesOfATiffFileAreStylesOfTheirOwn() throws IOException {
		final ImageStack stack = new ImageStack(64, 64);
		for (final int colour : new int[] { 0xff0000, 0xff00 }) {
			final ColorProcessor pixels = new ColorProcessor(64, 64);
			pixels.setColor(colour);
			pixels.fill(new OvalRoi(10, 10, 30, 30));
			stack.addSlice(pixels);
		}
		final Path styles = folder.resolve("styles.tif");
		new FileSaver(new ImagePlus("styles", stack)).saveAsTiffStack(styles.toString());
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		assertEquals(0, execute(CONTENT, "--style=" + styles, "--style-blend=9,1", "--output=" + first, "--size=48",
			"--iterations=1"));
		assertEquals(0, execute(CONTENT, "--style=" + styles, "--style-blend=1,9", "--output=" + second, "--size=48",
			"--iterations=1"));
		assertFalse(Arrays.equals(pixels(first), pixels(second)));
	}

	@Test
	void labelsWithALookupTableKeepTheirValues() throws IOException {
		final ByteProcessor labels = new ByteProcessor(451, 300);
		labels.setValue(1);
		labels.setRoi(0, 0, 200, 300);
		labels.fill();
		labels.setLut(new LUT(new byte[256], new byte[256], new byte[256]));
		final Path file = folder.resolve("labels.png");
		new FileSaver(new ImagePlus("labels", labels)).saveAsPng(file.toString());
		final Path output = folder.resolve("a.png");
		assertEquals(0, stylize(output, "--labels=" + file, "--size=0", "--iterations=1", "--pyramid=1"), err.toString());
		final int[] content = pixels(Paths.get("sample-images", "content", "chelsea.png"));
		assertEquals(content[451 * 100 + 400], pixels(output)[451 * 100 + 400]);
		assertNotEquals(content[451 * 100 + 100], pixels(output)[451 * 100 + 100]);
	}

	@Test
	void recipeThatIsReadIsNotReplaced() throws IOException {
		final Path first = folder.resolve("first.png");
		assertEquals(0, stylize(first, "--size=40", "--iterations=1"));
		final byte[] before = Files.readAllBytes(first);
		assertEquals(1, stylize(first, "--recipe=" + first));
		assertArrayEquals(before, Files.readAllBytes(first));
	}

	@Test
	void recipeOfABlendHasTheSharesOfAsManyStyles() throws IOException {
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		final Path others = folder.resolve("others.png");
		assertEquals(0, stylize(first, "--style=gravel", "--style-blend=1,4", "--size=40", "--iterations=1"));
		assertEquals(0, stylize(second, "--style=gravel", "--recipe=" + first));
		assertArrayEquals(pixels(first), pixels(second));
		assertEquals(0, stylize(others, "--recipe=" + first));
	}

	@Test
	void startImageBesideARecipeIsStartedFrom() throws IOException {
		final Path first = folder.resolve("first.png");
		final Path second = folder.resolve("second.png");
		assertEquals(0, stylize(first, "--size=64", "--iterations=1"));
		assertEquals(0, stylize(second, "--recipe=" + first, "--start-image=" + first));
		assertFalse(Arrays.equals(pixels(first), pixels(second)));
	}

	@Test
	void writtenRecipeIsWhatWasUsedInManyLines() throws IOException {
		final Path recipe = folder.resolve("a.json");
		assertEquals(0, stylize(folder.resolve("a.png"), "--size=40", "--iterations=1", "--write-recipe=" + recipe));
		final String text = Files.readString(recipe);
		assertTrue(text.lines().count() > 20, text);
		final Provenance provenance = Provenance.fromJson(text);
		assertEquals(40, provenance.recipe().get(Settings.SIZE));
		assertEquals("chelsea.png", provenance.content().name());
		assertEquals("great-wave.jpg", provenance.styles().get(0).name());
		assertFalse(text.contains("sample-images"), text);
		assertLeft("a.json", "a.png");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "tif", "jpg" })
	void pictureAndRecipeTellThePrecisionAskedForAndTheEngineThatComputed(final String format) throws IOException {
		final Path picture = folder.resolve("a." + format);
		final Path recipe = folder.resolve("a.json");
		assertEquals(0, stylize(picture, "--size=40", "--iterations=1", "--precision=float32", "--write-recipe=" + recipe));
		final Provenance provenance = Provenance.fromJson(Files.readString(recipe));
		assertEquals(Precision.FLOAT32, provenance.recipe().get(Settings.PRECISION));
		assertEquals(Precision.FLOAT32, provenance.precision());
		assertTrue(PictureReader.info(picture).contains("\"engine\":\"" + provenance.engine() + "\""), provenance.engine());
	}

	@Test
	void recipeAloneIsFollowedAndOptionsPrevail() throws IOException {
		final Path recipe = Files.writeString(folder.resolve("a.json"), Recipe.builder().set(Settings.SIZE, 64).set(
			Settings.ITERATIONS, 1).set(Settings.SEED, 9L).build().toJson());
		final Path used = folder.resolve("used.json");
		assertEquals(0, stylize(folder.resolve("a.png"), "--recipe=" + recipe, "--size=40", "--style-layers=block1_conv2",
			"--write-recipe=" + used));
		final Recipe was = Provenance.fromJson(Files.readString(used)).recipe();
		assertEquals(Recipe.builder().set(Settings.SIZE, 40).set(Settings.ITERATIONS, 1).set(Settings.SEED, 9L).set(
			Settings.STYLE_LAYERS, List.of("block1_conv2")).build(), was);
	}

	@Test
	void presetBesideARecipeIsRefused() throws IOException {
		final Path recipe = Files.writeString(folder.resolve("a.json"), "{}");
		assertEquals(2, stylize(folder.resolve("a.png"), "--recipe=" + recipe, "--preset=Preview"));
		assertEquals(List.of("A preset and a recipe exclude each other: give one of them.", "Nothing was written."), err
			.toString().lines().collect(Collectors.toList()));
		assertLeft("a.json");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"{\"format\": 2} | The recipe in FILE cannot be used: it was written by a newer version of the plugin (format " +
			"\"2\", and this one knows 1): update the plugin.", //
		"{\"sizes\": 64} | The recipe in FILE cannot be used: the recipe has more than settings: there is no setting " +
			"\"sizes\", so leave that out, or update the plugin.", //
		"{\"size\": 20} | The recipe in FILE cannot be used: size must be from 32 to 16384 pixels, or 0 for the size of " +
			"the content, not 20.", //
		"{\"size\": | The recipe in FILE cannot be used: the recipe cannot be read: it must be a JSON object with a value " +
			"for each setting.", //
		"{\"recipe\": {}} | The recipe in FILE cannot be used: it is not told how the picture was made: there is no recipe " +
			"in \"{\"recipe\": {}}\".", //
		"text | There is no recipe in FILE: give the JSON of one, or a PNG or TIFF file that Neural Style Transfer has " +
			"written." })
	void damagedRecipeIsReportedInOneSentence(final String text, final String sentence) throws IOException {
		final Path recipe = Files.writeString(folder.resolve("a.json"), text);
		assertFails(sentence.replace("FILE", recipe.toString()), CONTENT, STYLE, "--output=" + folder.resolve("a.png"),
			"--recipe=" + recipe, "--write-recipe=" + folder.resolve("b.json"));
		assertLeft("a.json");
	}

	@Test
	void fileWithoutARecipeIsReported() throws IOException {
		assertFails("There is no recipe file nowhere.json: check its path.", CONTENT, STYLE, "--output=" + folder.resolve(
			"a.png"), "--recipe=nowhere.json");
		err.getBuffer().setLength(0);
		assertFails("There is no recipe in sample-images/content/chelsea.png: give the JSON of one, or a PNG or TIFF file " +
			"that Neural Style Transfer has written.", CONTENT, STYLE, "--output=" + folder.resolve("a.png"),
			"--recipe=sample-images/content/chelsea.png");
		assertLeft();
	}

	@Test
	void networkOfTheRecipeIsTakenOrAskedFor() throws IOException {
		final Path used = folder.resolve("used.json");
		assertEquals(0, stylize(folder.resolve("a.png"), "--size=40", "--iterations=1", "--write-recipe=" + used));
		final Path other = Files.writeString(folder.resolve("other.json"), Files.readString(used).replace(
			"Compact VGG (bundled)", "mine.h5"));
		assertEquals(2, stylize(folder.resolve("b.png"), "--recipe=" + other));
		assertEquals("The picture of " + other + " was made with the network \"mine.h5\": give the file with its weights, " +
			"or choose another network.", err.toString().lines().findFirst().orElse(""));
		assertEquals(0, stylize(folder.resolve("b.png"), "--recipe=" + other, "--network=compact"));
	}

	@Test
	void otherBundledNetworkThanTheRecipesIsTold() throws IOException {
		final Path used = folder.resolve("used.json");
		assertEquals(0, stylize(folder.resolve("a.png"), "--size=40", "--iterations=1", "--write-recipe=" + used));
		final String told = loggedBy(() -> stylize(folder.resolve("b.png"), "--recipe=" + used));
		assertFalse(told.contains("bundled network is another"), told);
		Files.writeString(used, Files.readString(used).replaceFirst("\"weights\": \"..", "\"weights\": \"xx"));
		final String log = loggedBy(() -> stylize(folder.resolve("b.png"), "--recipe=" + used));
		assertTrue(log.contains("The bundled network is another one than in version \"development\", so that the same " +
			"recipe makes another picture than that of " + used + "."), log);
	}

	@Test
	void recipeIsNotWrittenWithoutAPicture() throws IOException {
		final Path recipe = Files.writeString(folder.resolve("a.json"), "old");
		assertEquals(2, stylize(folder.resolve("a.png"), "--iterations=0", "--write-recipe=" + recipe));
		assertEquals("old", Files.readString(recipe));
		assertLeft("a.json");
	}

	@Test
	void recipeToWriteIsNotTheOutput() throws IOException {
		final Path output = folder.resolve("a.png");
		assertEquals(2, stylize(output, "--write-recipe=" + folder.resolve(".").resolve("a.png")));
		assertEquals("The output and the recipe to write are both " + output + ": give them different names.", err.toString()
			.lines().findFirst().orElse(""));
	}

	@Test
	void recipeThatCannotBeWrittenIsReportedBeforeAnythingIsDone() throws IOException {
		assertFails("There is no folder " + folder.resolve("none") + " for the output: create it first.", CONTENT, STYLE,
			"--output=" + folder.resolve("a.png"), "--write-recipe=" + folder.resolve("none").resolve("a.json"));
		assertLeft();
	}

	@Test
	void sampleStyleGivesThePictureOfItsFile() throws IOException {
		final Path byName = folder.resolve("name.png");
		final Path byFile = folder.resolve("file.png");
		assertEquals(0, execute(CONTENT, "--style=great-wave", "--output=" + byName, "--size=48", "--iterations=1"));
		assertEquals(0, stylize(byFile, "--size=48", "--iterations=1"));
		assertArrayEquals(pixels(byFile), pixels(byName));
	}

	@Test
	void severalStylesAreBlendedByTheirShares() throws IOException {
		final Path blend = folder.resolve("blend.png");
		final Path other = folder.resolve("other.png");
		assertEquals(0, stylize(blend, "--style=gravel", "--style-blend=2,1", "--size=48", "--iterations=1"));
		assertEquals(0, stylize(other, "--more-styles=gravel", "--style-blend=1,2", "--size=48", "--iterations=1"));
		assertFalse(Arrays.equals(pixels(blend), pixels(other)));
	}

	@Test
	void sharesThatDoNotFitAreWrongUse() {
		assertEquals(2, execute(CONTENT, STYLE, "--style=gravel", "--style-blend=2", "--output=" + folder.resolve("a.png")));
	}

	@Test
	void unknownStyleIsReportedWithThoseThatThereAre() {
		assertFails("There is no image file grate-wave: check its path, or use a bundled style, " + String.join(", ",
			SampleStyle.names()) + ".", CONTENT, "--style=grate-wave", "--output=" + folder.resolve("picture.png"));
	}

	@Test
	void transparencyIsKept() throws IOException {
		final BufferedImage content = new BufferedImage(96, 64, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < 96 * 64; i++) {
			content.setRGB(i % 96, i / 96, i % 96 < 48 ? 0 : 0xff000000 | i * 77);
		}
		ImageIO.write(content, "png", folder.resolve("content.png").toFile());
		final Path output = folder.resolve("picture.png");
		assertEquals(0, execute("--content=" + folder.resolve("content.png"), STYLE, "--output=" + output, "--size=48",
			"--iterations=1"));
		final BufferedImage picture = ImageIO.read(output.toFile());
		assertEquals(48, picture.getWidth());
		assertEquals(0, picture.getRGB(5, 20) >>> 24);
		assertEquals(255, picture.getRGB(40, 20) >>> 24);
	}

	@ParameterizedTest
	@ValueSource(strings = { "picture.png", "picture.tif" })
	void deepGreyMayStayDeep(final String name) throws IOException {
		final BufferedImage content = new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY);
		for (int i = 0; i < 64 * 64; i++) {
			content.getRaster().setSample(i % 64, i / 64, 0, 20000 + i);
		}
		ImageIO.write(content, "png", folder.resolve("content.png").toFile());
		final Path output = folder.resolve(name);
		assertEquals(0, execute("--content=" + folder.resolve("content.png"), STYLE, "--output=" + output, "--size=0",
			"--iterations=1", "--result-type=as content", "--loss-plot"));
		final ImagePlus picture = new Opener().openImage(output.toString());
		assertEquals(16, picture.getBitDepth());
		final ImageStatistics statistics = picture.getStatistics();
		assertTrue(statistics.min >= 20000 && statistics.max <= 24095, statistics.toString());
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
		"--output=other.png | --output is there twice, give it once: see java -jar neural-style-transfer.jar --help.", //
		"--size=big        | The value of size must be a whole number, not \"big\".", //
		"--size=2147483648 | Size must be from 0 to 16384, not 2147483648.", //
		"--seed=1.5        | The value of seed must be a whole number, not \"1.5\".", //
		"--style-weight=2,5 | The value of styleweight must be a number, not \"2,5\": use a decimal point.", //
		"--colors=content  | \"--colors\" is not an option: did you mean \"--colours\"?", //
		"--iteration=3     | \"--iteration\" is not an option: did you mean \"--iterations\"?", //
		"--preset=oil      | \"oil\" is not a choice for preset: use \"Balanced\" or \"Painting\" or \"Photograph\" or " +
		"\"Preview\" or \"Style network\" or \"Notebook (Narayanan)\" or \"Gatys 2016\".", //
		"--start=middle    | \"middle\" is not a choice for start: use \"content\" or \"noise\" or \"style\" or " +
		"\"image\" or \"network\".", //
		"--start=          | \"\" is not a choice for start: use \"content\" or \"noise\" or \"style\" or \"image\" " +
		"or \"network\".", //
		"--network=great-wave | \"great-wave\" is a style network, which paints, and the network here is the one that " +
		"compares pictures: use Apply Style Network, or the style networks of a batch.", //
		"--size            | Missing required parameter for option '--size' (NUMBER): see java -jar " +
		"neural-style-transfer.jar --help.", //
		"more              | \"more\" is not an option: see java -jar neural-style-transfer.jar --help.", //
		"vgg16-weights     | The options before vgg16-weights would be ignored: leave them out, or put those of its own " +
		"behind it: see java -jar neural-style-transfer.jar vgg16-weights --help.", //
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
		assertEquals("There is no " + option + ": see java -jar neural-style-transfer.jar --help.", err.toString().trim());
	}

	@ParameterizedTest
	@CsvSource({ "--iterations=0", "--size=20", "--style-weight=-1", "--tile-size=16385", "--tile-size=32" })
	void valueOutOfRangeIsWrongUse(final String option) throws IOException {
		assertEquals(2, stylize(folder.resolve("picture.png"), option));
		assertEquals("", out.toString());
		assertEquals("Nothing was written.", err.toString().trim());
		assertLeft();
	}

	@Test
	void failureSaysThatTheOldPictureIsStillThere() throws IOException {
		final Path output = folder.resolve("picture.png");
		Files.write(output, new byte[10]);
		assertEquals(2, stylize(output, "--iterations=0"));
		assertEquals("Nothing was written: " + output + " is as it was before.", err.toString().trim());
		assertArrayEquals(new byte[10], Files.readAllBytes(output));
	}

	@Test
	void nameMayBeginWithAnAtSign() throws IOException {
		final Path file = Files.write(folder.resolve("at.png"), List.of("--help"));
		assertFails("There is no image file @" + file + ": check its path.", "--content", "@" + file, STYLE, "--output=" +
			folder.resolve("picture.png"));
	}

	@Test
	void missingWeightsAreNotReplacedByOthers() throws IOException {
		final PrintStream before = System.err;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		System.setErr(new PrintStream(bytes, true));
		System.setProperty("neuralstyle.weights.folder", folder.resolve("weights").toString());
		try {
			assertEquals(1, stylize(folder.resolve("picture.png"), "--network=vgg16"));
			final String log = bytes.toString();
			assertTrue(log.contains("run java -jar neural-style-transfer.jar vgg16-weights --action=download, or put https://"),
				log);
		}
		finally {
			System.clearProperty("neuralstyle.weights.folder");
			System.setErr(before);
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
		assertTrue(err.toString().contains(file), err.toString());
		assertTrue(err.toString().matches("[^\\n]+: [^\\n]+\\.\nNothing was written\\.\n"), err.toString());
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
		for (final String part : List.of("Needed: --content=FILE", "--style=FILE", "--output=FILE",
			"Main settings, the defaults being those of the preset Balanced: --slices=TEXT", "--preset=CHOICE",
			"--size=NUMBER Longer side", "From 0 to 16384. Default: 512.", "From 0 to 1e9. Default:", "--network=CHOICE",
			"More settings: --more-styles=FILE|NAME", "--start=CHOICE", "One of: content, noise, style, image, network.",
			"--style-layers=TEXT", "130 stopped by Ctrl-C", "vgg16-weights", "--version"))
		{
			assertTrue(help.contains(part), part + " is not in " + help);
		}
		for (final Setting<?> setting : Settings.all()) {
			final int start = help.indexOf(CommandOptions.name(setting.key()) + "=");
			assertTrue(start > 0, setting.key());
			final String option = help.substring(start).replace(" ", "");
			final String usual = Recipe.builder().build().text(setting);
			if (!usual.isEmpty()) assertTrue(option.substring(0, option.indexOf("--", 2)).endsWith("Default:" + usual + ".") ||
				setting == Settings.SEED, setting.key());
		}
	}

	@Test
	void helpSaysWhatEachPresetSets() {
		execute("--help");
		final String help = out.toString().replaceAll("\\s+", "");
		for (final Preset preset : Preset.values()) {
			final String said = help.substring(help.indexOf(preset.label().replace(" ", "") + ":", help.indexOf(
				"Whatthepresetsset:")) + 1);
			preset.changes(NetworkKind.COMPACT).forEach((key, value) -> assertTrue(said.contains(CommandOptions.name(key) + "=" +
				value), key));
		}
	}

	@Test
	void descriptionsOfOptionsAreInOneColumn() {
		execute("--help");
		final long columns = out.toString().lines().filter(line -> line.matches("      --.*")).map(line -> line.replaceFirst(
			"^(\\s+--\\S+\\s+).*", "$1").length()).distinct().count();
		assertEquals(1, columns, out.toString());
	}

	@Test
	void versionIsTold() {
		assertEquals(0, execute("--version"));
		assertTrue(out.toString().startsWith("Neural Style Transfer "), out.toString());
	}

	@Test
	void nothingToDoIsWrongUse() {
		assertEquals(2, execute());
		assertTrue(err.toString().startsWith("Usage: java -jar neural-style-transfer.jar --content=FILE"), err.toString());
		assertTrue(err.toString().trim().endsWith("java -jar neural-style-transfer.jar --help tells more."), err.toString());
	}

	@Test
	void weightsCommandHasItsOwnHelp() {
		assertEquals(0, execute("vgg16-weights", "--help"));
		assertTrue(out.toString().replaceAll("\\s+", " ").contains("One of: show, download,"), out.toString());
	}

	@ParameterizedTest
	@CsvSource({ "show,0", "verify,1", "import,2", "remove,0", "show --file=x,2" })
	void weightsCommandTellsWhetherItsActionIsDone(final String action, final int exitCode) {
		System.setProperty("neuralstyle.weights.folder", folder.toString());
		try {
			assertEquals(exitCode, execute(("vgg16-weights --action=" + action).split(" ")));
		}
		finally {
			System.clearProperty("neuralstyle.weights.folder");
		}
	}

	// -- Helper methods --

	private static int[] pixels(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	private static String loggedBy(final Runnable work) {
		final PrintStream before = System.err;
		final PrintStream outBefore = System.out;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		System.setErr(new PrintStream(bytes, true));
		System.setOut(new PrintStream(bytes, true));
		try {
			work.run();
			return bytes.toString();
		}
		finally {
			System.setErr(before);
			System.setOut(outBefore);
		}
	}

	private int stylize(final Path output, final String... options) {
		return execute(Stream.concat(Stream.of(CONTENT, STYLE, "--output=" + output), Stream.of(options)).toArray(
			String[]::new));
	}

	private int execute(final String... arguments) {
		return new StyleTransferCommandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
	}

	private void assertFails(final String sentence, final String... arguments) {
		assertEquals(1, execute(arguments));
		assertEquals(List.of(sentence, "Nothing was written."), err.toString().lines().collect(Collectors.toList()));
	}

	private void assertLeft(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(names), files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList()));
		}
	}
}
