package net.neuralstyle;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;

/** One level of the pyramid of a style transfer: the image in one size. Immutable. */
public final class StyleTransferLevel {

	private final int number;
	private final int count;
	private final int evaluations;
	private final Tiling tiling;

	StyleTransferLevel(final int number, final int count, final int evaluations, final Tiling tiling) {
		this.number = number;
		this.count = count;
		this.evaluations = evaluations;
		this.tiling = tiling;
	}

	/** Which level this is, from 1, the smallest. */
	public int number() {
		return number;
	}

	/** How many levels the pyramid has. */
	public int count() {
		return count;
	}

	/** The level's share of the evaluations that were asked for; fewer are made if it converges before. */
	public int evaluations() {
		return evaluations;
	}

	/** The size at which the image is computed. */
	public ImageSize size() {
		return tiling.image();
	}

	/** How the image is cut into what is computed at once. */
	public Tiling tiling() {
		return tiling;
	}
}
