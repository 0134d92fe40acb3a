package net.neuralstyle.image;

/**
 * A rectangle of an image that is computed at once: a window, and its interior,
 * which is what counts. Around the interior the window has a halo, except where
 * the image ends. Coordinates are pixels of the image. Immutable.
 */
public final class Tile {

	private final Span horizontal;
	private final Span vertical;

	Tile(final Span horizontal, final Span vertical) {
		this.horizontal = horizontal;
		this.vertical = vertical;
	}

	/** First column of the window. */
	public int left() {
		return horizontal.start;
	}

	/** First row of the window. */
	public int top() {
		return vertical.start;
	}

	/**
	 * First column of the interior, counted from the window's left, in a map that
	 * is smaller than the image.
	 *
	 * @param reduction pixels of the image for one position of the map; a divisor
	 *          of the tiling's alignment
	 */
	public int interiorLeft(final int reduction) {
		return (horizontal.from - horizontal.start) / reduction;
	}

	/** First column after the interior; otherwise as {@link #interiorLeft}. */
	public int interiorRight(final int reduction) {
		return (horizontal.to - horizontal.start) / reduction;
	}

	/** First row of the interior; otherwise as {@link #interiorLeft}. */
	public int interiorTop(final int reduction) {
		return (vertical.from - vertical.start) / reduction;
	}

	/** First row after the interior; otherwise as {@link #interiorLeft}. */
	public int interiorBottom(final int reduction) {
		return (vertical.to - vertical.start) / reduction;
	}
}
