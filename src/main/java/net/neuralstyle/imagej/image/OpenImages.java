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

package net.neuralstyle.imagej.image;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.macro.Interpreter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;

/** The images that are open in ImageJ, in windows or in the batch mode of a macro. */
public final class OpenImages {

	private OpenImages() {
		// NB: Not instantiable.
	}

	/** Finds an image by title or by ID; null if there is none. */
	public static ImagePlus find(final String titleOrId) {
		// NB: Of several images with one title, the active one is meant.
		final ImagePlus active = active();
		if (active != null && active.getTitle().equals(titleOrId)) return active;
		final ImagePlus image = WindowManager.getImage(titleOrId);
		if (image != null || !titleOrId.matches("-[0-9]{1,9}")) return image;
		return WindowManager.getImage(Integer.parseInt(titleOrId));
	}

	/**
	 * Finds an image by title or by ID.
	 *
	 * @throws StyleTransferException if there is none; says which there are
	 */
	public static ImagePlus get(final String titleOrId) {
		final ImagePlus image = find(titleOrId);
		if (image != null) return image;
		final List<String> titles = titles();
		throw new StyleTransferException("No open image or file is called \"" + titleOrId + "\": " + (titles.isEmpty()
			? "open it first." : "open are \"" + String.join("\", \"", titles) + "\"."));
	}

	/** The titles of all images. */
	public static List<String> titles() {
		return all().stream().map(ImagePlus::getTitle).collect(Collectors.toList());
	}

	/** The image that a user or macro has before it; null if there is none. */
	public static ImagePlus active() {
		// NB: ImageJ keeps a macro's active image for the macro's thread, and this may be another one. There it
		// prefers windows; a macro in batch mode means the image that it opened or selected last.
		final ImagePlus ofMacro = WindowManager.getTempCurrentImage() == null ? Interpreter.getLastBatchModeImage() : null;
		return ofMacro == null ? WindowManager.getCurrentImage() : ofMacro;
	}

	/**
	 * What dialogs offer: the active image, and of the others the one that was opened last, but no result and no plot;
	 * fewer if there are not two.
	 */
	public static List<ImagePlus> preselected() {
		final List<ImagePlus> images = new ArrayList<>();
		final ImagePlus active = active();
		if (active != null) images.add(active);
		final List<ImagePlus> all = all();
		Collections.reverse(all);
		all.stream().filter(other -> other != active && !ResultImage.isResult(other) && !isPlot(other)).forEach(images::add);
		return images.subList(0, Math.min(2, images.size()));
	}

	/** Adds a number to a title that an open image or table has, before its extension, as ImageJ does. */
	public static String unusedTitle(final String title) {
		final String extension = title.replaceFirst("(?s).*?(\\.[^.\\s]{1,4})?$", "$1");
		final String name = title.substring(0, title.length() - extension.length());
		String result = title;
		// NB: ImageJ's own method overlooks the images that a macro has in batch mode.
		for (int number = 1; WindowManager.getImage(result) != null || WindowManager.getFrame(result) != null; number++) {
			result = name + "-" + number + extension;
		}
		return result;
	}

	/** All images, in the order in which they were opened; a new list. */
	public static List<ImagePlus> all() {
		final List<ImagePlus> images = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		for (int i = 0; ids != null && i < ids.length; i++) {
			final ImagePlus image = WindowManager.getImage(ids[i]);
			if (image != null) images.add(image);
		}
		return images;
	}

	// -- Helper methods --

	private static boolean isPlot(final ImagePlus image) {
		return image.getProperty(Plot.PROPERTY_KEY) != null;
	}
}
