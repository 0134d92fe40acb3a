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

package net.neuralstyle.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.FileDialog;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Label;
import java.awt.Panel;
import java.awt.TextField;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.NamedPictures;

import org.scijava.module.ModuleItem;

/**
 * The fields of a dialog, one for each input, and what is in them: the texts that a macro would say. Read from the
 * fields themselves, as GenericDialog's own methods would record values under the first words of their labels.
 */
public final class InputFields {

	private static final int COLUMNS = 8;
	private static final int PATH_COLUMNS = 45;
	/** Room for the names of five layers. */
	private static final int TEXT_COLUMNS = 60;
	private static final int MAIN_TEXT_COLUMNS = 24;
	private static final Set<InputKind> SHORT = EnumSet.of(InputKind.NUMBER, InputKind.CHOICE, InputKind.FLAG,
		InputKind.IMAGE);

	private final GenericDialog dialog;
	private final boolean twoInARow;
	private final Map<String, Field> fields = new LinkedHashMap<>();
	/** Whether there is room beside the last field. */
	private boolean hasRoom;

	/**
	 * @param dialog gets the fields
	 * @param twoInARow whether two short fields that follow one another share a row
	 */
	public InputFields(final GenericDialog dialog, final boolean twoInARow) {
		this.dialog = dialog;
		this.twoInARow = twoInARow;
	}

	/**
	 * Adds a field.
	 *
	 * @param text what is in it at first
	 */
	public void add(final ModuleItem<?> input, final String text) {
		if (InputKind.of(input) == InputKind.MESSAGE) {
			dialog.addMessage(WrappedText.of(text));
			return;
		}
		final boolean isShort = twoInARow && SHORT.contains(InputKind.of(input)) && !InputKind.isOfStyles(input);
		if (isShort && hasRoom) dialog.addToSameRow();
		hasRoom = isShort && !hasRoom;
		fields.put(input.getName(), field(input, text));
		if (!isShort) fillRow();
		else if (InputKind.of(input) == InputKind.FLAG) alignFlag();
	}

