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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;

import java.io.File;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.RecordedInput;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** Inputs of every kind, as macros give them and the recorder writes them. Public, so that macros can call it. */
public class HostedInputsTest extends CommandTest {

	private static String played;

	private final ImagePlus cat = image("cat");
	private final ImagePlus mask = image("the \"mask\" [1]");
	private final ImagePlus oil = image("oil, blue");
	private final ImagePlus ink = image("C:\\new\\ink");

	private HostedCommand command;

	@BeforeEach
	void openImages() {
		command = new HostedCommand(context(), EveryKindOfInput.class.getName());
		// NB: As a macro does; without a display no other images can be open.
		Interpreter.batchMode = true;
		for (final ImagePlus image : List.of(mask, oil, ink, cat)) {
			Interpreter.addBatchModeImage(image);
		}
	}

	@AfterEach
	void closeImages() {
		for (final ImagePlus image : List.of(mask, oil, ink, cat)) {
			Interpreter.removeBatchModeImage(image);
		}
		Interpreter.batchMode = false;
		Recorder.record = false;
		Recorder.resetCommandOptions();
	}

	@Test
	void inputsAreAllButTheServices() {
		assertEquals("[state, content, mask, styles, flip, keepColours, recipe, report, folder, path, mode, note, count, " +
			"seed, weight]", command.inputs().stream().map(ModuleItem::getName).collect(Collectors.toList()).toString());
	}

