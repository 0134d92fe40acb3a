package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.SciJava;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.log.LogLevel;
import org.scijava.log.LogMessage;
import org.scijava.log.LogService;
import org.scijava.service.Service;
import org.scijava.task.event.TaskEvent;

/** The command in a SciJava context without a display. */
class NeuralStyleTransferTest {

	private final List<LogMessage> messages = new ArrayList<>();
	private final ImagePlus content = colours("cat", 64, 48, 3);
	private final ImagePlus style = colours("paint", 40, 56, 9);
	private Context context;

	@BeforeEach
	void startSciJava() {
		context = new Context();
		context.service(LogService.class).addLogListener(messages::add);
	}

	@AfterEach
	void stopSciJava() {
		context.dispose();
	}

	@Test
	void menuPathAndKeysAreAsDocumented() {
		final CommandInfo command = command();
		assertEquals("Plugins|Style Transfer|Neural Style Transfer", command.getMenuPath().getMenuString().replace(" > ",
			"|"));
		assertTrue(command.canRunHeadless());
		final List<String> names = new ArrayList<>();
		command.inputs().forEach(input -> names.add(input.getName()));
		assertTrue(names.containsAll(List.of("content", "style", "network", "size", "iterations", "contentWeight",
			"styleWeight", "totalVariationWeight", "start", "pyramid", "seed")), names.toString());
	}

	@Test
	void everyInputHasLabelAndDescription() {
		command().inputs().forEach(input -> {
			if (Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class) return;
			assertNotNull(input.getLabel(), input.getName());
			assertFalse(input.getDescription().isEmpty(), input.getName());
		});
	}

	@Test
	void resultIsTitledAfterBothImages() throws Exception {
		assertEquals("cat in the style of paint", result(Map.of()).getTitle());
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
		final ImagePlus second = runCommand(Map.of("content", images, "style", style, "size", 48, "iterations", 1));
		images.setSlice(1);
		final ImagePlus first = runCommand(Map.of("content", images, "style", style, "size", 48, "iterations", 1));
		assertEquals(ImagePlus.COLOR_RGB, second.getType());
		assertEquals(1, second.getStackSize());
		assertTrue(first.getProcessor().getStatistics().mean < second.getProcessor().getStatistics().mean);
	}

	@Test
	void logHasALineForEachIteration() throws Exception {
		result(Map.of("iterations", 2));
		final List<String> lines = messages.stream().map(LogMessage::text).filter(line -> line.startsWith("iteration"))
			.collect(Collectors.toList());
		assertEquals(2, lines.size());
		final String number = "[0-9]\\.[0-9]e\\+[0-9]{2}";
		assertTrue(lines.get(1).matches("iteration 2/2: loss [0-9]\\.[0-9]{3}e\\+[0-9]{2} \\(content " + number + ", style " +
			number + ", total variation " + number + "\\), [0-9]+\\.[0-9] s"), lines.get(1));
	}

	@Test
	void cancelledTaskStopsItAndKeepsThePicture() throws Exception {
		final Object subscriber = new Object() {

			@EventHandler
			private void onEvent(final TaskEvent event) {
				if (event.getTask().getProgressValue() >= 3) event.getTask().cancel("enough");
			}
		};
		final List<EventSubscriber<?>> subscription = context.service(EventService.class).subscribe(subscriber);
		final ImagePlus result = result(Map.of("iterations", 100));
		assertFalse(subscription.isEmpty());
		assertEquals(64, result.getWidth());
		assertTrue(messages.stream().noneMatch(message -> message.text().startsWith("iteration 2/100")), messages
			.toString());
	}

	@Test
	void sciJavasCommandLineRunsItOnFiles() {
		final SciJava sciJava = new SciJava(context);
		sciJava.launch("--headless", "--run", NeuralStyleTransfer.class.getName(),
			"content=\"sample-images/content/chelsea.png\",style=\"sample-images/style/great-wave.jpg\",size=48,iterations=1");
		assertTrue(messages.stream().anyMatch(message -> message.text().startsWith("iteration 1/1: loss")), messages
			.toString());
		assertTrue(errors().isEmpty(), errors().toString());
	}

