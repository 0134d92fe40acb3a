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
import ij.process.ColorProcessor;

import java.awt.Canvas;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Image;

/** A small picture of an image, or an empty place. */
final class Thumbnail extends Canvas {

	private static final long serialVersionUID = 1L;

	/** The longest sides, in pixels. */
	private static final int WIDTH = 128;
	private static final int HEIGHT = 80;

	private transient Image picture;

	Thumbnail() {
		setSize(WIDTH, HEIGHT);
	}

	/** Shows an image, as it is displayed now; none if it is null. */
	void show(final ImagePlus image) {
		picture = image == null ? null : scaled(image);
		repaint();
	}

	/** What is shown, null if nothing is. */
	Image picture() {
		return picture;
	}

	@Override
	public Dimension getPreferredSize() {
		return new Dimension(WIDTH, HEIGHT);
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	@Override
	public void paint(final Graphics graphics) {
		if (picture != null) graphics.drawImage(picture, 0, 0, null);
	}

	private static Image scaled(final ImagePlus image) {
		final double factor = Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight());
		final int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
		final int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
		// NB: ImageJ's own way averages; Java's would return before the picture is there.
		return new ColorProcessor(image.getImage()).resize(width, height, true).createImage();
	}
}
