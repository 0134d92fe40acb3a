package net.neuralstyle.imagej;

import ij.IJ;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import net.neuralstyle.weights.PublishedWeights;
import net.neuralstyle.weights.WeightsCache;

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
		final String fixed = System.getProperty(PROPERTY, "");
		if (!fixed.isEmpty()) return new WeightsCache(Paths.get(fixed));
		final String chosen = preferences.get(WeightsFolder.class, CHOSEN, "");
		if (!chosen.isEmpty()) return new WeightsCache(Paths.get(chosen));
		final WeightsCache ofImageJ = ofImageJ();
		return ofImageJ == null ? WeightsCache.ofUser() : ofImageJ;
	}

	/**
	 * Remembers the user's choice.
	 *
	 * @param folder null for none
	 */
	void choose(final Path folder) {
		preferences.put(WeightsFolder.class, CHOSEN, folder == null ? "" : folder.toAbsolutePath().toString());
	}

	// -- Helper methods --

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
