package net.neuralstyle.image;

/**
 * Resizes maps of weights, rows and columns one after the other: where an axis
 * shrinks, a pixel becomes the mean of the area that it covers, and where it
 * grows, pixels between the old ones are interpolated linearly. No value leaves
 * the range of the source's, but for rounding.
 */
final class AreaResampling {

	private AreaResampling() {
		// NB: Not instantiable.
	}

	/**
	 * Resamples a map.
	 *
	 * @param values [H, W] of the source size; not modified
	 * @return [H, W] of the target size
	 */
	static float[] resample(final float[] values, final ImageSize source, final ImageSize target) {
		final float[] wide = taps(source.width(), target.width()).alongRows(values, source.height(), 1);
		return taps(source.height(), target.height()).alongColumns(wide, target.width());
	}

	private static Taps taps(final int sourceLength, final int targetLength) {
		if (targetLength > sourceLength) return new Taps(sourceLength, targetLength, 1, d -> 1 - Math.abs(d));
		// NB: A source pixel is one wide, and counts by as much of it as lies in the area.
		final double half = 0.5 * sourceLength / targetLength;
		return new Taps(sourceLength, targetLength, half + 0.5, //
			d -> Math.max(0, Math.min(half, d + 0.5) - Math.max(-half, d - 0.5)));
	}
}
