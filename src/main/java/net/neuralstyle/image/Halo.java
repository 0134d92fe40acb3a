package net.neuralstyle.image;

/**
 * What a tile has to see beyond its interior, so that the interior comes out as
 * if the whole image had been seen. Immutable.
 */
public final class Halo {

	private final int width;
	private final int alignment;

	/**
	 * @param reach how far a position sees to each side, in pixels
	 * @param alignment pixels for one position of the coarsest map: windows and
	 *          interiors start at multiples of it
	 */
	public Halo(final int reach, final int alignment) {
		this.alignment = alignment;
		width = (reach + alignment - 1) / alignment * alignment;
	}

	/** In pixels; a multiple of the alignment. */
	public int width() {
		return width;
	}

	/** In pixels. */
	public int alignment() {
		return alignment;
	}

	/** Smallest side of a window, of which half is interior, in pixels. */
	public int smallestWindow() {
		return 4 * width + 2 * alignment;
	}
}
