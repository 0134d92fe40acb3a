package net.neuralstyle.imagej;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.weights.DownloadCancelledException;
import net.neuralstyle.weights.PublishedWeights;
import net.neuralstyle.weights.WeightsCache;

import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

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

	private final String label;

	/** @param label the command's name in menus and macros */
	StyleTransferCommand(final String label) {
		this.label = label;
	}

	/**
	 * Does the command's work.
	 *
	 * @throws IOException or an unchecked exception whose message is one sentence
	 *           for the user
	 */
	abstract void execute() throws IOException;

	// -- Runnable methods --

	@Override
	public final void run() {
		try {
			execute();
		}
		catch (final DownloadCancelledException exc) {
			end("", exc);
		}
		catch (final StyleTransferException | IllegalArgumentException | IOException exc) {
			end(exc.getMessage(), exc);
		}
		catch (final RuntimeException | LinkageError exc) {
			end(label + " failed unexpectedly (" + exc +
				"): please report this; with -Dscijava.log.level=debug Java logs the details.", exc);
		}
	}

	// -- StyleTransferCommand methods --

	LogService log() {
		return log;
	}

	Task createTask() {
		return taskService.createTask(label);
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
		try {
			return Paths.get(text.trim());
		}
		catch (final InvalidPathException exc) {
			throw new StyleTransferException("\"" + text + "\" is not a path: check its spelling.", exc);
		}
	}

	// -- Helper methods --

	/**
	 * Ends the command, and the macro it is part of.
	 *
	 * @param reason empty if the user wanted it so
	 */
	private void end(final String reason, final Throwable cause) {
		log.debug(cause);
		// NB: With a window, the reason appears in a dialog.
		if (!reason.isEmpty() && IJ.getInstance() == null) log.error(reason);
		cancel(reason);
		// NB: SciJava lets a macro go on after a command that was cancelled.
		Interpreter.abort();
		Macro.abort();
	}
}
