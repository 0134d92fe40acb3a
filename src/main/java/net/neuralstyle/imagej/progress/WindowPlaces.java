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

package net.neuralstyle.imagej.progress;

import ij.gui.GUI;

import java.awt.Rectangle;
import java.awt.Window;

/** Puts windows where they hide no others. */
public final class WindowPlaces {

	private WindowPlaces() {
		// NB: Not instantiable.
	}

	/** Moves a window below another one, or, if the screen ends there, to its right or left. */
	static void placeBelow(final Window window, final Window other) {
		if (window == null || other == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(other);
		final int bottom = other.getY() + other.getHeight();
		if (bottom + window.getHeight() <= screen.y + screen.height) window.setLocation(other.getX(), bottom);
		else placeBeside(window, other);
	}

	/** Moves a window to the right or left of another one; where neither has room, to the side that has more. */
	public static void placeBeside(final Window window, final Window other) {
		if (other == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(other);
		final Rectangle taken = other.getBounds();
		final int right = screen.x + screen.width - (taken.x + taken.width);
		final int left = taken.x - screen.x;
		final int lowest = screen.y + screen.height - window.getHeight();
		if (right >= window.getWidth()) window.setLocation(taken.x + taken.width, Math.min(taken.y, lowest));
		else if (left >= window.getWidth()) window.setLocation(taken.x - window.getWidth(), Math.min(taken.y, lowest));
		else window.setLocation(right > left ? screen.x + screen.width - window.getWidth() : screen.x, Math.min(taken.y +
			taken.height, lowest));
	}
}
