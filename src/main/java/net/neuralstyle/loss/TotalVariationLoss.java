package net.neuralstyle.loss;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The total variation, weight * sum ((x[i,j] - x[i+1,j])^2 + (x[i,j] -
 * x[i,j+1])^2)^1.25 over i &lt; H-1, j &lt; W-1 and channels (Mahendran and Vedaldi,
 * "Understanding deep image representations by inverting them", CVPR 2015,
 * section 3, with beta = 2.5): it keeps the picture free of noise.
 * <p>
 * The image is one long vector here. A pixel's lower neighbour lies one row
 * further, its right neighbour one pixel further, so that shifted views of the
 * vector do; where that runs over the end of a row, a mask takes it out.
 * </p>
 */
final class TotalVariationLoss {

	private final ImageSize size;
	private final double weight;
	private final long length;
	private final long row;
	/** 2.5 * weight, but 0 where a pixel has no right neighbour */
	private final INDArray factors;
	private final INDArray right;
	private final INDArray down;
	private final INDArray squares;
	/** factors * squares^0.25 */
	private final INDArray slopes;
	private final Pow power;
	private final OpExecutioner executioner = Nd4j.getExecutioner();

	/** @param size at least 2 x 2 pixels */
	TotalVariationLoss(final ImageSize size, final double weight, final TensorScope scope) {
		this.size = size;
		this.weight = weight;
		row = (long) size.width() * VggImage.CHANNELS;
		length = (size.height() - 1) * row;
		factors = scope.tensor(factors(), length);
		right = scope.zeros(length);
		down = scope.zeros(length);
		squares = scope.zeros(length);
		slopes = scope.zeros(length);
		power = new Pow(squares, slopes, 0.25);
	}

	/**
	 * Computes the total variation and adds its gradient. Does not wait for the
	 * device.
	 *
	 * @param pixels vector of H * W * 3
	 * @param gradient vector of H * W * 3
	 */
	void addGradient(final INDArray pixels, final INDArray gradient) {
		final INDArray here = shifted(pixels, 0);
		here.subi(shifted(pixels, VggImage.CHANNELS), right);
		here.subi(shifted(pixels, row), down);
		right.muli(right, squares);
		down.muli(down, slopes);
		squares.addi(slopes);
		executioner.exec(power);
		slopes.muli(factors);
		right.muli(slopes);
		down.muli(slopes);
		Vectors.addScaled(shifted(gradient, 0), 1, right);
		Vectors.addScaled(shifted(gradient, 0), 1, down);
		Vectors.addScaled(shifted(gradient, VggImage.CHANNELS), -1, right);
		Vectors.addScaled(shifted(gradient, row), -1, down);
	}

	/**
	 * Returns the weighted total variation of the pixels last given to
	 * {@link #addGradient}. Waits for the device.
	 */
	double value() {
		return Vectors.dot(squares, slopes) / 2.5;
	}

	// -- Helper methods --

	private INDArray shifted(final INDArray vector, final long offset) {
		return vector.get(NDArrayIndex.interval(offset, offset + length));
	}

	private float[] factors() {
		final float[] values = new float[Math.toIntExact(length)];
		for (int i = 0; i < values.length; i++) {
			values[i] = i / VggImage.CHANNELS % size.width() < size.width() - 1 ? (float) (2.5 * weight) : 0;
		}
		return values;
	}
}
