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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.Regions;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.imagej.progress.StoppedListener;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.PictureWriter;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.samples.SampleStyle;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.KerasWeightsWriter.Layout;
import net.neuralstyle.weights.WeightsFile;
import net.neuralstyle.weights.WeightsSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The command that makes a picture again, in a SciJava context without a display. */
class ReproduceStyleTransferTest extends CommandTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 40).set(Settings.ITERATIONS, 1).set(
		Settings.STRENGTH, 1.5).build();
	private static final String ADVICE = ": open the images that it was made from.";

	private final ImagePlus content = colours("cat.png", 64, 48, 3);
	private final ImagePlus style = colours("paint.png", 40, 56, 9);
	private final List<ImagePlus> open = new ArrayList<>();

	@TempDir
	private Path folder;

	@BeforeEach
	void beginBatchMode() {
		// NB: Without a display no other images can be open.
		Interpreter.batchMode = true;
	}

	@AfterEach
	void closeImages() {
		open.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
	}

	@Test
	void menuPathIsAsDocumented() {
		assertEquals("Plugins|Style Transfer|Reproduce Style Transfer", command().getMenuPath().getMenuString().replace(" > ",
			"|"));
		assertTrue(command().canRunHeadless());
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void noMenuEntryIsTakenForImageJsRepeatCommand() throws Exception {
		for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
			assertFalse(line.contains("\"Repeat"), line);
		}
	}

	@Test
	void picturesOfOpenImagesAreMadeAgain() throws Exception {
		final ImagePlus picture = made(content, style);
		open(content, style);
		final ImagePlus again = reproduced(picture);
		assertSamePixels(picture, again);
		assertEquals("cat.png in the style of paint.png", again.getTitle().replaceAll("-\\d+$", ""));
		final Provenance told = told(again);
		assertEquals(told(picture).recipeAsComputed(), told.recipe());
		assertEquals("cat.png", told.content().name());
		assertEquals("run(\"made by a test\");", ResultInfo.macro(ResultInfo.of(again)));
	}

	@Test
	void activeImageIsMeantIfNoneIsSaid() throws Exception {
		final ImagePlus picture = made(content, style);
		open(content, style, picture);
		final ImagePlus again = (ImagePlus) run(ReproduceStyleTransfer.class, Map.of()).getOutput("result");
		assertSamePixels(picture, again);
	}

	@Test
	void frameThatGoesOnFromAnotherOneIsNotMadeAgainByItself() throws Exception {
		final ImagePlus picture = made(content, style);
		picture.setProperty("Info", ResultInfo.of(picture).replace("\"evaluations\"",
			"\"former\":{\"name\":\"movie.tif, slice 6\",\"sha256\":\"ab\",\"share\":1.0},\"evaluations\""));
		open(content, style);
		assertRefused("The picture cannot be made again by itself, as it goes on from the frame \"movie.tif, slice 6\": " +
			"redraw the stack or movie again, with all frames before it.", Map.of("picture", picture));
	}

	@Test
	void renamedImagesAreFoundByTheirPixels() throws Exception {
		final ImagePlus picture = made(content, style);
		content.setTitle("other");
		style.setTitle("cat.png");
		open(content, style);
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void sliceOfAStackIsFound() throws Exception {
		final ImageStack stack = new ImageStack(64, 48);
		stack.addSlice(colours("first", 64, 48, 7).getProcessor().convertToByte(false));
		stack.addSlice(content.getProcessor().convertToByte(false));
		final ImagePlus images = new ImagePlus("stack", stack);
		images.setSlice(2);
		final ImagePlus picture = made(images, style);
		images.setSlice(1);
		open(images, style);
		assertSamePixels(picture, reproduced(picture));
		assertEquals(1, images.getCurrentSlice());
	}

	@Test
	void severalStylesAreBlendedAsBefore() throws Exception {
		final ImagePlus other = colours("ink.png", 48, 40, 5);
		final ImagePlus picture = made(new BundledWeights(), Integer.MAX_VALUE, content, List.of(styleOf(style, 3), styleOf(
			other, 1)));
		open(content, other, style);
		assertSamePixels(picture, reproduced(picture));
		assertFalse(same(picture, made(content, style)));
	}

	@Test
	void selectionsMasksLabelsAndStartAreFound() throws Exception {
		final ImagePlus mask = grey("mask", 255);
		final ImagePlus labels = grey("labels", 2);
		final ImagePlus other = colours("ink.png", 48, 40, 5);
		final ImagePlus start = colours("start.png", 50, 50, 11);
		other.setRoi(4, 4, 20, 30);
		final List<Style> styles = List.of(styleOf(style, 1), styleOf(other, 1).within(Regions.selection(other)
			.orElseThrow()));
		final Recipe recipe = RECIPE.toBuilder().set(Settings.START, Start.IMAGE).build();
		content.setRoi(10, 5, 40, 30);
		final ImagePlus picture = made(new BundledWeights(), recipe, Integer.MAX_VALUE, content, new ContentInputs(content,
			mask, labels, start).job(DisplayedPixels.of(content), 2).named("cat.png"), styles);
		open(content, style, other, mask, labels, start);
		assertSamePixels(picture, reproduced(picture));
		assertTrue(content.getRoi() != null);
		mask.getProcessor().set(30, 20, 99);
		other.deleteRoi();
		assertRefused("The picture cannot be made again, as the selection, mask or labels of the style \"ink.png\" are not " +
			"there (select the same again, or open them), and the selection, mask or labels of the content \"cat.png\" are " +
			"not there (select the same again, or open them)" + ADVICE, Map.of("picture",
				picture));
	}

	@Test
	void sampleStyleIsFound() throws Exception {
		final ImagePlus sample = NamedPictures.image(SampleStyle.GREAT_WAVE);
		final ImagePlus picture = made(content, sample);
		open(content);
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void stackOfStylesIsFound() throws Exception {
		final ImageStack stack = new ImageStack(64, 48);
		stack.addSlice(colours("first", 64, 48, 7).getProcessor());
		stack.addSlice(colours("second", 64, 48, 4).getProcessor());
		final ImagePlus styles = new ImagePlus("styles", stack);
		final ImagePlus picture = made(new BundledWeights(), Integer.MAX_VALUE, content, new StyleImages(styles, null, null,
			"2,1").styles());
		open(content, styles);
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void deepPictureIsMadeAgainWithItsValues() throws Exception {
		final ImagePlus deep = new ImagePlus("cat.png", content.getProcessor().convertToShort(false));
		deep.getProcessor().multiply(100);
		deep.resetDisplayRange();
		deep.getProcessor().invertLut();
		open(deep, style);
		final ImagePlus picture = (ImagePlus) run(NeuralStyleTransfer.class, Map.of("content", deep, "style", style,
			"resultType", "as content", "size", 40, "iterations", 1)).getOutput("result");
		assertEquals(16, picture.getBitDepth());
		final ImagePlus again = reproduced(picture);
		assertArrayEquals((short[]) picture.getProcessor().getPixels(), (short[]) again.getProcessor().getPixels());
	}

	@Test
	void transparencyAndMasksOfStylesAreFound() throws Exception {
		final ImagePlus cutOut = transparent(content);
		final ImagePlus cutStyle = transparent(style);
		final ImagePlus mask = new ImagePlus("mask", new ByteProcessor(40, 56));
		mask.getProcessor().set(255);
		mask.getProcessor().set(25, 25, 0);
		open(cutOut, cutStyle, mask);
		final ImagePlus picture = (ImagePlus) run(NeuralStyleTransfer.class, Map.of("content", cutOut, "style", cutStyle,
			"styleMask", new ImagePlus[] { mask }, "size", 40, "iterations", 1)).getOutput("result");
		final Provenance told = told(picture);
		assertEquals(1, told.content().regions().size());
		assertEquals(1, told.styles().get(0).regions().size());
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void selectionThatWasNotThereIsOfNoAccount() throws Exception {
		final ImagePlus picture = made(content, style);
		content.setRoi(10, 5, 40, 30);
		style.setRoi(10, 5, 20, 30);
		open(content, style);
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void stoppedPictureIsStoppedAtTheSameEvaluation() throws Exception {
		final ImagePlus picture = made(new BundledWeights(), 7, content, List.of(styleOf(style, 1)));
		open(content, style);
		assertSamePixels(picture, reproduced(picture));
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "tif", "jpg" })
	void filesInTheFolderOfThePictureAreFound(final String format) throws Exception {
		save(content);
		save(style);
		final ImagePlus picture = made(content, style);
		final Path file = folder.resolve("picture." + format);
		try (PictureWriter writer = new PictureWriter(file)) {
			writer.write(picture);
		}
		final ImagePlus opened = new Opener().openImage(file.toString());
		assertSamePixels(picture, reproduced(opened));
	}

	@Test
	void masksAndLabelsInTheFolderOfThePictureAreFound() throws Exception {
		final ByteProcessor pixels = new ByteProcessor(64, 48);
		pixels.setValue(1);
		pixels.setRoi(5, 5, 30, 20);
		pixels.fill();
		final ImagePlus labels = new ImagePlus("labels, 1.png", pixels);
		final ImagePlus mask = new ImagePlus("mask.png", pixels.duplicate());
		mask.getProcessor().multiply(255);
		Stream.of(content, style, labels, mask).forEach(this::save);
		for (final Map<String, Object> regions : List.<Map<String, Object>>of(Map.of("mask", mask), Map.of("labels",
			labels)))
		{
			final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "style", style, "size", 64,
				"iterations", 1));
			inputs.putAll(regions);
			final ImagePlus picture = saved((ImagePlus) run(NeuralStyleTransfer.class, inputs).getOutput("result"));
			assertSamePixels(picture, reproduced(picture));
		}
	}

	@Test
	void weightsFileInTheFolderOfThePictureIsFound() throws Exception {
		save(content);
		save(style);
		final WeightsFile weights = weights("mine.h5", 8);
		final ImagePlus picture = saved(made(weights, Integer.MAX_VALUE, content, List.of(styleOf(style, 1))));
		assertSamePixels(picture, reproduced(picture));
	}

	@Test
	void otherVersionIsNotedInTheLog() throws Exception {
		final ImagePlus picture = made(content, style);
		open(content, style);
		reproduced(picture);
		assertEquals(List.of(), errors());
		picture.setProperty("Info", ResultInfo.of(picture).replace("\"development\"", "\"0.1\""));
		assertSamePixels(picture, reproduced(picture));
		assertTrue(errors().get(0).startsWith("The picture was made by version \"0.1\" on \"CPU ("), errors().toString());
		assertTrue(errors().get(0).endsWith(": pixels may differ in small ways."), errors().toString());
	}

	@Test
	void recordedArithmeticIsAskedForWhateverTheRecipeAsksFor() throws Exception {
		final ImagePlus picture = made(content, style);
		open(content, style);
		for (final Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
			final String engine = "any, " + Settings.PRECISION.text(precision);
			picture.setProperty("Info", infoWithEngine(picture, engine));
			assertEquals(Precision.AUTOMATIC, told(picture).recipe().get(Settings.PRECISION));
			assertEquals(precision, told(reproduced(picture)).recipe().get(Settings.PRECISION));
			final String difference = errors().get(errors().size() - 1);
			assertTrue(difference.contains(" with \"" + engine + "\", and is made again "), difference);
		}
	}

	@Test
	void otherArithmeticIsSaidToMakeOtherPixels() throws Exception {
		final ImagePlus picture = made(content, style);
		final Provenance before = ResultInfo.provenance(infoWithEngine(picture, "oneDNN 3.3.4, bfloat16")).orElseThrow();
		final Provenance now = ResultInfo.provenance(infoWithEngine(picture, "ND4J, float32")).orElseThrow();
		final String made = "by version \"development\" on \"" + now.device() + "\" with ";
		assertEquals(Optional.of("The picture was made " + made + "\"oneDNN 3.3.4, bfloat16\", and is made again " + made +
			"\"ND4J, float32\": pixels will differ."), ReproduceStyleTransfer.difference(before, now));
		assertEquals(Optional.empty(), ReproduceStyleTransfer.difference(before, before));
	}

	@Test
	void otherEngineIsSaidToMakeOtherPixelsPerhaps() throws Exception {
		final ImagePlus picture = made(content, style);
		final Provenance before = ResultInfo.provenance(infoWithEngine(picture, "oneDNN 3.3.4, float32")).orElseThrow();
		final Provenance now = ResultInfo.provenance(infoWithEngine(picture, "ND4J, float32")).orElseThrow();
		final String difference = ReproduceStyleTransfer.difference(before, now).orElseThrow();
		assertTrue(difference.endsWith("\"ND4J, float32\": pixels may differ in small ways."), difference);
	}

	// -- What is refused --

	@Test
	void noPictureIsExplained() throws Exception {
		assertRefused("There is no picture to make again: open one that Neural Style Transfer or Apply Style Network has " +
			"made.", Map.of());
	}

	@Test
	void imageThatDoesNotTellIsExplained() throws Exception {
		assertRefused("The image \"cat.png\" does not tell how it was made: use a picture that Neural Style Transfer or " +
			"Apply Style Network has made, and that was saved as TIFF, or as PNG by the command line.", Map.of("picture",
				content));
	}

	@Test
	void missingImagesAreNamed() throws Exception {
		final ImagePlus picture = made(content, style);
		assertRefused("The picture cannot be made again, as the content \"cat.png\" is missing, and the style " +
			"\"paint.png\" is missing" + ADVICE, Map.of("picture", picture));
		open(content);
		assertRefused("The picture cannot be made again, as the style \"paint.png\" is missing" + ADVICE, Map.of("picture",
			picture));
	}

	@Test
	void changedImageIsNamed() throws Exception {
		final ImagePlus picture = made(content, style);
		content.getProcessor().set(3, 4, 0);
		open(content, style);
		assertRefused("The picture cannot be made again, as the content \"cat.png\" has changed since then" + ADVICE, Map.of(
			"picture", picture));
	}

	@Test
	void changedFileIsNamed() throws Exception {
		save(content);
		save(style);
		final ImagePlus picture = saved(made(content, style));
		style.getProcessor().set(3, 4, 0);
		save(style);
		assertRefused(
			"The picture cannot be made again, as the style \"paint.png\" has changed since then: open the images that it was " +
			"made from, or put their files into " + folder + ".", Map.of("picture", picture));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../outside.png", "/dev/zero", "", ".", "..", "a\\u0000b", "nul:", "sub/cat.png" })
	void filesElsewhereAreNotRead(final String name) throws Exception {
		Files.createDirectories(folder.resolve("sub"));
		final Path pictures = Files.createDirectory(folder.resolve("pictures"));
		new FileSaver(content).saveAsPng(folder.resolve("outside.png").toString());
		final ImagePlus picture = made(content, style);
		new FileSaver(picture).saveAsTiff(pictures.resolve("picture.tif").toString());
		final ImagePlus opened = new Opener().openImage(pictures.resolve("picture.tif").toString());
		opened.setProperty("Info", ResultInfo.of(opened).replace("cat.png", name));
		open(style);
		assertRefused("The picture cannot be made again, as the content", Map.of("picture", opened));
	}

	@Test
	void otherBundledNetworkIsExplained() throws Exception {
		final ImagePlus picture = made(content, style);
		picture.setProperty("Info", ResultInfo.of(picture).replaceFirst("\"weights\":\"..", "\"weights\":\"xx"));
		open(content, style);
		assertRefused("The picture cannot be made again, as the network Compact VGG (bundled) has other weights than then: " +
			"use version \"development\" of the plugin, which made it.", Map.of("picture", picture));
	}

	@Test
	void missingAndChangedWeightsFilesAreExplained() throws Exception {
		save(content);
		save(style);
		final WeightsFile weights = weights("mine.h5", 8);
		final ImagePlus picture = saved(made(weights, Integer.MAX_VALUE, content, List.of(styleOf(style, 1))));
		weights("mine.h5", 9);
		assertRefused("The picture cannot be made again, as the network mine.h5 has other weights than then: find the file " +
			"of that name that made it.", Map.of("picture", picture));
		Files.delete(folder.resolve("mine.h5"));
		assertRefused("The picture cannot be made again, as the file with the network's weights \"mine.h5\" is missing: " +
			"put it into " + folder + ".", Map.of("picture", picture));
	}

	@Test
	void missingVgg16SaysHowToGetIt() throws Exception {
		final ImagePlus picture = made(content, style);
		picture.setProperty("Info", ResultInfo.of(picture).replace("Compact VGG (bundled)", "VGG16 (ImageNet)"));
		open(content, style);
		System.setProperty(WeightsFolder.PROPERTY, folder.toString());
		try {
			assertRefused("The weights of VGG16 (ImageNet) are not on this computer yet: run the command \"VGG16 Weights\"", Map
				.of("picture", picture));
		}
		finally {
			System.clearProperty(WeightsFolder.PROPERTY);
		}
	}

	@Test
	void newerOrDamagedInfoIsExplained() throws Exception {
		final ImagePlus picture = made(content, style);
		final String info = ResultInfo.of(picture);
		picture.setProperty("Info", info.replace("\"format\":1", "\"format\":2"));
		assertRefused("It was written by a newer version of the plugin", Map.of("picture", picture));
		picture.setProperty("Info", info.substring(0, 100));
		assertRefused("How the picture was made cannot be read: it must be a JSON object.", Map.of("picture", picture));
	}

	// -- Helper methods --

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(ReproduceStyleTransfer.class);
	}

	private ImagePlus reproduced(final ImagePlus picture) throws Exception {
		final ImagePlus result = (ImagePlus) run(ReproduceStyleTransfer.class, Map.of("picture", picture)).getOutput(
			"result");
		assertTrue(result != null, errors().toString());
		return result;
	}

	private void assertRefused(final String reason, final Map<String, Object> inputs) throws Exception {
		assertRefused(reason, ReproduceStyleTransfer.class, inputs);
	}

	private void open(final ImagePlus... images) {
		for (final ImagePlus image : images) {
			Interpreter.addBatchModeImage(image);
			open.add(image);
		}
	}

	private static Style styleOf(final ImagePlus image, final double share) {
		return Style.of(DisplayedPixels.of(image)).named(image.getTitle()).weighted(share);
	}

	private static ImagePlus made(final ImagePlus contentImage, final ImagePlus styleImage) {
		return made(new BundledWeights(), Integer.MAX_VALUE, contentImage, List.of(styleOf(styleImage, 1)));
	}

	private static ImagePlus made(final WeightsSource weights, final int lastEvaluation, final ImagePlus contentImage,
		final List<Style> styles)
	{
		return made(weights, RECIPE, lastEvaluation, contentImage, StyleTransferJob.of(DisplayedPixels.of(contentImage))
			.named(contentImage.getTitle()), styles);
	}

	private static ImagePlus made(final WeightsSource weights, final Recipe recipe, final int lastEvaluation,
		final ImagePlus contentImage, final StyleTransferJob job, final List<Style> styles)
	{
		final StyleTransferResult result = new StyleTransfer(weights, recipe).run(job, styles, new StoppedListener(
			lastEvaluation));
		final ResultImage image = new ResultImage(contentImage, "again", null);
		image.finish(FinishedPicture.of(result), "run(\"made by a test\");");
		return image.image();
	}

	private static Provenance told(final ImagePlus picture) {
		return ResultInfo.provenance(ResultInfo.of(picture)).orElseThrow();
	}

	/** The Info of a picture, as if it were made by another engine. */
	private static String infoWithEngine(final ImagePlus picture, final String engine) {
		return ResultInfo.of(picture).replace("\"engine\":\"" + told(picture).engine() + "\"", "\"engine\":\"" + engine +
			"\"");
	}

	private WeightsFile weights(final String name, final int seed) throws IOException {
		final Path file = folder.resolve(name);
		Files.deleteIfExists(file);
		KerasWeightsWriter.write(file, KerasWeightsWriter.randomWeights(seed, new int[] { 4, 4 }, new int[] { 4, 4 },
			new int[] { 4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }), Layout.TF_KERAS, false);
		return new WeightsFile(file);
	}

	private void save(final ImagePlus image) {
		new FileSaver(image).saveAsPng(folder.resolve("other").resolveSibling(image.getTitle()).toString());
	}

	/** Saves a picture and opens its file, as ImageJ does. */
	private ImagePlus saved(final ImagePlus picture) {
		final String file = folder.resolve("picture.tif").toString();
		IJ.saveAs(picture, "Tiff", file);
		return new Opener().openImage(file);
	}

	/** An image without its left quarter, as it is read from a file. */
	private ImagePlus transparent(final ImagePlus image) throws IOException {
		final BufferedImage picture = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = image.getWidth() / 4; x < image.getWidth(); x++) {
				picture.setRGB(x, y, image.getProcessor().get(x, y) | 0xff000000);
			}
		}
		final Path file = folder.resolve("transparent " + image.getTitle());
		ImageIO.write(picture, "png", file.toFile());
		return PictureReader.read(file, 0).image();
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals((int[]) expected.getProcessor().getPixels(), (int[]) actual.getProcessor().getPixels());
	}

	private static boolean same(final ImagePlus one, final ImagePlus other) {
		return Arrays.equals((int[]) one.getProcessor().getPixels(), (int[]) other.getProcessor().getPixels());
	}

	/** Half of it one value, a quarter half of that, and nothing. */
	private static ImagePlus grey(final String title, final int value) {
		final ByteProcessor pixels = new ByteProcessor(64, 48);
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			pixels.set(i, i % 64 < 32 ? value : i % 64 < 48 ? value / 2 : 0);
		}
		return new ImagePlus(title, pixels);
	}
}
