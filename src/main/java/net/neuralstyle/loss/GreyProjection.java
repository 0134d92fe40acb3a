package net.neuralstyle.loss;

import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Leaves grey images grey: every colour of a pixel gets the mean of the pixel's gradient. Owns its tensors. */
public final class GreyProjection implements Projection, AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final INDArray colours;
	private final INDArray means;
	private final Operation average;

	/** @param pixels of the image */
	public GreyProjection(final long pixels) {
		colours = scope.zeros(pixels, VggImage.CHANNELS);
		means = scope.zeros(pixels, VggImage.CHANNELS);
		final INDArray mean = scope.zeros(VggImage.CHANNELS, VggImage.CHANNELS);
		mean.assign(1.0 / VggImage.CHANNELS);
		average = scope.operation("matmul", new INDArray[] { colours, mean }, means, new long[] { 0, 0, 0 }, 1, 0);
	}

	@Override
	public void apply(final INDArray gradient) {
		colours.assign(gradient.reshape(colours.shape()));
		average.run();
		gradient.assign(means.reshape(gradient.shape()));
	}

	@Override
	public void close() {
		scope.close();
	}
}
