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

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Container;
import java.awt.FileDialog;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

import net.neuralstyle.StyleTransferException;

/**
 * A choice of what can be seen, pictures of styles or networks, in a dialog, with a small picture of the one that is
 * chosen and, where any file will do, a button to browse for one.
 */
final class PictureField {

	private final GenericDialog dialog;
	private final String label;
	private final OfferedPictures pictures;
	private final Function<String, ImagePlus> finder;
	private final Choice choice;
	private final Thumbnail thumbnail = new Thumbnail();

	/**
	 * Adds the field.
	 *
	 * @param names what macros say for the pictures that are offered
	 * @param text what a macro says for the one that is chosen
	 * @param browses whether there is a button to browse for others
	 * @param finder returns what one looks like by what a macro says for it, null if that is not known; throws a
	 *          {@link StyleTransferException} if there is none
	 */
	PictureField(final GenericDialog dialog, final String label, final Collection<String> names, final String text,
		final boolean browses, final Function<String, ImagePlus> finder)
	{
		this.dialog = dialog;
		this.label = label;
		this.finder = finder;
		pictures = new OfferedPictures(names);
		final String item = pictures.item(text);
		dialog.addChoice(label, pictures.items().toArray(new String[0]), item);
		choice = (Choice) dialog.getChoices().lastElement();
		choice.addItemListener(event -> showPicture());
		if (browses) addButton();
		addThumbnail();
		showPicture();
	}

	/** What a macro says for the picture that is chosen. */
	String text() {
		return pictures.text(choice.getSelectedItem());
	}

	/** Chooses a picture, and offers it if it is new. */
	void show(final String text) {
		final String item = pictures.item(text);
		if (pictures.items().size() > choice.getItemCount()) choice.add(item);
		choice.select(item);
		showPicture();
	}

	/**
	 * Returns a button that lets the user browse for a file.
	 *
	 * @param finder as the constructor takes it
	 */
	static Button browser(final GenericDialog dialog, final String title, final Function<String, ImagePlus> finder,
		final Consumer<String> taker)
	{
		final Button button = new Button("Browse...");
		button.addActionListener(event -> {
			final FileDialog browser = new FileDialog(dialog, title);
			browser.setVisible(true);
			if (browser.getFile() == null) return;
			final String path = browser.getDirectory() + browser.getFile();
			try {
				finder.apply(path);
				taker.accept(path);
				// NB: Nobody else tells the dialog's listeners.
				dialog.textValueChanged(null);
			}
			catch (final StyleTransferException exc) {
				IJ.showMessage(dialog.getTitle(), WrappedText.of(exc.getMessage()));
			}
		});
		return button;
	}

	// -- Helper methods --

	/** Puts the button beside the choice. */
	private void addButton() {
		final Container parent = choice.getParent();
		final GridBagLayout layout = (GridBagLayout) parent.getLayout();
		final GridBagConstraints place = layout.getConstraints(choice);
		parent.remove(choice);
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(choice);
		panel.add(browser(dialog, label, finder, this::show));
		parent.add(panel, place);
	}

	/** Puts the picture under the choice. */
	private void addThumbnail() {
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(thumbnail);
		dialog.addPanel(panel, GridBagConstraints.WEST, new Insets(2, 0, 4, 0));
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(panel);
		place.gridx = 1;
		place.gridwidth = 1;
		layout.setConstraints(panel, place);
	}

	private void showPicture() {
		try {
			thumbnail.show(finder.apply(text()));
		}
		catch (final StyleTransferException exc) {
			// NB: The image was closed, or the file is gone; who accepts the dialog hears of it.
			thumbnail.show(null);
		}
	}
}
