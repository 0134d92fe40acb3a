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
import ij.gui.MultiLineLabel;

import java.awt.BorderLayout;
import java.awt.Canvas;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** A place beside a dialog's fields for a preview, which takes no room as long as there is none. */
public final class PreviewPanel {

	/** Longer side of a preview, in pixels. */
	public static final int LONGER_SIDE = 240;

	/** Characters in a line of what is said of it. */
	private static final int COLUMNS = 34;
	/** Of the dialog's grid, farther right than any field. */
	private static final int COLUMN = 16;

	private final GenericDialog dialog;
	private final Panel panel = new Panel(new BorderLayout(0, 4));
	private final PictureCanvas canvas = new PictureCanvas();
	private final MultiLineLabel caption = new MultiLineLabel("");

	/** @param dialog gets the place; its fields are there already */
	public PreviewPanel(final GenericDialog dialog) {
		this.dialog = dialog;
		panel.add(canvas, BorderLayout.NORTH);
		panel.add(caption, BorderLayout.CENTER);
		panel.setVisible(false);
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = COLUMN;
		place.gridy = 0;
		place.gridheight = GridBagConstraints.REMAINDER;
		place.anchor = GridBagConstraints.NORTHWEST;
		place.insets = new Insets(0, 16, 0, 0);
		((GridBagLayout) dialog.getLayout()).setConstraints(panel, place);
		dialog.add(panel);
		// NB: A preview may come after the dialog has taken its size, but before it is there.
		dialog.addWindowListener(new WindowAdapter() {

			@Override
			public void windowOpened(final WindowEvent event) {
				if (isShown()) fit();
			}
		});
	}

	/** Shows a preview, or none; on the event thread. */
	public void show(final Optional<Preview> preview) {
		if (preview.isEmpty() && !panel.isVisible()) return;
		preview.ifPresent(shown -> {
			canvas.show(shown.picture());
			caption.setText(WrappedText.of(shown.caption(), COLUMNS));
		});
		panel.setVisible(preview.isPresent());
		if (dialog.isShowing()) fit();
	}

	/** Whether there is a preview. */
	boolean isShown() {
		return panel.isVisible();
	}

	// -- Helper methods --

	/** Gives the dialog the size that it needs now, and keeps it on the screen. */
	private void fit() {
		panel.invalidate();
		final Dimension needed = dialog.getPreferredSize();
		if (!needed.equals(dialog.getSize())) dialog.pack();
		final Rectangle screen = dialog.getGraphicsConfiguration().getBounds();
		final int left = Math.max(screen.x, Math.min(dialog.getX(), screen.x + screen.width - dialog.getWidth()));
		if (left != dialog.getX()) dialog.setLocation(left, dialog.getY());
	}

	/** A picture as large as it is. */
	private static final class PictureCanvas extends Canvas {

		private static final long serialVersionUID = 1L;

		private transient BufferedImage picture;

		private void show(final BufferedImage shown) {
			picture = shown;
			invalidate();
			repaint();
		}

		@Override
		public Dimension getPreferredSize() {
			return picture == null ? new Dimension() : new Dimension(picture.getWidth(), picture.getHeight());
		}

		@Override
		public Dimension getMinimumSize() {
			return getPreferredSize();
		}

		@Override
		public void paint(final Graphics graphics) {
			if (picture != null) graphics.drawImage(picture, 0, 0, null);
		}
	}
}