	/** Returns what is in the fields, by the inputs' names. */
	public Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		fields.forEach((name, field) -> texts.put(name, field.text.get().trim()));
		return texts;
	}

	/** Sets what is in the fields; texts of other inputs are passed over. */
	public void set(final Map<String, String> texts) {
		fields.forEach((name, field) -> {
			final String text = texts.get(name);
			if (text != null && !text.equals(field.text.get())) field.show.accept(text);
		});
	}

	// -- Helper methods --

	private Field field(final ModuleItem<?> input, final String text) {
		switch (InputKind.of(input)) {
			case IMAGE:
				return InputKind.isOfStyles(input) ? picture(input, NamedPictures.names(), text, true, NamedPictures::find)
					: choice(input, titles(input), text);
			case IMAGES:
				return pictures(input, text);
			case CHOICE:
				return InputKind.isOfStyles(input) ? picture(input, InputText.choices(input), text, false, NamedPictures::find)
					: choice(input, InputText.choices(input).stream(), text);
			case FLAG:
				return checkbox(input, text);
			case PATH:
				// NB: There is no room for a picture among those that few users need.
				return InputKind.isOfNetworks(input) && !InputKind.isAdvanced(input) ? picture(input, NamedNetworks.names(), text,
					true, NamedNetworks::preview)
					: path(input, text);
			case NUMBER:
				// NB: A text field, as a numeric field turns what is no number into NaN
				// and large whole numbers into others; the command checks the text.
				dialog.addStringField(input.getLabel(), text, COLUMNS);
				return lastStringField();
			default:
				dialog.addStringField(input.getLabel(), text, InputKind.isAdvanced(input) ? TEXT_COLUMNS : MAIN_TEXT_COLUMNS);
				return lastStringField();
		}
	}

	private static Stream<String> titles(final ModuleItem<?> input) {
		final Stream<String> titles = OpenImages.titles().stream();
		return InputKind.isOptional(input) ? Stream.concat(Stream.of(InputText.NONE), titles) : titles;
	}

	private Field choice(final ModuleItem<?> input, final Stream<String> choices, final String text) {
		dialog.addChoice(input.getLabel(), choices.toArray(String[]::new), text);
		final Choice choice = (Choice) dialog.getChoices().lastElement();
		return new Field(choice::getSelectedItem, choice::select);
	}

	private Field picture(final ModuleItem<?> input, final Collection<String> names, final String text,
		final boolean browses, final Function<String, ImagePlus> finder)
	{
		final PictureField field = new PictureField(dialog, input.getLabel(), names, text, browses, finder);
		return new Field(field::text, field::show);
	}

	private Field pictures(final ModuleItem<?> input, final String text) {
		final boolean ofStyles = InputKind.isOfStyles(input);
		final PicturesField field = new PicturesField(ofStyles ? NamedPictures.names() : OpenImages.titles(), text);
		final Panel label = new Panel(new FlowLayout(FlowLayout.RIGHT, 0, 0));
		label.add(new Label(input.getLabel()));
		dialog.addPanel(label, GridBagConstraints.EAST, new Insets(0, 0, 3, 0));
		place(label, 1, GridBagConstraints.NONE);
		dialog.addToSameRow();
		final Panel list = field.panel(dialog, input.getLabel(), ofStyles);
		dialog.addPanel(list, GridBagConstraints.WEST, new Insets(0, 0, 3, 0));
		place(list, GridBagConstraints.REMAINDER, GridBagConstraints.HORIZONTAL);
		return new Field(field::text, field::show);
	}

	/** Lets the last field have the rest of its row, so that it makes no column wider. */
	private void fillRow() {
		final Component last = dialog.getComponent(dialog.getComponentCount() - 1);
		if (twoInARow) place(last, GridBagConstraints.REMAINDER, ((GridBagLayout) dialog.getLayout()).getConstraints(
			last).fill);
	}

	/** Puts the last field, which has no label beside it, under the other fields of its half of the row. */
	private void alignFlag() {
		final Component last = dialog.getComponent(dialog.getComponentCount() - 1);
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(last);
		place.gridx = hasRoom ? 1 : 3;
		place.gridwidth = 1;
		place.insets = new Insets(0, 0, 3, 0);
		layout.setConstraints(last, place);
	}

	/** @param columns of the dialog's grid */
	private void place(final Component component, final int columns, final int fill) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(component);
		place.gridwidth = columns;
		place.fill = fill;
		layout.setConstraints(component, place);
	}

	private Field checkbox(final ModuleItem<?> input, final String text) {
		// NB: GenericDialog sets the first one apart, and what shares its row with it.
		if (twoInARow && hasRoom) dialog.setInsets(0, 0, 3);
		dialog.addCheckbox(input.getLabel(), Boolean.parseBoolean(text));
		final Checkbox box = (Checkbox) dialog.getCheckboxes().lastElement();
		return new Field(() -> String.valueOf(box.getState()), state -> box.setState(Boolean.parseBoolean(state)));
	}

	private Field path(final ModuleItem<?> input, final String text) {
		if (InputKind.isDirectory(input)) dialog.addDirectoryField(input.getLabel(), text, PATH_COLUMNS);
		else dialog.addFileField(input.getLabel(), text, PATH_COLUMNS);
		if (InputKind.isToBeSaved(input)) browseToSave(input.getLabel());
		return lastStringField();
	}

	/** Lets the last field's button browse for files to be written; GenericDialog's browses for those that are there. */
	private void browseToSave(final String title) {
		final TextField path = (TextField) dialog.getStringFields().lastElement();
		for (final Component button : path.getParent().getComponents()) {
			if (!(button instanceof Button)) continue;
			Stream.of(((Button) button).getActionListeners()).forEach(((Button) button)::removeActionListener);
			((Button) button).addActionListener(event -> browseToSave(title, path));
		}
	}

	private void browseToSave(final String title, final TextField path) {
		final FileDialog browser = new FileDialog(dialog, title, FileDialog.SAVE);
		browser.setVisible(true);
		if (browser.getFile() != null) path.setText(browser.getDirectory() + browser.getFile());
	}

	private Field lastStringField() {
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		return new Field(field::getText, field::setText);
	}

	/** What is in a field of a dialog. */
	private static final class Field {

		private final Supplier<String> text;
		private final Consumer<String> show;

		private Field(final Supplier<String> text, final Consumer<String> show) {
			this.text = text;
			this.show = show;
		}
	}
}
