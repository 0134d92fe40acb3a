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

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.neuralstyle.Provenance;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.MacroOptions;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.picture.AlphaChannel;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Setting.Group;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.KerasWeightsWriter.Layout;
import net.neuralstyle.weights.WeightsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.SciJava;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.ModuleItem;
import org.scijava.task.event.TaskEvent;

/** The command in a SciJava context without a display. */
class NeuralStyleTransferTest extends CommandTest {

	private final ImagePlus content = colours("cat", 64, 48, 3);
	private final ImagePlus style = colours("paint", 40, 56, 9);

	@Test
	void menuPathAndKeysAreAsDocumented() {
		final CommandInfo command = command();
		assertEquals("Plugins|Style Transfer|Neural Style Transfer", command.getMenuPath().getMenuString().replace(" > ",
			"|"));
		assertTrue(command.canRunHeadless());
	}

	@Test
	void inputsAreTheSettingsAndAFewMore() {
		final List<String> names = inputs().map(ModuleItem::getName).collect(Collectors.toList());
		assertTrue(names.removeAll(List.of("content", "style", "preset", "network", "weightsFile", "moreStyles",
			"styleBlend", "mask", "labels", "styleMask", "startImage", "startNetwork", "resultType", "lossPlot", "slices",
			"outputFolder")));
		assertEquals(Settings.all().stream().map(Setting::key).collect(Collectors.toSet()), Set.copyOf(names));
	}

	@Test
	void noKeyIsTheEndOfAnEarlierOne() {
		// NB: ImageJ's recorder would take it for a duplicate, and say so in a window.
		final List<String> earlier = new ArrayList<>();
		inputs().map(InputText::macroKey).forEach(key -> {
			assertTrue(earlier.stream().noneMatch(other -> other.endsWith(key)), key);
			earlier.add(key);
		});
	}

	@Test
	void inputsOfSettingsAreWhatSettingsSay() {
		for (final Setting<?> setting : Settings.all()) {
			final ModuleItem<?> input = inputs().filter(candidate -> candidate.getName().equals(setting.key())).findFirst()
				.orElseThrow();
			assertEquals(setting.label(), input.getLabel());
			assertEquals(setting.description(), input.getDescription(), setting.key());
			assertEquals(setting.inputType(), input.getType(), setting.key());
			assertEquals(setting.choices(), InputText.choices(input), setting.key());
			assertEquals(setting.group() == Group.ADVANCED, InputKind.isAdvanced(input), setting.key());
			final boolean isRange = Number.class.isAssignableFrom(setting.inputType());
			assertEquals(isRange ? setting.least() : Double.NEGATIVE_INFINITY, limit(input.getMinimumValue(),
				Double.NEGATIVE_INFINITY), setting.key());
			assertEquals(isRange ? setting.most() : Double.POSITIVE_INFINITY, limit(input.getMaximumValue(),
				Double.POSITIVE_INFINITY), setting.key());
		}
	}

	@Test
	void presetsAreThoseThatThereAre() {
		final ModuleItem<?> input = inputs().filter(candidate -> candidate.getName().equals("preset")).findFirst()
			.orElseThrow();
		assertEquals(Preset.labels(), InputText.choices(input));
		Preset.labels().forEach(label -> assertTrue(input.getDescription().contains(label + ": "), label));
	}

	@Test
	void presetGivesWhatIsNotSaid() throws Exception {
		final ImagePlus small = runCommand(Map.of("content", content, "style", style, "preset", "Preview", "iterations", 1));
		assertEquals(Preset.PREVIEW.recipe(NetworkKind.COMPACT).get(Settings.SIZE), small.getWidth());
		assertTrue(log().stream().anyMatch(line -> line.startsWith("iteration 1/1: loss")), log().toString());
	}

	@Test
	void everyInputHasLabelAndDescription() {
		assertEveryInputHasLabelAndDescription(command());
	}

	@Test
	void resultIsTitledAfterBothImages() throws Exception {
		assertEquals("cat in the style of paint", result(Map.of()).getTitle());
	}

	@Test
	void resultsInfoSaysHowItWasMade() throws Exception {
		final String info = (String) result(Map.of()).getProperty("Info");
		final Provenance provenance = ResultInfo.provenance(info).orElseThrow();
		assertEquals("cat", provenance.content().name());
		assertEquals("paint", provenance.styles().get(0).name());
		assertTrue(provenance.engine().endsWith(Settings.PRECISION.text(provenance.precision())), info);
	}

