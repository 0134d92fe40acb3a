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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.weights.download.PublishedWeights;
import net.neuralstyle.weights.download.WeightsCache;

import org.scijava.prefs.PrefService;

/**
 * Decides where downloaded weights are kept. In this order: the system property
 * {@value #PROPERTY}; the folder that the user has chosen; the folder
 * {@code models} of ImageJ, where other plugins keep theirs, if it has the weights
 * already or can be written; the user's cache folder.
 */
final class WeightsFolder {

	/** System property that names the folder, for installations shared by many users. */
	static final String PROPERTY = "neuralstyle.weights.folder";

	private static final String CHOSEN = "folder";

	private final PrefService preferences;

	WeightsFolder(final PrefService preferences) {
		this.preferences = preferences;
	}

	/** The weights kept in the folder that is to be used now. */
	WeightsCache cache() {
		if (isFixed()) return new WeightsCache(Paths.get(System.getProperty(PROPERTY)));
		final String chosen = preferences.get(WeightsFolder.class, CHOSEN, "");
		if (!chosen.isEmpty()) return new WeightsCache(Paths.get(chosen));
		final WeightsCache ofImageJ = ofImageJ();
		return ofImageJ == null ? WeightsCache.ofUser() : ofImageJ;
	}

	/**
	 * Remembers the user's choice, and makes the folder if there is none.
	 *
	 * @throws StyleTransferException if it cannot be used; the choice before stays
	 */
	void choose(final Path folder) {
		final Path wanted = folder.toAbsolutePath();
		final Path current = cache().folder();
		if (wanted.equals(current)) return;
		if (isFixed()) {
			throw new StyleTransferException("The folder is fixed to " + current + " by the system property " + PROPERTY +
				": start Java without it to choose another one.");
		}
		checkWritable(wanted);
		preferences.put(WeightsFolder.class, CHOSEN, wanted.toString());
	}

	/** Goes back to the folder that is used when none was chosen. */
	void forget() {
		preferences.put(WeightsFolder.class, CHOSEN, "");
	}

	// -- Helper methods --

	private static boolean isFixed() {
		return !System.getProperty(PROPERTY, "").isEmpty();
	}

	private static void checkWritable(final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new StyleTransferException(folder + " is a file: give a folder for the weights.");
		}
		try {
			// NB: Permissions alone do not tell, for instance on a disk that can only be read.
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, "test", null));
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The folder " + folder +
				" cannot be written: choose another one, or change its permissions.", exc);
		}
	}

	/** Returns null if ImageJ has no folder of its own, or one that is of no use. */
	private static WeightsCache ofImageJ() {
		final String imageJ = IJ.getDirectory("imagej");
		// NB: Where ImageJ is only a library, it takes the current folder for its own.
		if (imageJ == null || !Files.isDirectory(Paths.get(imageJ, "plugins"))) return null;
		final Path models = Paths.get(imageJ, "models");
		final WeightsCache cache = new WeightsCache(models.resolve("neural-style-transfer"));
		Path existing = cache.folder();
		while (existing != null && !Files.exists(existing)) {
			existing = existing.getParent();
		}
		return cache.has(PublishedWeights.VGG16) || existing != null && Files.isWritable(existing) ? cache : null;
	}
}
