package net.neuralstyle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network of VGG topology (Simonyan and Zisserman, 2015) without its top, for
 * images of one size: computes feature maps, and the gradient with respect to
 * the pixels of any function of them.
 * <p>
 * All buffers and operations are made in the constructor; running allocates
 * nothing. The weights are constants, so their gradient is never computed.
 * Layers deeper than the deepest one asked for are left out. Owns its buffers;
 * {@link NetworkParameters} stay with whoever made them. Not thread-safe.
 * </p>
 */
public final class FeatureNetwork implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final INDArray input;
	private final INDArray inputGradient;
	private final List<Layer> layers = new ArrayList<>();

	private FeatureNetwork(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames,
		final boolean backward)
	{
		this.size = size;
		final Plan plan = new Plan(parameters, size, layerNames);
		input = scope.zeros(1, size.height(), size.width(), VggImage.CHANNELS);
		inputGradient = backward ? scope.zeros(input.shape()) : null;

		// NB: Backward, a gradient is read once, by the layer before it: two
		// buffers of the largest map's length take turns.
		final INDArray[] gradients = new INDArray[2];
		if (backward) {
			for (int i = 0; i < gradients.length; i++) {
				gradients[i] = scope.zeros(plan.largestOutput);
			}
		}

		INDArray previous = input;
		INDArray previousGradient = inputGradient;
		for (final Plan.Step step : plan.steps) {
			final INDArray output = scope.zeros(step.shape);
			final INDArray gradient = backward ? part(gradients[layers.size() % 2], step.shape) : null;
			layers.add(step.convolution == null //
				? new PoolingLayer(step.name, previous, output, gradient, previousGradient, scope) //
				: new ConvolutionLayer(step.convolution, previous, output, gradient, previousGradient, scope));
			previous = output;
			previousGradient = gradient;
		}
	}

	/**
	 * Makes a network that computes feature maps.
	 *
	 * @param size of the images
	 * @param layerNames the layers whose maps will be asked for
	 * @throws NoSuchElementException if the network has no layer of such a name
	 * @throws IllegalArgumentException if the image is so small that pooling
	 *           leaves nothing of it for a layer asked for
	 */
	public static FeatureNetwork forward(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames)
	{
		return new FeatureNetwork(parameters, size, layerNames, false);
	}

	/** Makes a network that computes feature maps and gradients; parameters as for {@link #forward}. */
	public static FeatureNetwork withGradient(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames)
	{
		return new FeatureNetwork(parameters, size, layerNames, true);
	}

	// -- FeatureNetwork methods --

	/** Size of the images this network reads. */
	public ImageSize size() {
		return size;
	}

	/**
	 * Computes all feature maps.
	 *
	 * @param pixels [1, H, W, 3] or any shape with as many values in that order,
	 *          as {@link VggImage} describes them; copied
	 */
	public void run(final INDArray pixels) {
		input.assign(pixels.reshape(input.shape()));
		layers.forEach(Layer::forward);
	}

	/**
	 * Returns a layer's feature map after its ReLU: a view, [H * W, C], a row for
	 * each position, that always shows the last {@link #run(INDArray)} and is used
	 * up by {@link #gradient}.
	 */
	public INDArray featureMap(final String layerName) {
		return positions(layer(layerName).output());
	}

	/**
	 * Returns the tensor, [H * W, C], to which the sources given to
	 * {@link #gradient} add a function's gradient with respect to the layer's
	 * feature map.
	 */
	public INDArray featureGradient(final String layerName) {
		return positions(layer(layerName).outputGradient());
	}

	/**
	 * Computes the gradient with respect to the pixels of a function of the
	 * feature maps, by back-propagation.
	 *
	 * @param sources for each layer that the function depends on, what adds the
	 *          function's gradient with respect to that layer's feature map to
	 *          {@link #featureGradient}
	 * @return [1, H, W, 3], owned by this network and overwritten by the next call
	 */
	public INDArray gradient(final Map<String, Runnable> sources) {
		boolean started = false;
		for (int i = layers.size() - 1; i >= 0; i--) {
			final Layer layer = layers.get(i);
			final Runnable source = sources.get(layer.name());
			if (!started && source == null) continue;
			if (!started) layer.outputGradient().assign(0);
			started = true;
			if (source != null) source.run();
			layer.backward();
		}
		if (!started) inputGradient.assign(0);
		return inputGradient;
	}

	/** The layers from the pixels on. */
	List<Layer> layers() {
		return layers;
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	private Layer layer(final String name) {
		return layers.stream().filter(layer -> layer.name().equals(name)).findFirst() //
			.orElseThrow(() -> new NoSuchElementException("The network has no layer " + name + "."));
	}

	private static INDArray positions(final INDArray map) {
		return map.reshape(map.size(1) * map.size(2), map.size(3));
	}

	private static INDArray part(final INDArray buffer, final long[] shape) {
		long length = 1;
		for (final long side : shape) {
			length *= side;
		}
		return buffer.get(NDArrayIndex.interval(0, length)).reshape('c', shape);
	}

	/** The steps to the deepest layer asked for, with the shapes of their outputs. */
	private static final class Plan {

		private final List<Step> steps = new ArrayList<>();
		private long largestOutput;

		private Plan(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames) {
			final List<String> missing = new ArrayList<>(layerNames);
			long height = size.height();
			long width = size.width();
			long channels = VggImage.CHANNELS;
			int block = 0;
			for (final List<NetworkParameters.Convolution> convolutions : parameters.blocks()) {
				if (block > 0 && !missing.isEmpty()) {
					height /= 2;
					width /= 2;
					if (height == 0 || width == 0) {
						throw new IllegalArgumentException("An image of " + size + " pixels is too small for layer " +
							missing.get(0) + ".");
					}
					add(new Step("block" + block + "_pool", null, height, width, channels));
				}
				block++;
				for (final NetworkParameters.Convolution convolution : convolutions) {
					if (missing.isEmpty()) break;
					channels = convolution.outputChannels;
					add(new Step(convolution.name, convolution, height, width, channels));
					missing.removeIf(convolution.name::equals);
				}
			}
			if (!missing.isEmpty()) {
				throw new NoSuchElementException("The network has no layer " + missing.get(0) + ".");
			}
		}

		private void add(final Step step) {
			steps.add(step);
			largestOutput = Math.max(largestOutput, step.shape[1] * step.shape[2] * step.shape[3]);
		}

		private static final class Step {

			private final String name;
			/** Null for a pooling. */
			private final NetworkParameters.Convolution convolution;
			private final long[] shape;

			private Step(final String name, final NetworkParameters.Convolution convolution, final long height,
				final long width, final long channels)
			{
				this.name = name;
				this.convolution = convolution;
				shape = new long[] { 1, height, width, channels };
			}
		}
	}
}
