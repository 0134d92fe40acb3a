package net.neuralstyle;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;

/** One level of the pyramid of a style transfer: the image in one size. Immutable. */
public final class StyleTransferLevel {

	private final int number;
	private final int count;
	private final int evaluations;
	private final ImageSize size;
	private final Tiling tiling;

	StyleTransferLevel(final int number, final int count, final int evaluations, final ImageSize size,
		final Tiling tiling)
	{
		this.number = number;
		this.count = count;
		this.evaluations = evaluations;
		this.size = size;
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

	/** The size at which the image is computed, without the margin around it. */
	public ImageSize size() {
		return size;
	}

	/** How the image, with its margin, is cut into what is computed at once. */
	public Tiling tiling() {
		return tiling;
	}
}