	@Test
	void severalStylesAreBlendedByTheirShares() throws Exception {
		final ImagePlus other = colours("oil", 48, 40, 5);
		final ImagePlus blend = result(Map.of("moreStyles", new ImagePlus[] { other }, "styleBlend", "2,1"));
		assertEquals("cat in the styles of paint, oil", blend.getTitle());
		final Provenance provenance = provenance(blend);
		assertEquals("paint 2.0, oil 1.0", provenance.styles().stream().map(picture -> picture.name() + " " + picture
			.share()).collect(Collectors.joining(", ")));
		assertFalse(Arrays.equals((int[]) result(Map.of()).getProcessor().getPixels(), (int[]) blend.getProcessor()
			.getPixels()));
	}

	@Test
	void sharesThatDoNotFitAreExplained() throws Exception {
		assertRefused("Style blend has 2 numbers for 1 style", inputs(Map.of("styleBlend", "2,1")));
	}

	@Test
	void macroInTheInfoSaysTheSameInputs() throws Exception {
		content.setTitle("a \"b\" [c] ü.png");
		final Map<String, Object> given = new HashMap<>(inputs(Map.of("size", 48, "styleLayerWeights", "1,2,3,4,5",
			"strength", 1.5, "start", "noise", "seed", 7L)));
		final String macro = ResultInfo.macro((String) result(given).getProperty("Info"));
		assertTrue(macro.matches("run\\(\"Neural Style Transfer\", \".*\"\\);"), macro);
		final String options = macro.replaceAll("^.*?, \"|\"\\);$", "").replace("\\\"", "\"");
		final Map<String, String> texts = InputText.byInput(inputs().collect(Collectors.toList()), MacroOptions.parse(
			options));
		given.putAll(Map.of("preset", "Balanced", "resultType", "RGB", "lossPlot", false));
		final Map<String, String> expected = new HashMap<>();
		given.forEach((name, value) -> expected.put(name, value instanceof ImagePlus ? ((ImagePlus) value).getTitle()
			: value instanceof Number ? InputText.plain(value) : value.toString()));
		assertTrue(texts.entrySet().containsAll(expected.entrySet()), texts + " lacks some of " + expected);
	}

	@Test
	void macroInTheInfoHasNoFolders(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("my network.h5");
		KerasWeightsWriter.write(file, KerasWeightsWriter.randomWeights(8, new int[] { 4, 4 }, new int[] { 4, 4 }, new int[] {
			4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }), Layout.TF_KERAS, false);
		final String info = (String) result(Map.of("weightsFile", file.toString())).getProperty("Info");
		assertTrue(info.contains("weightsfile=[my network.h5]"), info);
		assertFalse(info.contains(folder.toString()), info);
	}

	@Test
	void resultKeepsTheCalibrationScaledToItsSize() throws Exception {
		final Calibration calibration = content.getCalibration();
		calibration.setUnit("micron");
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.xOrigin = 8;
		final ImagePlus result = result(Map.of("size", 128));
		assertEquals(128, result.getWidth());
		assertEquals(96, result.getHeight());
		assertEquals("micron", result.getCalibration().getUnit());
		assertEquals(0.25, result.getCalibration().pixelWidth, 1e-12);
		assertEquals(0.125, result.getCalibration().pixelHeight, 1e-12);
		assertEquals(16, result.getCalibration().xOrigin, 1e-12);
		assertEquals(0.5, content.getCalibration().pixelWidth);
	}

	@Test
	void uncalibratedContentGivesAnUncalibratedResult() throws Exception {
		assertFalse(result(Map.of("size", 128)).getCalibration().scaled());
	}

	@Test
	void originalsAreNotChanged() throws Exception {
		final int[] contentBefore = ((int[]) content.getProcessor().getPixels()).clone();
		final int[] styleBefore = ((int[]) style.getProcessor().getPixels()).clone();
		final ImagePlus result = result(Map.of());
		assertArrayEquals(contentBefore, (int[]) content.getProcessor().getPixels());
		assertArrayEquals(styleBefore, (int[]) style.getProcessor().getPixels());
		assertFalse(content.changes || style.changes);
		assertTrue(result.changes);
	}

