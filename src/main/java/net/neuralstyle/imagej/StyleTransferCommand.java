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

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.macro.Interpreter;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.batch.BatchPlace;
import net.neuralstyle.imagej.dialog.Preview;
import net.neuralstyle.imagej.dialog.WrappedText;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.RememberedInputs;
import net.neuralstyle.imagej.progress.DownloadReporter;
import net.neuralstyle.imagej.progress.SavedIterations;
import net.neuralstyle.imagej.stack.FrameSeries;
import net.neuralstyle.imagej.stack.ResultStack;
import net.neuralstyle.picture.PicturePath;
import net.neuralstyle.weights.WeightsSource;
import net.neuralstyle.weights.download.CachedWeights;
import net.neuralstyle.weights.download.DownloadCancelledException;
import net.neuralstyle.weights.download.PublishedWeights;
import net.neuralstyle.weights.download.WeightsCache;

import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.thread.ThreadService;

/**
 * What the commands have in common: when something is wrong they end, and end the
 * macro they are part of, with one sentence for the user; and they fetch weights
 * in view of the user.
 */
abstract class StyleTransferCommand extends ContextCommand {

	@Parameter
	private LogService log;

	@Parameter
	private TaskService taskService;

	@Parameter
	private PrefService preferences;

	@Parameter
	private ThreadService threadService;

	private final String label;
	private String wayToDownload = "run the command \"" + Vgg16Weights.LABEL + "\" with action=download";
	/** How many iterations there are from one saved picture to the next; 0 for none. */
	private int saveEvery;
	/** Beside this, pictures on the way are saved; null for none. */
	private Path saveBeside;
	private volatile boolean stopRequested;
	private volatile Task task;
	private boolean stopped;
	private boolean refused;
	private boolean asked;

	/** @param label the command's name in menus and macros */
	StyleTransferCommand(final String label) {
		this.label = label;
	}

	/**
	 * Looks at the inputs, before anything is done.
	 *
	 * @throws StyleTransferException or IllegalArgumentException if they are wrong;
	 *           the message is one sentence for the user
	 */
	abstract void check();

	/**
	 * Does the command's work, with inputs that are right.
	 *
	 * @throws WrongSettingException if the inputs turn out to be wrong; the message is
	 *           one sentence for the user
	 * @throws IOException or an unchecked exception whose message is one sentence
	 *           for the user
	 */
	abstract void execute() throws IOException;

	/**
	 * Returns the longer side, in pixels, that pictures are needed in at least, 0 for all there are. The command's own
	 * inputs are not set.
	 *
	 * @param given values of the inputs, by name
	 */
	int neededLongerSide(final Map<String, Object> given) {
		return 0;
	}

	/**
	 * Finds out what a change in a dialog entails. May be called on the event thread; the command's own inputs are not
	 * set.
	 *
	 * @param before what was in the fields, by the inputs' names; empty if the dialog is about to open
	 * @param after what is in them now; blank where an input has no default
	 * @return what to show, by the inputs' names
	 */
	Map<String, String> consequences(final Map<String, String> before, final Map<String, String> after) {
		return Map.of();
	}

	/**
	 * Returns a line or two for a dialog on what to expect, empty for none. May be called on the event thread; the
	 * command's own inputs are not set.
	 *
	 * @param answers what is in the fields, by the inputs' names; may be wrong
	 */
	String note(final Map<String, String> answers) {
		return "";
	}

	/**
	 * Returns the inputs that decide what a dialog's preview looks like, by name; none if there is never any. May be
	 * called on the event thread; the command's own inputs are not set.
	 */
	Set<String> previewedInputs() {
		return Set.of();
	}

	/**
	 * Makes a preview for a dialog of what the result may look like, within about a second, if there is any. Is called on
	 * a thread of its own, and may throw whatever it likes; the command's own inputs are not set.
	 *
	 * @param answers what is in the fields, by the inputs' names; may be wrong
	 */
	Optional<Preview> preview(final Map<String, String> answers) {
		return Optional.empty();
	}

	/**
	 * Keeps for the next dialog what was accepted in one, after the command has been done.
	 *
	 * @param module has the inputs
	 */
	void remember(final Module module) {
		final Map<String, String> texts = new HashMap<>();
		for (final ModuleItem<?> input : HostedCommand.inputs(module.getInfo())) {
			texts.put(input.getName(), InputText.text(input, module.getInput(input.getName())));
		}
		new RememberedInputs(preferences).save(getClass(), module, consequences(Map.of(), texts));
	}

