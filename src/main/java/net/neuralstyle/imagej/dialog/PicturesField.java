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

import ij.gui.GenericDialog;

import java.awt.BorderLayout;
import java.awt.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import net.neuralstyle.imagej.input.NameList;
import net.neuralstyle.imagej.input.NamedPictures;

/** A list in a dialog in which several pictures can be selected, with a button to browse for files if any will do. */
final class PicturesField {

	private static final int ROWS = 3;

	private final OfferedPictures pictures;
	private final java.awt.List list = new java.awt.List(ROWS, true);

	/**
	 * Makes the field's part beside its label.
	 *
	 * @param names what macros say for the pictures that are offered
	 * @param text what a macro says for those that are selected
	 */
	PicturesField(final Collection<String> names, final String text) {
		pictures = new OfferedPictures(names);
		pictures.items().forEach(list::add);
		show(text);
	}

	/** Returns the list, with a button if the user may browse for files. */
	Panel panel(final GenericDialog dialog, final String label, final boolean browses) {
		final Panel panel = new Panel(new BorderLayout(5, 0));
		panel.add(list, BorderLayout.CENTER);
		if (!browses) return panel;
		final Panel beside = new Panel(new BorderLayout());
		beside.add(PictureField.browser(dialog, label, NamedPictures::find, path -> list.select(index(path))),
			BorderLayout.NORTH);
		panel.add(beside, BorderLayout.EAST);
		return panel;
	}

	/** What a macro says for the pictures that are selected. */
	String text() {
		final List<String> texts = new ArrayList<>();
		Arrays.asList(list.getSelectedItems()).forEach(item -> texts.add(pictures.text(item)));
		return NameList.join(texts);
	}

	/** Selects pictures and no others, and offers those that are new. */
	void show(final String text) {
		for (final int index : list.getSelectedIndexes()) {
			list.deselect(index);
		}
		NameList.split(text, name -> pictures.has(name) || NamedPictures.exists(name)).forEach(name -> list.select(index(
			name)));
	}

	/** Returns the place of a picture in the list, which gets it if it is new. */
	private int index(final String text) {
		final String item = pictures.item(text);
		if (pictures.items().size() > list.getItemCount()) list.add(item);
		return new ArrayList<>(pictures.items()).indexOf(item);
	}
}
