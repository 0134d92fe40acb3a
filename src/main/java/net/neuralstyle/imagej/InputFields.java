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

import ij.gui.GenericDialog;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.FileDialog;
import java.awt.Label;
import java.awt.Panel;
import java.awt.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.scijava.module.ModuleItem;

/**
 * The fields of a dialog, one for each input, and what is in them: the texts that a macro would say. Read from the
 * fields themselves, as GenericDialog's own methods would record values under the first words of their labels.
 */
final class InputFields {

	private static final int COLUMNS = 8;
	private static final int PATH_COLUMNS = 45;
	/** Room for the names of five layers. */
	private static final int TEXT_COLUMNS = 60;
	/** Of a list that several images are selected in. */
	private static final int LIST_ROWS = 4;

	private final GenericDialog dialog;
	private final Map<String, Field> fields = new LinkedHashMap<>();

	/** @param dialog gets the fields */
	InputFields(final GenericDialog dialog) {
		this.dialog = dialog;
	}

	/**
	 * Adds a field.
	 *
	 * @param text what is in it at first
	 */
	void add(final ModuleItem<?> input, final String text) {
		if (InputKind.of(input) == InputKind.MESSAGE) dialog.addMessage(WrappedText.of(text));
		else fields.put(input.getName(), field(input, text));
	}

	/** Returns what is in the fields, by the inputs' names. */
	Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		fields.forEach((name, field) -> texts.put(name, field.text.get().trim()));
		return texts;
	}

	/** Sets what is in the fields; texts of other inputs are passed over. */
	void set(final Map<String, String> texts) {
		fields.forEach((name, field) -> {
			final String text = texts.get(name);
			if (text != null && !text.equals(field.text.get())) field.show.accept(text);
		});
	}

	// -- Helper methods --

	private Field field(final ModuleItem<?> input, final String text) {
		switch (InputKind.of(input)) {
			case IMAGE:
				return choice(input, titles(input), text);
			case IMAGES:
				return list(input, text);
			case CHOICE:
				return choice(input, InputText.choices(input).stream(), text);
			case FLAG:
				return checkbox(input, text);
			case PATH:
				return path(input, text);
			case NUMBER:
				// NB: A text field, as a numeric field turns what is no number into NaN
				// and large whole numbers into others; the command checks the text.
				dialog.addStringField(input.getLabel(), text, COLUMNS);
				return lastStringField();
			default:
				dialog.addStringField(input.getLabel(), text, TEXT_COLUMNS);
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

	private Field list(final ModuleItem<?> input, final String text) {
		final List<String> titles = OpenImages.titles();
		final java.awt.List list = new java.awt.List(LIST_ROWS, true);
		titles.forEach(list::add);
		final Panel panel = new Panel(new BorderLayout());
		panel.add(new Label(input.getLabel()), BorderLayout.WEST);
		panel.add(list, BorderLayout.CENTER);
		dialog.addPanel(panel);
		final Field field = new Field(() -> NameList.join(Arrays.asList(list.getSelectedItems())), selection -> {
			final List<String> selected = NameList.split(selection, titles::contains);
			for (int i = 0; i < titles.size(); i++) {
				if (selected.contains(titles.get(i))) list.select(i);
				else list.deselect(i);
			}
		});
		field.show.accept(text);
		return field;
	}

	private Field checkbox(final ModuleItem<?> input, final String text) {
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