	/** Leaves nothing behind of what is under way, since the process is about to end; may be called by any thread. */
	void abandon() {
		// NB: Most have nothing.
	}

	/** Sets where pictures are made, for a command that makes those of a batch. */
	void setPlace(final BatchPlace place) {
		// NB: Most make one picture, here.
	}

	/** What the command has made and a host has to show, null for nothing. */
	ImagePlus shownResult() {
		return null;
	}

	// -- Runnable methods --

	@Override
	public final void run() {
		final MacroThread macro = new MacroThread(threadService);
		macro.spare();
		IJ.resetEscape();
		try {
			if (isAccepted(macro)) execute();
		}
		catch (final DownloadCancelledException exc) {
			end(macro, "", exc);
		}
		catch (final StyleTransferException | IOException exc) {
			// NB: Some settings can be judged only when the network is known.
			refused = exc instanceof WrongSettingException;
			end(macro, exc.getMessage(), exc);
		}
		catch (final OutOfMemoryError exc) {
			end(macro, StyleTransferException.NOT_ENOUGH_MEMORY, exc);
		}
		catch (final RuntimeException | LinkageError exc) {
			end(macro, label + " failed unexpectedly (" + exc +
				"): please report this; with -Dscijava.log.level=debug Java logs the details.", exc);
		}
		finally {
			// NB: Whoever stops a command ends the macro it is part of. After Escape ImageJ may still be waiting for that.
			if (IJ.escapePressed() || stopped && !stopRequested) macro.endMacro();
			macro.endSparing();
		}
	}

	// -- StyleTransferCommand methods --

	/** Asks the command to finish soon with what it has. */
	final void stop() {
		stopRequested = true;
	}

	/** Whether the command is to finish soon. */
	final boolean isStopRequested() {
		return stopRequested;
	}

	/** Notes that the command did not come to its usual end. */
	final void setStopped() {
		stopped = true;
	}

	/** Whether the command finished early, with what it had by then. */
	final boolean isStopped() {
		return stopped;
	}

	/** Whether the command did nothing because its inputs were wrong. */
	final boolean isRefused() {
		return refused;
	}

	/** Ends the command before it has begun, and the macro it is part of, since the inputs are wrong. */
	final void refuse(final StyleTransferException reason) {
		refused = true;
		end(new MacroThread(threadService), reason.getMessage(), reason);
	}

	/** Notes that the user was asked for the inputs. */
	final void setAsked() {
		asked = true;
	}

	/** Whether the user was asked for the inputs. */
	final boolean isAsked() {
		return asked;
	}

	/** Sets how a message says that weights can be downloaded; by default it names the macro's command. */
	final void sayHowToDownload(final String way) {
		wayToDownload = way;
	}

	/**
	 * Has the picture so far written after every few iterations into files beside its output.
	 *
	 * @param interval at least 1
	 */
	final void saveIterations(final int interval, final Path output) {
		saveEvery = interval;
		saveBeside = output;
	}

	/**
	 * Returns a listener who also saves pictures on the way, if that is wanted.
	 *
	 * @param number what sets the names of a frame's pictures apart; empty for those of one picture
	 * @param image makes what is saved
	 */
	final StyleTransferListener saving(final StyleTransferListener listener, final String number,
		final Function<Img<ARGBType>, ImagePlus> image)
	{
		if (saveBeside == null) return listener;
		final Path output = number.isEmpty() ? saveBeside : SavedIterations.ofFrame(saveBeside, number);
		return SavedIterations.beside(output, saveEvery, image, log::warn, listener);
	}

	/** Ends a stack with the frames that are done; null if there are none. */
	final ImagePlus finished(final FrameSeries series, final ResultStack stack) {
		stack.finish();
		// NB: Whoever stops a command, or lets it fail, ends its macro, and what has no window goes with that.
		if (stack.isPartInMemory() && IJ.isMacro() && !hasWindow()) log.warn(series.save(stack));
		return stack.result();
	}

	final String wayToDownload() {
		return wayToDownload;
	}

