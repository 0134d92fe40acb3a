package net.neuralstyle.image;

/** Width and height of an image in pixels. Immutable. */
public final class ImageSize {

	private final int width;
	private final int height;

	/** @throws IllegalArgumentException if a side is smaller than one pixel */
	public ImageSize(final int width, final int height) {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("An image must be at least 1 x 1 pixels, not " + width + " x " + height);
		}
		this.width = width;
		this.height = height;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int longerSide() {
		return Math.max(width, height);
	}

	public int shorterSide() {
		return Math.min(width, height);
	}

	/** Number of pixels. */
	public long pixels() {
		return (long) width * height;
	}

	/**
	 * Returns the size whose longer side has the given length, with the same
	 * aspect ratio to the nearest pixel.
	 */
	public ImageSize withLongerSide(final int length) {
		final double factor = (double) length / longerSide();
		return new ImageSize(Math.max(1, (int) Math.round(width * factor)), //
			Math.max(1, (int) Math.round(height * factor)));
	}

	/** Returns this size with as many pixels more on each of the four sides. */
	public ImageSize withMargin(final int pixels) {
		return new ImageSize(width + 2 * pixels, height + 2 * pixels);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof ImageSize && ((ImageSize) other).width == width && ((ImageSize) other).height == height;
	}

	@Override
	public int hashCode() {
		return 31 * width + height;
	}

	@Override
	public String toString() {
		return width + "x" + height;
	}
}
