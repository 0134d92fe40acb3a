package net.neuralstyle.image;

/**
 * Resizes images by cubic convolution with a = -1/2 (R. Keys, "Cubic convolution
 * interpolation for digital image processing", IEEE Trans. ASSP 29, 1981,
 * doi:10.1109/TASSP.1981.1163711), rows and columns one after the other. When an
 * image shrinks, the kernel widens with the factor, so that fine detail is
 * averaged away and does not turn into moire. Pixels beyond the border do not
 * count: the remaining weights are normalised.
 */
final class BicubicResampling {

	private BicubicResampling() {
		// NB: Not instantiable.
	}

	/**
	 * Resamples interleaved values.
	 *
	 * @param values [H, W, channels] of the source size; not modified
	 * @return [H, W, channels] of the target size
	 */
	static float[] resample(final float[] values, final ImageSize source, final ImageSize target, final int channels) {
		final float[] wide = alongRows(values, source.height(), new Taps(source.width(), target.width()), channels);
		return alongColumns(wide, target.width() * channels, new Taps(source.height(), target.height()));
	}

	private static float[] alongRows(final float[] values, final int height, final Taps taps, final int channels) {
		final float[] result = new float[Math.toIntExact((long) height * taps.targetLength * channels)];
		int out = 0;
		for (int y = 0; y < height; y++) {
			final int row = y * taps.sourceLength * channels;
			for (int x = 0; x < taps.targetLength; x++) {
				final float[] weights = taps.weights[x];
				final int start = row + taps.first[x] * channels;
				for (int channel = 0; channel < channels; channel++) {
					float sum = 0;
					for (int tap = 0; tap < weights.length; tap++) {
						sum += weights[tap] * values[start + tap * channels + channel];
					}
					result[out++] = sum;
				}
			}
		}
		return result;
	}

	private static float[] alongColumns(final float[] values, final int rowLength, final Taps taps) {
		final float[] result = new float[Math.toIntExact((long) taps.targetLength * rowLength)];
		for (int y = 0; y < taps.targetLength; y++) {
			final float[] weights = taps.weights[y];
			final int out = y * rowLength;
			for (int tap = 0; tap < weights.length; tap++) {
				final float weight = weights[tap];
				final int in = (taps.first[y] + tap) * rowLength;
				for (int i = 0; i < rowLength; i++) {
					result[out + i] += weight * values[in + i];
				}
			}
		}
		return result;
	}

	/** For every position of one target axis, the source positions it reads and their weights. */
	private static final class Taps {

		private final int sourceLength;
		private final int targetLength;
		private final int[] first;
		private final float[][] weights;

		private Taps(final int sourceLength, final int targetLength) {
			this.sourceLength = sourceLength;
			this.targetLength = targetLength;
			first = new int[targetLength];
			weights = new float[targetLength][];
			final double step = (double) sourceLength / targetLength;
			final double stretch = Math.max(1, step);
			for (int i = 0; i < targetLength; i++) {
				final double centre = (i + 0.5) * step - 0.5;
				final int from = Math.max(0, (int) Math.ceil(centre - 2 * stretch));
				final int to = Math.min(sourceLength - 1, (int) Math.floor(centre + 2 * stretch));
				final double[] exact = new double[to - from + 1];
				double sum = 0;
				for (int tap = 0; tap < exact.length; tap++) {
					exact[tap] = kernel((from + tap - centre) / stretch);
					sum += exact[tap];
				}
				first[i] = from;
				weights[i] = new float[exact.length];
				for (int tap = 0; tap < exact.length; tap++) {
					weights[i][tap] = (float) (exact[tap] / sum);
				}
			}
		}

		private static double kernel(final double distance) {
			final double d = Math.abs(distance);
			if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
			if (d < 2) return ((-0.5 * d + 2.5) * d - 4) * d + 2;
			return 0;
		}
	}
}
