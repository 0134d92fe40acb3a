package net.neuralstyle.picture;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** How a camera was held, as EXIF numbers it: 1 is upright, 2 to 8 are turned or mirrored. */
final class Orientation {

	private Orientation() {
		// NB: Not instantiable.
	}

	/**
	 * Sets a picture upright.
	 *
	 * @param orientation other numbers than 2 to 8 change nothing
	 * @return another object if width and height change places
	 */
	static ImageProcessor upright(final ImageProcessor pixels, final int orientation) {
		final boolean turned = orientation >= 5 && orientation <= 8;
		final ImageProcessor result = turned ? orientation == 8 ? pixels.rotateLeft() : pixels.rotateRight() : pixels;
		if (orientation == 2 || orientation == 3 || orientation == 5) result.flipHorizontal();
		if (orientation == 3 || orientation == 4 || orientation == 7) result.flipVertical();
		if (turned && !(pixels instanceof ColorProcessor)) result.setMinAndMax(pixels.getMin(), pixels.getMax());
		return result;
	}
}
