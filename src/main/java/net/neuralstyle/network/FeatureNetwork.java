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

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network of VGG topology (Simonyan and Zisserman, 2015) without its top, for
 * images of one size: computes feature maps, and the gradient with respect to
 * the pixels of any function of them.
 * <p>
 * Made by a {@link NetworkEngine}, with all buffers and operations; running allocates
 * nothing. Buffers lie over one another in one block of memory wherever they are
 * needed at different times: a gradient takes the place of maps that are used up.
 * The weights are constants, so their gradient is never computed. Layers deeper
 * than the deepest one asked for are left out. Owns its buffers; the engine stays with
 * whoever made it. Not thread-safe.
 * </p>
 */
public final class FeatureNetwork implements AutoCloseable {

	private final ImageSize size;
	private final List<String> layerNames;
	private final NetworkInput input;
	private final List<Layer> layers;
	private final MatrixProducts products;
	private final TensorScope scope;

	/**
	 * For engines.
	 *
	 * @param layerNames the layers whose maps can be asked for
	 * @param layers from the pixels to the deepest of these
	 * @param products of matrices that terms compare
	 * @param scope owns all of it; closed with the network
	 */
	public FeatureNetwork(final ImageSize size, final Collection<String> layerNames, final NetworkInput input,
		final List<? extends Layer> layers, final MatrixProducts products, final TensorScope scope)
	{
		this.size = size;
		this.layerNames = List.copyOf(layerNames);
		this.input = input;
		this.layers = List.copyOf(layers);
		this.products = products;
		this.scope = scope;
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

	/** Returns the feature map of a layer that was asked for. */
	public FeatureMap map(final String layerName) {
		return layer(layerName).map();
	}

	/**
	 * Computes the gradient with respect to the pixels of a function of the
	 * feature maps, by back-propagation.
	 *
	 * @param names the layers that the function depends on
	 * @param source called with each of them, the deepest first: adds the function's
	 *          gradient with respect to that layer's feature map to that of its
	 *          {@link #map}
	 * @return [1, H, W, 3], owned by this network and overwritten when it runs again
	 */
	public INDArray gradient(final Collection<String> names, final Consumer<String> source) {
		boolean started = false;
		for (int i = layers.size() - 1; i >= 0; i--) {
			final Layer layer = layers.get(i);
			final boolean isSource = names.contains(layer.name());
			if (!started && !isSource) continue;
			if (!started) layer.map().clearGradient();
			started = true;
			if (isSource) source.accept(layer.name());
			layer.backward();
		}
		if (!started) input.gradient().assign(0);
		return input.gradient();
	}

	/** Multiplies matrices on the device that the network runs on. */
	public MatrixProducts products() {
		return products;
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
		input.set(pixels);
		layers.subList(0, count).forEach(Layer::forward);
	}

	private Layer layer(final String name) {
		return layers.stream().filter(layer -> layer.name().equals(name)).findFirst() //
			.orElseThrow(() -> new NoSuchElementException("The network has no layer " + name + "."));
	}
}
