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
import java.util.List;
import java.util.NoSuchElementException;

import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.ConvolutionWeights;
import net.neuralstyle.weights.NetworkWeights;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network's weights on the device, prepared once and shared by feature
 * networks of every image size. Owns the tensors; close it after the networks
 * that use it.
 */
public final class NetworkParameters implements AutoCloseable {

	private final TensorScope scope = new TensorScope();
	private final List<List<Convolution>> blocks = new ArrayList<>();
	private final Pooling pooling;

	/** The network as VGG was trained, with the largest values of its poolings. */
	public NetworkParameters(final NetworkWeights weights) {
		this(weights, Pooling.MAX);
	}

	/** @param pooling how feature maps are halved */
	public NetworkParameters(final NetworkWeights weights, final Pooling pooling) {
		this.pooling = pooling;
		for (final List<ConvolutionWeights> block : weights.blocks()) {
			final List<Convolution> convolutions = new ArrayList<>();
			for (final ConvolutionWeights convolution : block) {
				convolutions.add(new Convolution(convolution, scope));
			}
			blocks.add(convolutions);
		}
	}

	/**
	 * Returns how many channels a layer's feature map has.
	 *
	 * @throws NoSuchElementException if the network has no layer of such a name
	 */
	public int channels(final String layerName) {
		return blocks.stream().flatMap(List::stream).filter(convolution -> convolution.name.equals(layerName)).findFirst()
			.orElseThrow(() -> new NoSuchElementException("The network has no layer " + layerName + ".")).outputChannels;
	}

	/** How feature maps are halved. */
	Pooling pooling() {
		return pooling;
	}

	/** The convolutions of each block. */
	List<List<Convolution>> blocks() {
		return blocks;
	}

	@Override
	public void close() {
		scope.close();
	}

	/** One convolution's tensors. */
	static final class Convolution {

		final String name;
		final int inputChannels;
		final int outputChannels;
		/** [3, 3, in, out] */
		final INDArray kernel;
		/** [out] */
		final INDArray bias;
		/**
		 * The kernel flipped in space with its channels swapped, [3, 3, out, in]: a
		 * forward convolution of the output's gradient with it is the input's
		 * gradient, as the convolution has stride 1 and same-size padding.
		 */
		final INDArray backwardKernel;

		private Convolution(final ConvolutionWeights weights, final TensorScope scope) {
			name = weights.name();
			inputChannels = weights.inputChannels();
			outputChannels = weights.outputChannels();
			final int side = ConvolutionWeights.KERNEL_SIDE;
			kernel = scope.tensor(weights.kernel(), side, side, inputChannels, outputChannels);
			bias = scope.tensor(weights.bias(), outputChannels);
			backwardKernel = scope.zeros(side, side, outputChannels, inputChannels);
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x++) {
					tap(backwardKernel, side - 1 - y, side - 1 - x).assign(tap(kernel, y, x).transpose());
				}
			}
		}

		private static INDArray tap(final INDArray kernel, final int y, final int x) {
			return kernel.get(NDArrayIndex.point(y), NDArrayIndex.point(x), NDArrayIndex.all(), NDArrayIndex.all());
		}
	}
}
