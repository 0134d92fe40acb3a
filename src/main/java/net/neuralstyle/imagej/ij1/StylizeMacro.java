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

package net.neuralstyle.imagej.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.plugin.PlugIn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.FileStylization;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.Outcome;
import net.neuralstyle.imagej.QuietPreferences;
import net.neuralstyle.imagej.StopSignals;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.MacroOptions;
import net.neuralstyle.picture.PicturePath;

import org.scijava.module.ModuleItem;

/**
 * What macros/stylize.ijm runs: redraws a picture from file to file. ImageJ's own
 * macro functions would change the output's extension, replace what is read, and
 * take a full disk for a success. The argument is the macro's: content, style,
 * output, settings, and files of recipes.
 * <p>
 * If it fails, the macro ends with a message; in a process that ImageJ's option
 * -batch started, and that has no window, the process ends with the exit code of
 * the {@link Outcome}.
 * </p>
 */
public class StylizeMacro implements PlugIn {

	private static final String OUTPUT = "output";
	private static final String RECIPE = "recipe";
	private static final String WRITTEN_RECIPE = "writerecipe";
	private static final String SAVE_EVERY = "saveevery";

	private final String needed;
	private final String[] otherKeys;

	public StylizeMacro() {
		this("content, style and output", RECIPE, WRITTEN_RECIPE, SAVE_EVERY);
	}

	/**
	 * @param needed what must be given, in words
	 * @param otherKeys what may be given that is no input of the command's, of those that this knows
	 */
	StylizeMacro(final String needed, final String... otherKeys) {
		this.needed = needed;
		this.otherKeys = Stream.concat(Stream.of(OUTPUT), Stream.of(otherKeys)).toArray(String[]::new);
	}

	@Override
	public final void run(final String argument) {
		if (isBatchProcess()) QuietPreferences.begin();
		try {
			// NB: So that ImageJ's folder is known here, too.
			HeadlessImageJ.enable();
			CommandPlugIn.host(command(), command -> stylize(command, argument));
		}
		catch (final RuntimeException | LinkageError exc) {
			// NB: ImageJ would go on without a word.
			IJ.log("The plugin failed (" + exc + "): install it with all its libraries. Nothing was written.");
			if (isBatchProcess()) System.exit(Outcome.FAILED.exitCode());
		}
	}

	/** The name of the command's class. */
	String command() {
		// NB: Where libraries are missing, the class cannot be named before somebody is ready to tell that.
		return NeuralStyleTransfer.class.getName();
	}

	// -- Helper methods --

	private void stylize(final HostedCommand command, final String argument) {
		final List<String> problems = new ArrayList<>();
		final boolean batchProcess = isBatchProcess();
		final Outcome outcome = stylize(command, argument, batchProcess ? System.err::println : problems::add);
		// NB: ImageJ itself would end the process with 0.
		if (batchProcess && outcome != Outcome.DONE) System.exit(outcome.exitCode());
		if (!problems.isEmpty()) CommandPlugIn.fail(command, String.join(" ", problems));
	}

	private Outcome stylize(final HostedCommand command, final String argument, final Consumer<String> err) {
		try {
			final List<ModuleItem<?>> inputs = command.inputs();
			final Map<String, String> texts = InputText.byInput(inputs, MacroOptions.parse(argument), otherKeys);
			final String output = needed(OUTPUT, texts.remove(OUTPUT));
			final String recipe = texts.remove(RECIPE);
			final String writtenRecipe = texts.remove(WRITTEN_RECIPE);
			final int saveEvery = saveEvery(texts.remove(SAVE_EVERY));
			final Map<String, Object> values = new LinkedHashMap<>();
			for (final ModuleItem<?> input : inputs) {
				final String text = texts.get(input.getName());
				final boolean isImage = InputKind.of(input) == InputKind.IMAGE;
				if (isImage && !InputKind.isOptional(input)) needed(InputText.macroKey(input), text);
				if (text == null) continue;
				values.put(input.getName(), isImage || InputKind.of(input) == InputKind.IMAGES ? InputText.files(input, text)
					: InputText.value(input, text));
			}
			final FileStylization stylization = new FileStylization(command, PicturePath.of(output), IJ::log, err);
			stylization.setSaveEvery(saveEvery);
			if (recipe != null) stylization.setRecipe(PicturePath.of(recipe));
			if (writtenRecipe != null) stylization.setWrittenRecipe(PicturePath.of(writtenRecipe));
			try (StopSignals signals = isBatchProcess() ? new StopSignals(stylization::stop) : null) {
				return stylization.run(values);
			}
		}
		catch (final StyleTransferException exc) {
			err.accept(exc.getMessage());
			err.accept("Nothing was written.");
			return Outcome.REFUSED;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return Outcome.STOPPED;
		}
	}

	private static int saveEvery(final String text) {
		try {
			return text == null ? 0 : Integer.parseInt(text);
		}
		catch (final NumberFormatException exc) {
			throw new StyleTransferException("The value of " + SAVE_EVERY + " must be a whole number, not \"" + text + "\".");
		}
	}

	private String needed(final String key, final String path) {
		if (path != null && !path.isEmpty()) return path;
		throw new StyleTransferException("The argument lacks " + key + "=PATH: give " + needed + ".");
	}

	/** Whether ImageJ was started without a window to run a macro, and ends when that has ended. */
	private static boolean isBatchProcess() {
		if (IJ.getInstance() != null) return false;
		final String[] ofImageJ = ImageJ.getArgs();
		if (ofImageJ != null) {
			return Stream.of(ofImageJ).anyMatch(argument -> argument != null && argument.startsWith("-batch"));
		}
		// NB: ImageJ2 has a start of its own. Java knows the arguments if its own launcher started it, or else the system.
		final String command = System.getProperty("sun.java.command", String.join(" ", ProcessHandle.current().info()
			.arguments().orElse(new String[0])));
		final List<String> words = List.of(command.split(" "));
		return words.contains("--headless") && words.contains("-batch");
	}
}
