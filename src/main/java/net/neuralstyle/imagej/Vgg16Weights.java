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

import java.io.IOException;
import java.util.Locale;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.dialog.WrappedText;
import net.neuralstyle.weights.download.PublishedWeights;
import net.neuralstyle.weights.download.WeightsCache;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Plugins &gt; Style Transfer &gt; VGG16 Weights: shows where the weights of VGG16
 * are, and fetches, verifies, imports or removes them.
 */
@Plugin(type = Command.class, headless = true, initializer = "showState", menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = Vgg16Weights.LABEL) })
public class Vgg16Weights extends StyleTransferCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = "VGG16 Weights";

	private static final PublishedWeights WEIGHTS = PublishedWeights.VGG16;

	private static final String SHOW = "show";
	private static final String DOWNLOAD = "download";
	private static final String VERIFY = "verify";
	private static final String IMPORT = "import";
	private static final String REMOVE = "remove";

	/** Stands for the folder that is used when none was chosen. */
	private static final String USUAL = "default";

	@Parameter(label = "State", description = "Where the weights are now.", visibility = ItemVisibility.MESSAGE,
		persist = false, required = false)
	private String state = "";

	@Parameter(label = "Action", description = "Show where the weights are, download them, verify their checksum, " +
		"import a file, or remove them.", choices = { SHOW, DOWNLOAD, VERIFY, IMPORT, REMOVE }, persist = false)
	private String action = SHOW;

	@Parameter(label = "File", description = "The file to import; it is copied.", style = FileWidget.OPEN_STYLE,
		required = false, persist = false)
	private String file = "";

	@Parameter(label = "Folder", description = "Where to keep the weights from now on; \"" + USUAL +
		"\" for the usual folder.", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false)
	private String folder = "";

	public Vgg16Weights() {
		super(LABEL);
	}

	/** Called by SciJava before the dialog opens. */
	void showState() {
		final WeightsCache cache = weightsFolder().cache();
		state = describe(cache);
		// NB: A value that somebody has given is there already.
		if (folder.isEmpty()) folder = cache.folder().toString();
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		checkChoice("action", action, SHOW, DOWNLOAD, VERIFY, IMPORT, REMOVE);
		if (!action.equals(IMPORT) && !file.trim().isEmpty()) {
			throw new StyleTransferException("A file is imported by the action \"" + IMPORT + "\", not by \"" + action +
				"\": choose that action, or give no file.");
		}
		if (action.equals(IMPORT) && file.trim().isEmpty()) {
			throw new StyleTransferException("There is no file to import: give its path.");
		}
	}

	@Override
	void execute() throws IOException {
		chooseFolder();
		final WeightsCache cache = weightsFolder().cache();
		switch (action) {
			case DOWNLOAD:
				download(WEIGHTS, cache);
				report("The weights of " + WEIGHTS.name() + " are in " + cache.file(WEIGHTS) + ".");
				break;
			case VERIFY:
				report("The weights in " + cache.file(WEIGHTS) + " are those that Keras published: SHA-256 " + cache.verify(
					WEIGHTS) + ".");
				break;
			case IMPORT:
				cache.importFile(WEIGHTS, path(file));
				report("The weights of " + WEIGHTS.name() + " are in " + cache.file(WEIGHTS) + ".");
				break;
			case REMOVE:
				report(cache.remove(WEIGHTS) ? "The weights were removed from " + cache.folder() + "." :
					"There are no weights in " + cache.folder() + " to remove.");
				break;
			default:
				report(describe(cache));
		}
	}

	// -- Helper methods --

	private void chooseFolder() {
		if (folder.trim().isEmpty()) return;
		if (folder.trim().equals(USUAL)) weightsFolder().forget();
		else weightsFolder().choose(path(folder));
	}

	private static String describe(final WeightsCache cache) {
		if (cache.has(WEIGHTS)) return "The weights of " + WEIGHTS.name() + " are in " + cache.file(WEIGHTS) + ".";
		return String.format(Locale.ROOT, "%s: download fetches %.1f MB from %s into %s.", absence(WEIGHTS, cache), WEIGHTS
			.size() / 1e6, WEIGHTS.address(), cache.folder());
	}

	private void report(final String sentence) {
		log().info(sentence);
		if (hasWindow() && !IJ.isMacro()) IJ.showMessage(LABEL, WrappedText.of(sentence));
	}
}
