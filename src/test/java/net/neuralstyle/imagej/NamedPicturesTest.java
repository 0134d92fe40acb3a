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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import ij.process.ColorProcessor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.samples.SampleStyle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** Which picture a style is, by what people write. */
class NamedPicturesTest extends CommandTest {

	private static final String FILE = "sample-images/style/mosaic.jpg";
	private static final String SAMPLES = String.join(", ", SampleStyle.names());

	private final ImagePlus cat = new ImagePlus("cat", new ColorProcessor(48, 40));
	private final ImagePlus poppies = new ImagePlus("poppies", new ColorProcessor(40, 48));

	@BeforeEach
	void openImages() {
		// NB: As a macro does; without a display no other images can be open.
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(poppies);
		Interpreter.addBatchModeImage(cat);
	}

	@AfterEach
	void closeImages() {
		Interpreter.removeBatchModeImage(poppies);
		Interpreter.removeBatchModeImage(cat);
		Interpreter.batchMode = false;
		Recorder.record = false;
		Recorder.resetCommandOptions();
	}

	@Test
	void macroMayNameAnOpenImageAFileOrASampleStyle() {
		final Map<String, Object> values = ofMacro("content=cat style=great-wave morestyles=[" + FILE + ",cat,gravel]");
		assertEquals("great-wave", ((ImagePlus) values.get("style")).getTitle());
		assertEquals(SampleStyle.GREAT_WAVE.read().dimension(0), ((ImagePlus) values.get("style")).getWidth());
		final ImagePlus[] more = (ImagePlus[]) values.get("moreStyles");
		assertEquals(List.of("mosaic.jpg", "cat", "gravel"), List.of(more[0].getTitle(), more[1].getTitle(), more[2]
			.getTitle()));
		assertSame(cat, more[1]);
	}

	@Test
	void whatFijiMakesOfANameIsReplaced() {
		final ModuleService modules = context().service(ModuleService.class);
		final Module module = modules.createModule(modules.getModuleById("command:" + NeuralStyleTransfer.class.getName()));
		// NB: As imagej-legacy does with twice the priority VERY_HIGH.
		for (final String name : List.of("style", "mask")) {
			module.setInput(name, new ImagePlus());
			module.resolveInput(name);
		}
		assertTrue(MacroInputs.PRIORITY < 2 * Priority.VERY_HIGH && MacroInputs.PRIORITY > Priority.VERY_HIGH + 1);
		new MacroInputs().process(module, "content=cat style=great-wave mask=none");
		assertEquals("great-wave", ((ImagePlus) module.getInput("style")).getTitle());
		assertNull(module.getInput("mask"));
	}

	@Test
	void openImagePrevailsOverASampleStyle() {
		assertSame(poppies, ofMacro("style=poppies content=cat").get("style"));
		assertSame(poppies, ofMacro("style=" + poppies.getID() + " content=cat").get("style"));
	}

	@Test
	void fileIsFoundByItsPathWithSpacesAndCommas(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("oil, blue.jpg");
		Files.copy(Paths.get(FILE), file);
		final Map<String, Object> values = ofMacro("content=cat style=[" + file + "] morestyles=[" + file + ",cat]");
		assertEquals("oil, blue.jpg", ((ImagePlus) values.get("style")).getTitle());
		assertEquals(2, ((ImagePlus[]) values.get("moreStyles")).length);
	}

	@Test
	void contentIsAnOpenImageOrAFileButNoSample() {
		assertEquals(new File(FILE).getName(), ((ImagePlus) ofMacro("content=" + FILE).get("content")).getTitle());
		assertEquals("No open image or file is called \"gravel\": open are \"poppies\", \"cat\".", refusal("content=gravel"));
	}

	@Test
	void unknownNameIsRefusedWithWhatThereIs() {
		assertEquals("No open image, file or bundled style is called \"grate-wave\": open are \"poppies\", \"cat\", " +
			"bundled are " + SAMPLES + ".", refusal("content=cat style=grate-wave"));
		assertTrue(refusal("content=cat style=cat morestyles=gravel,sand").startsWith(
			"No open image, file or bundled style is called \"sand\": "));
		closeImages();
		assertEquals("No open image, file or bundled style is called \"x\": no image is open, bundled are " + SAMPLES + ".",
			assertThrows(StyleTransferException.class, () -> NamedPictures.find("x")).getMessage());
	}

	@Test
	void fileThatIsNoPictureIsRefused() {
		assertTrue(refusal("content=cat style=pom.xml").startsWith("The file pom.xml is "), refusal(
			"content=cat style=pom.xml"));
	}

	@Test
	void fileIsReadAnewWhenItHasChanged(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("a.jpg");
		Files.copy(Paths.get(FILE), file);
		final ImagePlus before = NamedPictures.find(file.toString());
		assertSame(before, NamedPictures.find(file.toString()));
		Files.write(file, Files.readAllBytes(Paths.get("sample-images/style/gravel.jpg")));
		assertNotSame(before, NamedPictures.find(file.toString()));
	}

	@Test
	void pathAndNameAreWhatIsRecorded() {
		assertEquals(FILE, InputText.text(input("style"), NamedPictures.find(FILE)));
		assertEquals("mosaic", InputText.text(input("style"), NamedPictures.find("mosaic")));
		assertEquals(FILE + ",cat", InputText.text(input("moreStyles"), new ImagePlus[] { NamedPictures.find(FILE), cat }));
	}

	@Test
	void fileIsRecordedByItsPathInFiji() {
		final ModuleService modules = context().service(ModuleService.class);
		final Module module = modules.createModule(modules.getModuleById("command:" + NeuralStyleTransfer.class.getName()));
		module.setInput("content", cat);
		module.setInput("style", NamedPictures.find(FILE));
		module.setInput("preset", "Balanced");
		module.setInput("styleBlend", "");
		((StyleTransferCommand) module.getDelegateObject()).setAsked();
		Recorder.record = true;
		final HandledResult postprocessor = new HandledResult();
		context().inject(postprocessor);
		postprocessor.process(module);
		assertEquals("style=" + FILE, Recorder.getCommandOptions());
		assertSame(cat, module.getInput("content"));
	}

	@Test
	void dialogOffersOpenImagesBeforeSampleStylesAndEachNameOnce() {
		assertEquals("poppies, cat, " + SAMPLES.replace("poppies, ", ""), String.join(", ", NamedPictures.names()));
	}

	@Test
	void whereNoImagesAreOpenAFilePrevailsOverASampleStyle(@TempDir final Path folder) {
		assertEquals(Paths.get(FILE), NamedPictures.fileOrSample(FILE));
		assertEquals(SampleStyle.GRAVEL, NamedPictures.fileOrSample("gravel"));
		assertEquals(Paths.get("sand"), NamedPictures.fileOrSample("sand"));
	}

	// -- Helper methods --

	private Map<String, Object> ofMacro(final String options) {
		return InputText.ofMacro(new HostedCommand(context(), NeuralStyleTransfer.class.getName()).inputs(), options);
	}

	private String refusal(final String options) {
		return assertThrows(StyleTransferException.class, () -> ofMacro(options)).getMessage();
	}

	private ModuleItem<?> input(final String name) {
		return new HostedCommand(context(), NeuralStyleTransfer.class.getName()).inputs().stream().filter(input -> input
			.getName().equals(name)).findFirst().orElseThrow();
	}
}
