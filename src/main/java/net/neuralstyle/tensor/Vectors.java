package net.neuralstyle.tensor;

import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arithmetic on contiguous float32 tensors of equal length, whatever their
 * shape. Sums are taken by BLAS, whose many partial sums keep float32 rounding
 * near 1e-7 where a plain running sum over an image would lose digits.
 */
public final class Vectors {

	private Vectors() {
		// NB: Not instantiable.
	}

	/** Returns the sum of a[i] * b[i]. Waits for the device. */
	public static double dot(final INDArray a, final INDArray b) {
		return blas().dot(a.length(), 1, a, b);
	}

	/** Returns the Euclidean length. Waits for the device. */
	public static double norm(final INDArray a) {
		return Math.sqrt(dot(a, a));
	}

	/** Computes y += factor * x. */
	public static void addScaled(final INDArray y, final double factor, final INDArray x) {
		blas().axpy(x.length(), factor, x, y);
	}

	private static Level1 blas() {
		return Nd4j.getBlasWrapper().level1();
	}
}