	@Test
	void inputOfAnUnknownTypeIsRefused() {
		final IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new HostedCommand(
			context(), UnknownKindOfInput.class.getName()));
		assertEquals("The input ink has a type that no host can carry, java.awt.Color: use an image, several images, " +
			"boolean, String, File, int, long or double.", refusal.getMessage());
	}

	@Test
	void inputOfAnUnknownTypeIsRefusedInFijisMacros() {
		final Module module = module(UnknownKindOfInput.class);
		assertThrows(IllegalArgumentException.class, () -> new MacroInputs().process(module, ""));
	}

	@Test
	void scriptThatGivesTheImagesThatAreNeededIsNotAsked() {
		final Module module = module(NeuralStyleTransfer.class);
		assertFalse(MacroInputs.hasAllImages(module));
		module.resolveInput("content");
		assertFalse(MacroInputs.hasAllImages(module));
		module.resolveInput("style");
		assertTrue(MacroInputs.hasAllImages(module));
		assertFalse(MacroInputs.hasAllImages(module(Vgg16Weights.class)));
		final Module batch = module(BatchStyleTransfer.class);
		batch.resolveInput("input");
		assertFalse(MacroInputs.hasAllImages(batch));
		batch.resolveInput("style");
		assertTrue(MacroInputs.hasAllImages(batch));
		final Module painting = module(BatchStyleTransfer.class);
		painting.resolveInput("styleNetworks");
		assertFalse(MacroInputs.hasAllImages(painting));
		painting.resolveInput("input");
		assertTrue(MacroInputs.hasAllImages(painting));
	}

	@Test
	void macroGivesEveryKind() {
		final Map<String, Object> values = ofMacro("content=cat mask=[the \"mask\" [1]] styles=[oil, blue,cat] flip " +
			"keepcolours=false recipe=a.json report=[b c.txt] folder=/tmp path=[x y.h5] mode=slow note=[a = b] count=2 " +
			"seed=-5 weight=1e-3");
		assertEquals(List.of(cat, mask), List.of(values.get("content"), values.get("mask")));
		assertArrayEquals(new ImagePlus[] { oil, cat }, (ImagePlus[]) values.get("styles"));
		assertEquals("[true, false, a.json, b c.txt, /tmp, x y.h5, slow and good, a = b, 2, -5, 0.001]", values.values()
			.stream().skip(3).collect(Collectors.toList()).toString());
		assertEquals(new File("b c.txt"), values.get("report"));
	}

	@ParameterizedTest
	@CsvSource({ "flip,true", "flip=true,true", "flip=TRUE,true", "flip=false,false" })
	void flagIsAWordOrHasAValue(final String options, final boolean value) {
		assertEquals(value, ofMacro(options).get("flip"));
	}

	@Test
	void flagThatIsLeftOutHasItsDefault() {
		final Module module = module(EveryKindOfInput.class);
		new MacroInputs().process(module, "content=cat");
		assertEquals(List.of(false, true), List.of(module.getInput("flip"), module.getInput("keepColours")));
	}

	@ParameterizedTest
	@CsvSource({ "content=cat", "content=cat mask=none", "content=cat mask=None", "content=cat mask=[]" })
	void optionalImageMayBeNone(final String options) {
		assertNull(ofMacro(options).get("mask"));
	}

	@Test
	void optionalImageIsNotTheActiveOne() {
		final Map<String, Object> values = ofMacro("");
		assertEquals(cat, values.get("content"));
		assertFalse(values.containsKey("mask"));
	}

	@Test
	void emptyListHasNoImages() {
		assertEquals(0, ((ImagePlus[]) ofMacro("styles=[]").get("styles")).length);
	}

	@Test
	void emptyFileIsNone() {
		assertNull(ofMacro("recipe=[]").get("recipe"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"flip=maybe      | The value of flip must be true or false, not \"maybe\".", //
		"styles=cat,dog  | No open image or file is called \"dog\"", //
		"content=none    | No open image or file is called \"none\"", //
		"mask=dog        | No open image or file is called \"dog\"", //
		"weight=         | The value of weight is empty", //
		"mask=cat        | The active image, cat, is the mask: open or select the content first, or name it by content=." })
	void whatCannotBeMeantIsRefused(final String options, final String sentence) {
		final String refusal = assertThrows(StyleTransferException.class, () -> ofMacro(options)).getMessage();
		assertTrue(refusal.startsWith(sentence), refusal);
	}

	@Test
	void recordedLinePlaysBackToTheSameValues() {
		final Map<String, Object> values = new LinkedHashMap<>();
		values.put("content", cat);
		values.put("mask", mask);
		values.put("styles", new ImagePlus[] { oil, ink, cat });
		values.put("flip", true);
		values.put("keepColours", false);
		values.put("recipe", new File("C:\\new\\table.json"));
		values.put("report", new File("b c.txt"));
		values.put("folder", null);
		values.put("path", "[x].h5");
		values.put("mode", "slow and good");
		values.put("note", "say \"a\tb\\n\" [");
		values.put("count", 2);
		values.put("seed", -5L);
		values.put("weight", 1e-9);
		assertPlaysBack(values);
	}

	@Test
	void recordedLinePlaysBackWhatIsLeftOut() {
		final Map<String, Object> values = new LinkedHashMap<>();
		values.put("content", ink);
		values.put("mask", null);
		values.put("styles", new ImagePlus[0]);
		values.put("flip", false);
		values.put("note", "");
		assertPlaysBack(values);
	}

	@Test
	void severalImagesAreRecordedInFiji() {
		final Module module = module(EveryKindOfInput.class);
		module.setInput("styles", new ImagePlus[] { oil, cat });
		((StyleTransferCommand) module.getDelegateObject()).setAsked();
		Recorder.record = true;
		final HandledResult postprocessor = new HandledResult();
		context().inject(postprocessor);
		postprocessor.process(module);
		assertEquals("styles=[oil, blue,cat]", Recorder.getCommandOptions());
		assertNull(module.getInput("styles"));
	}

	// -- Called by a macro --

	public static String play(final String options) {
		played = options;
		return "";
	}

	// -- Helper methods --

	private void assertPlaysBack(final Map<String, Object> values) {
		Recorder.record = true;
		for (final ModuleItem<?> input : command.inputs()) {
			if (!values.containsKey(input.getName())) continue;
			RecordedInput.record(input, InputText.text(input, values.get(input.getName())));
		}
		IJ.runMacro("call(\"" + HostedInputsTest.class.getName() + ".play\", \"" + Recorder.getCommandOptions() + "\");");
		assertEquals(printed(values), printed(ofMacro(played)));
	}

	private static String printed(final Map<String, Object> values) {
		final Map<String, Object> printed = new LinkedHashMap<>(values);
		printed.computeIfPresent("styles", (name, styles) -> Arrays.asList((ImagePlus[]) styles));
		return printed.toString();
	}

	private Map<String, Object> ofMacro(final String options) {
		return InputText.ofMacro(command.inputs(), options);
	}

	private Module module(final Class<?> commandClass) {
		final ModuleService moduleService = context().service(ModuleService.class);
		return moduleService.createModule(moduleService.getModuleById("command:" + commandClass.getName()));
	}

	private static ImagePlus image(final String title) {
		return new ImagePlus(title, new ByteProcessor(8, 8));
	}
}