	@Test
	void sciJavasCommandLineExplainsAMissingFile() {
		new SciJava(context).launch("--headless", "--run", NeuralStyleTransfer.class.getName(),
			"content=\"nowhere.png\",style=\"sample-images/style/great-wave.jpg\"");
		assertEquals(List.of(
			"There is no content image: open it first and give its title, or, on the command line, the path of its file."),
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
	void unknownChoicesAreExplained() throws Exception {
		assertRefused("\"VGG99\" is not a choice for network: use \"Compact VGG (bundled)\".", inputs(Map.of("network",
			"VGG99")));
		assertRefused("\"Noise\" is not a choice for start: use \"content\" or \"noise\".", inputs(Map.of("start", "Noise")));
	}

	@Test
	void numbersOutOfRangeAreExplained() throws Exception {
		assertRefused("Size must be from 32 to 16384 pixels", inputs(Map.of("size", -5)));
		assertRefused("Iterations must be from 1 to 10000", inputs(Map.of("iterations", 0)));
		assertRefused("Content weight must be from 0 to 1e9", inputs(Map.of("contentWeight", -1.0)));
		assertRefused("Style weight must be from 0 to 1e9", inputs(Map.of("styleWeight", Double.NaN)));
		assertRefused("Total variation weight must be from 0 to 1e9", inputs(Map.of("totalVariationWeight", 1e10)));
		assertRefused("Pyramid must be from 0 to 8 levels", inputs(Map.of("pyramid", 9)));
	}

	@Test
	void whatIsNoNumberIsExplained() throws Exception {
		for (final String field : List.of("size", "iterations", "pyramid", "seed")) {
			assertRefused("The value of " + field + " must be a whole number.", inputsWithNull(field));
		}
		for (final String field : List.of("contentWeight", "styleWeight", "totalVariationWeight")) {
			assertRefused("The value of " + field.toLowerCase() + " must be a number.", inputsWithNull(field));
		}
	}

	/** ImageJ's macro playback turns "abc" into null. */
	private Map<String, Object> inputsWithNull(final String field) {
		final Map<String, Object> inputs = inputs(Map.of());
		inputs.put(field, null);
		return inputs;
	}

	// -- Helper methods --

	private static ImagePlus colours(final String title, final int width, final int height, final int period) {
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width;
			final int y = i / width;
			pixels[i] = x * 255 / width << 16 | y * 255 / height << 8 | (x + y) / period % 2 * 200;
		}
		return new ImagePlus(title, new ColorProcessor(width, height, pixels));
	}

	private CommandInfo command() {
		return context.service(CommandService.class).getCommand(NeuralStyleTransfer.class);
	}

	private Map<String, Object> inputs(final Map<String, Object> more) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("content", content, "style", style, "network",
			NeuralStyleTransfer.COMPACT_NETWORK, "size", 64, "iterations", 1, "contentWeight", 0.025, "styleWeight", 5.0,
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

	private ImagePlus result(final Map<String, Object> more) throws Exception {
		return runCommand(inputs(more));
	}

	private ImagePlus runCommand(final Map<String, Object> inputs) throws Exception {
		return (ImagePlus) run(inputs).getOutput("result");
	}

	private CommandModule run(final Map<String, Object> inputs) throws Exception {
		return context.service(CommandService.class).run(NeuralStyleTransfer.class, true, inputs).get();
	}

	private void assertRefused(final String reason, final Map<String, Object> inputs) throws Exception {
		messages.clear();
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().startsWith(reason), module.getCancelReason());
		assertNull(module.getOutput("result"));
		assertEquals(List.of(module.getCancelReason()), errors());
	}

	private List<String> errors() {
		return messages.stream().filter(message -> message.level() <= LogLevel.WARN && !message.text().startsWith(
			"Ignoring unsupported output")).map(LogMessage::text).collect(Collectors.toList());
	}
}