	@Test
	void greyStackGivesAColourPictureOfTheCurrentSlice() throws Exception {
		final ImageStack stack = new ImageStack(48, 48);
		stack.addSlice(new ByteProcessor(48, 48));
		stack.addSlice(colours("slice", 48, 48, 5).getProcessor().convertToByte(false));
		final ImagePlus images = new ImagePlus("stack", stack);
		images.setSlice(2);
		final ImagePlus second = runCommand(Map.of("content", images, "style", style, "size", 48, "iterations", 1,
			"styleWeight", 0.1));
		images.setSlice(1);
		final ImagePlus first = runCommand(Map.of("content", images, "style", style, "size", 48, "iterations", 1,
			"styleWeight", 0.1));
		assertEquals(ImagePlus.COLOR_RGB, second.getType());
		assertEquals(1, second.getStackSize());
		assertTrue(first.getProcessor().getStatistics().mean < second.getProcessor().getStatistics().mean);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void greyContentMayGiveItsOwnType(final int bits) throws Exception {
		final ImageProcessor values = content.getProcessor().convertToByte(false);
		final ImagePlus grey = new ImagePlus("grey", bits == 8 ? values : bits == 16 ? values.convertToShort(false) : values
			.convertToFloat());
		if (bits > 8) grey.getProcessor().multiply(10);
		grey.setDisplayRange(5, bits == 8 ? 200 : 2000);
		final ImagePlus result = result(Map.of("content", grey, "resultType", "as content"));
		assertEquals(bits, result.getBitDepth());
		assertEquals(5, result.getDisplayRangeMin());
		assertEquals(bits == 8 ? 200 : 2000, result.getDisplayRangeMax());
	}

	@Test
	void deepResultHasMoreThan256Values() throws Exception {
		final ImagePlus deep = new ImagePlus("deep", content.getProcessor().convertToByte(false).convertToShort(false));
		deep.getProcessor().multiply(200);
		deep.resetDisplayRange();
		final ImagePlus result = result(Map.of("content", deep, "resultType", "as content", "size", 128));
		final short[] values = (short[]) result.getProcessor().getPixels();
		final Set<Short> different = new HashSet<>();
		for (final short value : values) {
			different.add(value);
		}
		assertTrue(different.size() > 1000, different.size() + " values");
	}

	@Test
	void deepPixelsThatAreNotSelectedStayBitForBit() throws Exception {
		final ImagePlus deep = new ImagePlus("deep", content.getProcessor().convertToByte(false).convertToShort(false));
		deep.getProcessor().multiply(200);
		deep.setDisplayRange(5000, 30000);
		deep.setRoi(20, 10, 20, 20);
		final ImagePlus result = result(Map.of("content", deep, "resultType", "as content", "size", 0));
		int changed = 0;
		for (int y = 0; y < 48; y++) {
			for (int x = 0; x < 64; x++) {
				final boolean isSame = deep.getProcessor().get(x, y) == result.getProcessor().get(x, y);
				if (!deep.getRoi().contains(x, y)) assertTrue(isSame, x + ", " + y);
				else if (!isSame) changed++;
			}
		}
		assertTrue(changed > 300, changed + " of 400 pixels changed");
	}

	@Test
	void deepResultKeepsDensityCalibration() throws Exception {
		final ImagePlus deep = new ImagePlus("deep", content.getProcessor().convertToByte(false).convertToShort(false));
		deep.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 3, 0.5 }, "density");
		final ImagePlus result = result(Map.of("content", deep, "resultType", "as content"));
		assertEquals(deep.getCalibration().getCValue(100), result.getCalibration().getCValue(100));
		assertFalse(result(Map.of("content", deep)).getCalibration().calibrated());
	}

	@Test
	void coloursStayColours() throws Exception {
		assertEquals(ImagePlus.COLOR_RGB, result(Map.of("resultType", "as content")).getType());
	}

	@Test
	void otherTypeOfResultIsRefused() throws Exception {
		assertRefused("\"8-bit\" is not a choice for resulttype: use \"RGB\" or \"as content\".", inputs(Map.of("resultType",
			"8-bit")));
	}

	@Test
	void whatIsTransparentTakesNoPart(@TempDir final Path folder) throws Exception {
		final ImagePlus transparent = transparent(folder, content);
		final ImagePlus result = result(Map.of("content", transparent, "style", transparent(folder, style), "size", 128));
		final WeightMap alpha = AlphaChannel.of(result).orElseThrow().weights();
		assertEquals(new ImageSize(128, 96), alpha.size());
		assertEquals(0, alpha.weight(5, 50));
		assertEquals(1, alpha.weight(120, 50));
		final Provenance provenance = provenance(result);
		assertEquals(1, provenance.content().regions().size());
		assertEquals(1, provenance.styles().get(0).regions().size());
	}

	@Test
	void coloursOfWhatIsTransparentDoNotMatter(@TempDir final Path folder) throws Exception {
		final ImagePlus other = style.duplicate();
		other.getProcessor().setColor(Color.RED);
		other.getProcessor().fill(new Roi(0, 0, 10, 56));
		final Map<String, Object> settings = new HashMap<>(Map.of("style", transparent(folder, style)));
		final ImagePlus first = result(settings);
		settings.put("style", transparent(folder, other));
		assertArrayEquals((int[]) first.getProcessor().getPixels(), (int[]) result(settings).getProcessor().getPixels());
	}

	@Test
	void withoutAWindowTheLossIsNotPlotted() throws Exception {
		result(Map.of("lossPlot", true));
		assertEquals(0, WindowManager.getImageCount());
		assertEquals(0, WindowManager.getNonImageTitles().length);
	}

	@Test
	void pixelsThatAreNotFiniteAreCountedInTheLog() throws Exception {
		final ImagePlus floats = new ImagePlus("floats", content.getProcessor().convertToFloat());
		floats.getProcessor().setf(0, 0, Float.NaN);
		floats.getProcessor().setf(1, 0, Float.NEGATIVE_INFINITY);
		result(Map.of("content", floats));
		assertTrue(log().contains("floats has 2 pixels that are NaN or infinite: they are taken as black."), log()
			.toString());
	}

	@Test
	void pictureWithoutAnyFinitePixelIsRefused() throws Exception {
		final ImagePlus floats = new ImagePlus("floats", content.getProcessor().convertToFloat());
		floats.getProcessor().set(Float.NaN);
		assertRefused("The image floats has no pixel with a finite value", inputs(Map.of("content", floats)));
	}

	@Test
	void logHasALineForEachIteration() throws Exception {
		result(Map.of("iterations", 2));
		final List<String> lines = log().stream().filter(line -> line.startsWith("iteration")).collect(Collectors.toList());
		assertEquals(2, lines.size());
		final String number = "[0-9]\\.[0-9]e\\+[0-9]{2}";
		assertTrue(lines.get(1).matches("iteration 2/2: loss [0-9]\\.[0-9]{3}e\\+[0-9]{2} \\(content " + number + ", style " +
			number + ", total variation " + number + "\\), [0-9]+\\.[0-9] s, 0:00 left"), lines.get(1));
	}

	@Test
	void lastLineSaysWhichNetworkAndWeights() throws Exception {
		result(Map.of());
		assertEquals("Style transfer done with Compact VGG (bundled), weights SHA-256 " +
			"aee4ff259d5df1f199580c2b4440318a6fe3a113eb77662345384726ba5b8817", lastLine());
	}

	@Test
	void logSaysWhatComputes() throws Exception {
		final Provenance provenance = provenance(result(Map.of("style", largeStyle())));
		assertEquals(Backend.device().toString(), provenance.device());
		assertTrue(log().contains("Computes on " + provenance.device() + ", " + provenance.engine()), log().toString());
		assertEquals(List.of(), errors());
	}

	@Test
	void precisionThatCannotBeHadIsNotedInTheLogOnce() throws Exception {
		final Provenance provenance = provenance(result(Map.of("style", largeStyle(), "precision", "bfloat16")));
		final boolean isHad = provenance.precision() == Precision.BFLOAT16;
		assertEquals(isHad ? 0 : 1, errors().size(), errors().toString());
		errors().forEach(line -> assertTrue(line.matches("The precision is to be bfloat16, .* float32\\."), line));
	}

	@Test
	void precisionIsInTheRecipeAndTheMacroOfTheResult() throws Exception {
		final ImagePlus result = result(Map.of("precision", "float32"));
		assertEquals(Precision.FLOAT32, provenance(result).recipe().get(Settings.PRECISION));
		assertTrue(ResultInfo.macro(ResultInfo.of(result)).contains(" precision=float32 "), ResultInfo.of(result));
	}

	@Test
	void weightsFileIsUsedInPlaceOfTheNetwork(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("my network.h5");
		KerasWeightsWriter.write(file, KerasWeightsWriter.randomWeights(8, new int[] { 4, 4 }, new int[] { 4, 4 }, new int[] {
			4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }, new int[] { 4, 4, 4, 4 }), Layout.TF_KERAS, false);
		final ImagePlus result = result(Map.of("weightsFile", file.toString(), "network", RecipeInputs.VGG16_NETWORK));
		assertEquals(64, result.getWidth());
		assertEquals("Style transfer done with my network.h5, weights SHA-256 " + new WeightsFile(file).load().checksum(),
			lastLine());
	}

	@Test
	void cancelledTaskStopsItAndKeepsThePicture() throws Exception {
		final Object subscriber = new Object() {

			@EventHandler
			private void onEvent(final TaskEvent event) {
				// NB: To be cancelled is an event, too.
				if (event.getTask().getProgressValue() >= 3 && !event.getTask().isCanceled()) event.getTask().cancel("enough");
			}
		};
		final List<EventSubscriber<?>> subscription = context().service(EventService.class).subscribe(subscriber);
		final ImagePlus result = result(Map.of("iterations", 100));
		assertFalse(subscription.isEmpty());
		assertEquals(64, result.getWidth());
		assertTrue(log().stream().noneMatch(line -> line.startsWith("iteration 2/100")), log().toString());
	}

	@Test
	void sciJavasCommandLineRunsItOnFiles() {
		final SciJava sciJava = new SciJava(context());
		sciJava.launch("--headless", "--run", NeuralStyleTransfer.class.getName(),
			"content=\"sample-images/content/chelsea.png\",style=\"sample-images/style/great-wave.jpg\",size=48,iterations=1");
		assertTrue(log().stream().anyMatch(line -> line.startsWith("iteration 1/1: loss")), log().toString());
		assertTrue(errors().isEmpty(), errors().toString());
	}

	@Test
	void sciJavasCommandLineExplainsAMissingFile() {
		new SciJava(context()).launch("--headless", "--run", NeuralStyleTransfer.class.getName(),
			"content=\"nowhere.png\",style=\"sample-images/style/great-wave.jpg\"");
		assertEquals(List.of(
			"There is no content image: open it first and give its title, or, where there is no ImageJ, the path of its file."),
			errors());
	}

	// -- What is refused --

	@Test
	void missingImagesAreExplained() throws Exception {
		assertRefused("There is no content image", inputsWithout("content"));
		assertRefused("There is no style image", inputsWithout("style"));
	}

	@Test
	void emptyImageIsExplained() throws Exception {
		assertRefused("There is no style image", inputs(Map.of("style", new ImagePlus())));
	}

	@Test
	void smallImageIsExplained() throws Exception {
		assertRefused("The style image is too small (31x64 pixels)", inputs(Map.of("style", colours("small", 31, 64, 2))));
	}

	@Test
	void styleNetworkInPlaceOfTheOneThatComparesIsExplained() throws Exception {
		assertRefused("\"great-wave\" is a style network, which paints, and the network here is the one that compares " +
			"pictures: use Apply Style Network, or the style networks of a batch.", inputs(Map.of("network", "great-wave")));
	}

	@Test
	void unknownChoicesAreExplained() throws Exception {
		assertRefused("\"VGG99\" is not a choice for network: use \"Compact VGG (bundled)\" or \"VGG16 (ImageNet)\".", inputs(
			Map.of("network", "VGG99")));
		assertRefused("\"Oil\" is not a preset: use \"Balanced\", ", inputs(Map.of("preset", "Oil")));
		assertRefused("\"Noise\" is not a choice for start: use \"content\" or \"noise\" or \"style\" or \"image\" or " +
			"\"network\".", inputs(Map.of("start", "Noise")));
	}

	@Test
	void numbersOutOfRangeAreExplained() throws Exception {
		assertRefused("Size must be from 32 to 16384 pixels", inputs(Map.of("size", -5)));
		assertRefused("Iterations must be from 1 to 10000", inputs(Map.of("iterations", 0)));
		assertRefused("Content weight must be from 0 to 1e9", inputs(Map.of("contentWeight", -1.0)));
		assertRefused("Style weight must be a number from 0 to 1e9, not \"NaN\"", inputs(Map.of("styleWeight", Double.NaN)));
		assertRefused("Total variation weight must be from 0 to 1e9", inputs(Map.of("totalVariationWeight", 1e10)));
		assertRefused("Pyramid levels must be from 1 to 8, or 0 for automatic, not 9", inputs(Map.of("pyramid", 9)));
	}

	@Test
	void listsThatDoNotFitAreExplained() throws Exception {
		assertRefused("Style layer weights has 2 numbers for 5 layers", inputs(Map.of("styleLayerWeights", "1,2")));
		assertRefused("Content layers must be at least one name", inputs(Map.of("contentLayers", "")));
	}

	@Test
	void missingVgg16SaysHowToGetIt(@TempDir final Path folder) throws Exception {
		System.setProperty(WeightsFolder.PROPERTY, folder.toString());
		try {
			assertRefused("The weights of VGG16 (ImageNet) are not on this computer yet: run the command \"VGG16 Weights\" " +
				"with action=download, or put https://storage.googleapis.com/tensorflow/keras-applications/vgg16/" +
				"vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5 into the folder " + folder + ".", inputs(Map.of("network",
					RecipeInputs.VGG16_NETWORK)));
		}
		finally {
			System.clearProperty(WeightsFolder.PROPERTY);
		}
	}

	@Test
	void missingWeightsFileIsExplained() throws Exception {
		assertRefused("There is no weights file nowhere.h5: check its path.", inputs(Map.of("weightsFile", "nowhere.h5")));
	}

	@Test
	void weightsFileOfAnotherKindIsExplained() throws Exception {
		assertRefused("The file pom.xml is not an HDF5 file", inputs(Map.of("weightsFile", "pom.xml")));
	}

	@Test
	void whatIsNoPathIsExplained() throws Exception {
		assertRefused("The file a?b cannot be: its name has a character that is not allowed.", inputs(Map.of("weightsFile",
			"a\0b")));
	}

	// -- Helper methods --

	private static Provenance provenance(final ImagePlus result) {
		return ResultInfo.provenance(ResultInfo.of(result)).orElseThrow();
	}

	/** Reads an image from a file whose left quarter is transparent. */
	private static ImagePlus transparent(final Path folder, final ImagePlus image) throws IOException {
		final BufferedImage picture = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
			final int x = i % image.getWidth();
			picture.setRGB(x, i / image.getWidth(), image.getProcessor().get(i) & 0xffffff | (x < image.getWidth() / 4 ? 0
				: 255) << 24);
		}
		final Path file = folder.resolve(image.getTitle() + ".png");
		ImageIO.write(picture, "png", file.toFile());
		return PictureReader.read(file, 0).image();
	}

	private CommandInfo command() {
		return context().service(CommandService.class).getCommand(NeuralStyleTransfer.class);
	}

	private Stream<ModuleItem<?>> inputs() {
		return HostedCommand.inputs(command()).stream();
	}

	private static double limit(final Object limit, final double ifThereIsNone) {
		return limit == null ? ifThereIsNone : ((Number) limit).doubleValue();
	}

	private Map<String, Object> inputs(final Map<String, Object> more) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "style", style, "network",
			RecipeInputs.COMPACT_NETWORK, "size", 64, "iterations", 1, "contentWeight", 0.025, "styleWeight", 5.0,
			"totalVariationWeight", 1.0, "start", "content"));
		inputs.putAll(Map.of("pyramid", 1, "seed", 1L));
		inputs.putAll(more);
		return inputs;
	}

	private Map<String, Object> inputsWithout(final String name) {
		final Map<String, Object> inputs = inputs(Map.of());
		inputs.remove(name);
		return inputs;
	}

	/** Of which the log has nothing to note: it need not be enlarged. */
	private static ImagePlus largeStyle() {
		return colours("paint", 120, 120, 9);
	}

	private ImagePlus result(final Map<String, Object> more) throws Exception {
		return runCommand(inputs(more));
	}

	private ImagePlus runCommand(final Map<String, Object> inputs) throws Exception {
		return (ImagePlus) run(NeuralStyleTransfer.class, inputs).getOutput("result");
	}

	private void assertRefused(final String reason, final Map<String, Object> inputs) throws Exception {
		assertRefused(reason, NeuralStyleTransfer.class, inputs);
	}
}
