package net.neuralstyle.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.util.ArrayList;
import java.util.List;

/** The images that are open in ImageJ, in windows or in the batch mode of a macro. */
final class OpenImages {

	private OpenImages() {
		// NB: Not instantiable.
	}

	/** Finds an image by title or by ID; null if there is none. */
	static ImagePlus find(final String titleOrId) {
		final ImagePlus image = WindowManager.getImage(titleOrId);
		if (image != null || !titleOrId.matches("-[0-9]{1,9}")) return image;
		return WindowManager.getImage(Integer.parseInt(titleOrId));
	}

	/** The image that a user or macro has before it; null if there is none. */
	static ImagePlus active() {
		// NB: ImageJ keeps a macro's active image for the macro's thread, and this may be another one. There it
		// prefers windows; a macro in batch mode means the image that it opened or selected last.
		final ImagePlus ofMacro = WindowManager.getTempCurrentImage() == null ? Interpreter.getLastBatchModeImage() : null;
		return ofMacro == null ? WindowManager.getCurrentImage() : ofMacro;
	}

	/**
	 * What dialogs offer: the active image, and of the others the one that was opened last, results only if there is
	 * nothing else; fewer if there are not two.
	 */
	static List<ImagePlus> preselected() {
		final List<ImagePlus> images = new ArrayList<>();
		final List<ImagePlus> results = new ArrayList<>();
		final ImagePlus active = active();
		if (active != null) images.add(active);
		final int[] all = WindowManager.getIDList();
		for (int i = all == null ? -1 : all.length - 1; i >= 0; i--) {
			final ImagePlus other = WindowManager.getImage(all[i]);
			if (other != null && other != active) (ResultImage.isResult(other) ? results : images).add(other);
		}
		images.addAll(results);
		return images.subList(0, Math.min(2, images.size()));
	}

	/**
	 * Returns the sentence for a user who has too few images open.
	 *
	 * @param open how many there are, 0 or 1
	 */
	static String missing(final int open) {
		return open == 0 ? "There is no image open: open one for the style and one for the content first."
			: "There is only one image open: open another one, for the style or the content, first.";
	}
}
