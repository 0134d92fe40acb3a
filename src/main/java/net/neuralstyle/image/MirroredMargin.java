package net.neuralstyle.image;

/** Puts a margin around an image in which it is mirrored, the outermost pixels not repeated. */
final class MirroredMargin {

	private MirroredMargin() {
		// NB: Not instantiable.
	}

	/**
	 * Returns an image with its margin.
	 *
	 * @param values [H, W, channels]
	 * @param margin on each side, in pixels; less than each side of the image
	 * @return [H + 2 margin, W + 2 margin, channels]
	 */
	static float[] around(final float[] values, final ImageSize size, final int channels, final int margin) {
		final ImageSize larger = size.withMargin(margin);
		final float[] result = new float[Math.toIntExact(larger.pixels() * channels)];
		for (int y = 0, i = 0; y < larger.height(); y++) {
			final int row = mirrored(y - margin, size.height()) * size.width();
			for (int x = 0; x < larger.width(); x++, i += channels) {
				System.arraycopy(values, (row + mirrored(x - margin, size.width())) * channels, result, i, channels);
			}
		}
		return result;
	}

	private static int mirrored(final int position, final int length) {
		if (position < 0) return -position;
		return position < length ? position : 2 * (length - 1) - position;
	}
}
