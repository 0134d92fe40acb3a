/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package net.neuralstyle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.BufferLayout;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network of VGG topology (Simonyan and Zisserman, 2015) without its top, for
 * images of one size: computes feature maps, and the gradient with respect to
 * the pixels of any function of them.
 * <p>
 * All buffers and operations are made in the constructor; running allocates
 * nothing. Buffers lie over one another in one block of memory wherever they are
 * needed at different times: a gradient takes the place of maps that are used up.
 * The weights are constants, so their gradient is never computed. Layers deeper
 * than the deepest one asked for are left out. Owns its buffers;
 * {@link NetworkParameters} stay with whoever made them. Not thread-safe.
 * </p>
 */
public final class FeatureNetwork implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final List<String> layerNames;
	private final PaddedMap input;
	private final Runnable clearInputPadding;
	private final INDArray inputGradient;
	private final List<Layer> layers = new ArrayList<>();

	private FeatureNetwork(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames,
		final boolean backward, final INDArray memory)
	{
		this.size = size;
		this.layerNames = List.copyOf(layerNames);
		final NetworkPlan plan = new NetworkPlan(parameters, size, layerNames);
		final BufferLayout layout = plan.layout(backward);
		final INDArray block = memory == null ? scope.zeros(layout.length()) : memory;
		final int firstGradient = 1 + plan.steps().size();
		input = new PaddedMap(block, layout.offset(0), plan.inputShape());
		clearInputPadding = input.paddingCleaner(scope);
		PaddedMap previous = input;
		PaddedMap previousGradient = backward //
			? new PaddedMap(block, layout.offset(firstGradient), plan.inputShape()) : null;
		inputGradient = backward ? previousGradient.image() : null;
		for (int i = 0; i < plan.steps().size(); i++) {
			final NetworkPlan.Step step = plan.steps().get(i);
			final PaddedMap output = new PaddedMap(block, layout.offset(i + 1), step.shape);
			final PaddedMap gradient = backward //
				? new PaddedMap(block, layout.offset(firstGradient + i + 1), step.shape) : null;
			layers.add(step.isPooling() //
				? new PoolingLayer(step.name, parameters.pooling(), previous, output, gradient, previousGradient, scope) //
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
		return new FeatureNetwork(parameters, size, layerNames, false, null);
	}

	/**
	 * As {@link #forward(NetworkParameters, ImageSize, Collection)}, with buffers in
	 * memory that belongs to someone else.
	 *
	 * @param memory vector of at least {@link #length} values. Several networks may
	 *          share it and take turns: what one holds is lost when another one runs.
	 */
	public static FeatureNetwork forward(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames, final INDArray memory)
	{
		return new FeatureNetwork(parameters, size, layerNames, false, memory);
	}

	/** Makes a network that computes feature maps and gradients; parameters as for {@link #forward}. */
	public static FeatureNetwork withGradient(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames)
	{
		return new FeatureNetwork(parameters, size, layerNames, true, null);
	}

	/** Makes a network that computes feature maps and gradients; parameters as for {@link #forward}. */
	public static FeatureNetwork withGradient(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames, final INDArray memory)
	{
		return new FeatureNetwork(parameters, size, layerNames, true, memory);
	}

	/**
	 * Returns how many values the buffers of a network take.
	 *
	 * @param backward whether it computes gradients, too
	 */
	public static long length(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames, final boolean backward)
	{
		return new NetworkPlan(parameters, size, layerNames).layout(backward).length();
	}

	/**
	 * Returns what has to be seen around a part of an image, so that the part's
	 * feature maps come out as those of the whole image.
	 *
	 * @throws NoSuchElementException if the network has no layer of such a name
	 */
	public static Halo halo(final NetworkParameters parameters, final Collection<String> layerNames) {
		return NetworkPlan.halo(parameters, layerNames);
	}

	/** Returns how much memory the buffers of a network {@link #withGradient} take, in bytes. */
	public static long bytes(final NetworkParameters parameters, final ImageSize size,
		final Collection<String> layerNames)
	{
		return Float.BYTES * length(parameters, size, layerNames, true);
	}

	/**
	 * Returns how much memory a layer's feature map takes, in bytes.
	 *
	 * @throws NoSuchElementException if the network has no layer of such a name
	 */
	public static long mapBytes(final NetworkParameters parameters, final ImageSize size, final String layerName) {
		final List<NetworkPlan.Step> steps = new NetworkPlan(parameters, size, List.of(layerName)).steps();
		return Float.BYTES * PaddedMap.length(steps.get(steps.size() - 1).shape);
	}

	// -- FeatureNetwork methods --

	/** Size of the images this network reads. */
	public ImageSize size() {
		return size;
	}

	/** The layers whose maps can be asked for. */
	public List<String> layerNames() {
		return layerNames;
	}

	/** Returns the one of some layers that is furthest from the pixels. */
	public String deepest(final Collection<String> names) {
		return names.stream().max(Comparator.comparingInt(name -> layers.indexOf(layer(name)))).orElseThrow();
	}

	/**
	 * Computes all feature maps.
	 *
	 * @param pixels [1, H, W, 3] or any shape with as many values in that order,
	 *          as {@link VggImage} describes them, and need not be contiguous; copied
	 */
	public void run(final INDArray pixels) {
		runLayers(pixels, layers.size());
	}

	/**
	 * Computes the feature maps from the first layer to the given one; deeper
	 * layers keep what they hold.
	 */
	public void run(final INDArray pixels, final String lastLayer) {
		runLayers(pixels, layers.indexOf(layer(lastLayer)) + 1);
	}

	/**
	 * Returns the feature map, after its ReLU, of a layer that was asked for: a view,
	 * [H * W, C], a row for each position, that always shows the last
	 * {@link #run(INDArray)} and is used up by {@link #gradient}.
	 */
	public INDArray featureMap(final String layerName) {
		return layer(layerName).output().positions();
	}

	/** Returns how many pixels of the image, along each axis, one position of a layer's feature map stands for. */
	public int reduction(final String layerName) {
		final Layer end = layer(layerName);
		int reduction = 1;
		for (final Layer layer : layers) {
			if (layer instanceof PoolingLayer) reduction *= 2;
			if (layer == end) break;
		}
		return reduction;
	}

	/**
	 * Returns the tensor, [H * W, C], to which the sources given to
	 * {@link #gradient} add a function's gradient with respect to the layer's
	 * feature map.
	 */
	public INDArray featureGradient(final String layerName) {
		return layer(layerName).outputGradient().positions();
	}

	/**
	 * Computes the gradient with respect to the pixels of a function of the
	 * feature maps, by back-propagation.
	 *
	 * @param names the layers that the function depends on
	 * @param source called with each of them, the deepest first: adds the function's
	 *          gradient with respect to that layer's feature map to
	 *          {@link #featureGradient}
	 * @return [1, H, W, 3], owned by this network and overwritten when it runs again
	 */
	public INDArray gradient(final Collection<String> names, final Consumer<String> source) {
		boolean started = false;
		for (int i = layers.size() - 1; i >= 0; i--) {
			final Layer layer = layers.get(i);
			final boolean isSource = names.contains(layer.name());
			if (!started && !isSource) continue;
			if (!started) layer.outputGradient().image().assign(0);
			started = true;
			if (isSource) source.accept(layer.name());
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

	private void runLayers(final INDArray pixels, final int count) {
		clearInputPadding.run();
		input.image().reshape(pixels.shape()).assign(pixels);
		layers.subList(0, count).forEach(Layer::forward);
	}

	private Layer layer(final String name) {
		return layers.stream().filter(layer -> layer.name().equals(name)).findFirst() //
			.orElseThrow(() -> new NoSuchElementException("The network has no layer " + name + "."));
	}
}