	/** The value of an input, by its name; null if it has none, or the command has no such input. */
	final Object value(final String name) {
		for (Class<?> type = getClass(); type != StyleTransferCommand.class; type = type.getSuperclass()) {
			try {
				final Field field = type.getDeclaredField(name);
				field.setAccessible(true);
				return field.get(this);
			}
			catch (final NoSuchFieldException exc) {
				// NB: A class above may have it.
			}
			catch (final IllegalAccessException exc) {
				throw new IllegalStateException(exc);
			}
		}
		return null;
	}

	PrefService preferences() {
		return preferences;
	}

	LogService log() {
		return log;
	}

	Task createTask() {
		task = taskService.createTask(label);
		return task;
	}

	/** Whether the command has something to finish with when it is stopped. */
	final boolean hasProgress() {
		return task != null && task.getProgressValue() > 0;
	}

	/** Where downloaded weights are kept. */
	WeightsFolder weightsFolder() {
		return new WeightsFolder(preferences);
	}

	/** Fetches weights, showing how far it has come. */
	void download(final PublishedWeights weights, final WeightsCache cache) throws IOException {
		log.info("Fetching " + weights.address() + " into " + cache.folder());
		try (DownloadReporter reporter = new DownloadReporter(weights.name(), createTask())) {
			cache.download(weights, reporter);
		}
	}

	/**
	 * Finds the weights of VGG16. Asks before it downloads; where nobody can be asked, it says how to get them.
	 *
	 * @throws IOException if they cannot be had; the message is one sentence for the user
	 */
	final WeightsSource vgg16() throws IOException {
		final PublishedWeights weights = PublishedWeights.VGG16;
		final WeightsCache cache = weightsFolder().cache();
		if (!cache.has(weights)) {
			// NB: Fiji would answer a question for a macro by itself.
			if (!hasWindow() || IJ.isMacro()) {
				throw new StyleTransferException(absence(weights, cache) + ": " + wayToDownload() + ", or put " + weights
					.address() + " into the folder " + cache.folder() + ".");
			}
			if (!mayDownload(weights, cache)) throw new DownloadCancelledException("The download was declined.");
			download(weights, cache);
		}
		return new CachedWeights(weights, cache);
	}

	/** Why weights that the cache does not have are not there, as the beginning of a sentence. */
	static String absence(final PublishedWeights weights, final WeightsCache cache) {
		return Files.exists(cache.file(weights)) ? "The file " + cache.file(weights) + " is damaged" : "The weights of " +
			weights.name() + " are not on this computer yet";
	}

	/** Whether somebody is there to read a message or answer a question. */
	static boolean hasWindow() {
		return IJ.getInstance() != null && !Interpreter.isBatchMode();
	}

	static void checkChoice(final String field, final String value, final String... choices) {
		for (final String choice : choices) {
			if (choice.equals(value)) return;
		}
		throw new StyleTransferException("\"" + value + "\" is not a choice for " + field + ": use \"" + String.join(
			"\" or \"", choices) + "\".");
	}

	static Path path(final String text) {
		return PicturePath.of(text.trim());
	}

	// -- Helper methods --

	private boolean mayDownload(final PublishedWeights weights, final WeightsCache cache) {
		final GenericDialog dialog = new GenericDialog(label);
		dialog.addMessage(WrappedText.of(String.format(Locale.ROOT, "%s.\n%.1f MB would be downloaded once, from\n%s\ninto " +
			"the folder\n%s", absence(weights, cache), weights.size() / 1e6, weights.address(), cache.folder())));
		dialog.setOKLabel("Download");
		dialog.showDialog();
		return dialog.wasOKed();
	}

	private boolean isAccepted(final MacroThread macro) {
		try {
			check();
			return true;
		}
		catch (final StyleTransferException | IllegalArgumentException exc) {
			refused = true;
			end(macro, exc.getMessage(), exc);
			return false;
		}
	}

	/**
	 * Ends the command, and the macro it is part of.
	 *
	 * @param reason empty if the user wanted it so
	 */
	private void end(final MacroThread macro, final String reason, final Throwable cause) {
		log.debug(cause);
		// NB: With a window, the reason appears in a dialog.
		if (!reason.isEmpty() && IJ.getInstance() == null) log.error(reason);
		cancel(IJ.getInstance() == null ? reason : WrappedText.of(reason));
		// NB: SciJava lets a macro go on after a command that was cancelled.
		macro.endMacro();
	}
}
