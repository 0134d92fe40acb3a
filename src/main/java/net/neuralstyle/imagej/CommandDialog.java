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
import ij.gui.MultiLineLabel;

import java.awt.Panel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.dialog.InputFields;
import net.neuralstyle.imagej.dialog.PreviewMaker;
import net.neuralstyle.imagej.dialog.PreviewPanel;
import net.neuralstyle.imagej.dialog.WrappedText;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.samples.SampleStyle;

import org.scijava.module.ModuleItem;

/**
 * A dialog with a field for each input of a command, in the style of ImageJ 1.x. Inputs that few users need are in a
 * second one, behind a button. Plain ImageJ and Fiji show the same ones.
 */
public final class CommandDialog implements AutoCloseable {

	static final String MORE = "More settings";

	/** Least width of the note, in pixels. */
	private static final int NOTE_WIDTH = 420;

	private final HostedCommand command;
	private final List<ModuleItem<?>> inputs;
	/** What the user wrote or chose, or is offered, by the inputs' names. */
	private final Map<String, String> answers;
	private final GenericDialog dialog;
	private final InputFields fields;
	private final MultiLineLabel note;
	/** Null if the command has none. */
	private final PreviewMaker previews;

	/**
	 * Opens the dialog and waits. It offers the active image for the first image
	 * and another one, or a sample style, for the second, and what was accepted the
	 * last time; it opens again, after a message, when something is wrong.
	 *
	 * @param inputs of the command, those to ask for
	 * @param known values of the others, by name
	 * @return what the user wrote or chose, by the inputs' names, and texts of the others; null if he cancelled
	 * @throws StyleTransferException if no image is open and one is asked for
	 */
	public static Map<String, String> ask(final HostedCommand command, final List<ModuleItem<?>> inputs,
		final Map<String, Object> known)
	{
		final Map<String, String> answers = command.offered(known);
		offerImages(inputs, answers);
		while (true) {
			if (!isAccepted(command, inputs, answers)) return null;
			try {
				final Map<String, Object> values = InputText.values(inputs, answers);
				values.putAll(known);
				command.check(values);
				return answers;
			}
			catch (final StyleTransferException | IllegalArgumentException exc) {
				IJ.showMessage(command.title(), WrappedText.of(exc.getMessage()));
			}
		}
	}

	/** @param answers what the dialog begins with, and what is in it when it is accepted */
	private CommandDialog(final HostedCommand command, final List<ModuleItem<?>> inputs,
		final Map<String, String> answers)
	{
		this.command = command;
		this.inputs = inputs;
		this.answers = answers;
		dialog = new GenericDialog(command.title());
		fields = new InputFields(dialog, false);
		addFields(dialog, fields, false);
		if (inputs.stream().anyMatch(InputKind::isAdvanced)) dialog.addButton(MORE + "...", event -> askForMore());
		note = addNote();
		previews = command.previewedInputs().isEmpty() ? null : new PreviewMaker(command::preview, new PreviewPanel(
			dialog)::show, command.log()::debug);
		dialog.addDialogListener((source, event) -> {
			take(fields.texts());
			return true;
		});
	}

	/** Ends what goes on in the background. */
	@Override
	public void close() {
		if (previews != null) previews.close();
	}

	// -- Helper methods --

	private static void offerImages(final List<ModuleItem<?>> inputs, final Map<String, String> answers) {
		final Iterator<ImagePlus> image = OpenImages.preselected().iterator();
		for (final ModuleItem<?> input : inputs) {
			if (InputKind.of(input) != InputKind.IMAGE || InputKind.isOptional(input)) continue;
			if (image.hasNext()) answers.put(input.getName(), image.next().getTitle());
			else if (InputKind.isOfStyles(input)) answers.put(input.getName(), SampleStyle.names().get(0));
			else throw new StyleTransferException("There is no image open: open one for the " + (inputs.stream().anyMatch(
				InputKind::isOfStyles) ? "style and one for the content" : "content") + " first.");
		}
	}

	private static boolean isAccepted(final HostedCommand command, final List<ModuleItem<?>> inputs,
		final Map<String, String> answers)
	{
		try (CommandDialog dialog = new CommandDialog(command, inputs, answers)) {
			return dialog.isAccepted();
		}
	}

	private boolean isAccepted() {
		if (previews != null) previews.make(answers);
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		take(fields.texts());
		return true;
	}

	/** Adds a label for what the command has to tell; null if that is nothing. */
	private MultiLineLabel addNote() {
		final String text = command.note(answers);
		if (text.isEmpty()) return null;
		final MultiLineLabel label = new MultiLineLabel(inTwoLines(text), NOTE_WIDTH);
		final Panel panel = new Panel();
		panel.add(label);
		dialog.addPanel(panel);
		return label;
	}

	/** Takes over what the user has said, and shows what follows from it. */
	private void take(final Map<String, String> texts) {
		final Map<String, String> before = new HashMap<>(answers);
		answers.putAll(texts);
		if (answers.equals(before)) return;
		final Map<String, String> consequences = command.consequences(before, answers);
		answers.putAll(consequences);
		fields.set(consequences);
		if (previews != null && command.previewedInputs().stream().anyMatch(input -> !Objects.equals(before.get(input),
			answers.get(input)))) previews.make(answers);
		if (note != null) note.setText(inTwoLines(command.note(answers)));
	}

	/** NB: So that the label's size is right for longer texts, too. */
	private static String inTwoLines(final String text) {
		final String lines = WrappedText.of(text);
		return lines.contains("\n") ? lines : lines + "\n";
	}

	/** Opens the second dialog, over the first. */
	private void askForMore() {
		final GenericDialog more = new GenericDialog(command.title() + ": " + MORE.toLowerCase(Locale.ROOT));
		final InputFields moreFields = new InputFields(more, true);
		addFields(more, moreFields, true);
		more.showDialog();
		if (more.wasOKed()) take(moreFields.texts());
	}

	private void addFields(final GenericDialog target, final InputFields targetFields, final boolean advanced) {
		final List<ModuleItem<?>> group = inputs.stream().filter(input -> InputKind.isAdvanced(input) == advanced).collect(
			Collectors.toList());
		group.forEach(input -> targetFields.add(input, answers.get(input.getName())));
		target.addHelp(help(group));
	}

	/** GenericDialog has no tooltips, so its Help button shows the descriptions. */
	private static String help(final List<ModuleItem<?>> inputs) {
		final StringBuilder html = new StringBuilder("<html><dl>");
		for (final ModuleItem<?> input : inputs) {
			if (InputKind.of(input) == InputKind.MESSAGE) continue;
			html.append("<dt><b>").append(input.getLabel()).append("</b></dt><dd>").append(input
				.getDescription()).append(InputText.range(input)).append("</dd>");
		}
		return html.append("</dl></html>").toString();
	}
}
