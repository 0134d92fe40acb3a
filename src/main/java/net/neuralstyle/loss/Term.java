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

package net.neuralstyle.loss;

import java.util.Map;

import net.neuralstyle.image.Tile;
import net.neuralstyle.image.VggImage;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One summand of an {@link Objective}, bound to images of one size. Its methods are
 * in the order in which an evaluation calls them. With a single tile nothing but
 * {@link #value()} waits for the device. The buffers belong to the objective's scope.
 */
public interface Term {

	/** What people call the term. */
	String name();

	/**
	 * Takes another content to compare with, between evaluations; may run the network over it.
	 *
	 * @param content of any size
	 */
	default void setContent(final VggImage content) {
		// NB: For terms that know a content.
	}

	/**
	 * Adds the gradient of a term of the pixels themselves.
	 *
	 * @param pixels vector of H * W * 3; not modified
	 * @param gradient vector of H * W * 3
	 */
	default void addPixelGradient(final INDArray pixels, final INDArray gradient) {
		// NB: Most terms look at feature maps only.
	}

	/** Whether the term has to see all tiles before it knows the gradient of any. */
	default boolean gathers() {
		return false;
	}

	/** Forgets what was summed up of another image. */
	default void clear() {
		// NB: For sums over tiles.
	}

	/** Gathers from a tile, which the network has just run over. */
	default void gather(final Tile tile) {
		// NB: For terms that gather.
	}

	/** Compares what was gathered of all tiles with what it should be. */
	default void compare() {
		// NB: For terms that gather.
	}

	/** Prepares for a tile's gradient; may run the network over other pixels. Called only if there are several tiles. */
	default void prepare(final Tile tile) {
		// NB: For terms that compare feature maps position by position.
	}

	/**
	 * Adds the gradient with respect to the feature map of one of the term's layers
	 * to that of the network, for a tile which the network has run over. May wait for
	 * the device if there are several tiles.
	 */
	default void addGradient(final String layer, final Tile tile) {
		// NB: Terms of the pixels have no layers.
	}

	/** The term's value, weighted, all tiles together. Waits for the device. */
	double value();

	/** Each layer's share of the value; empty for a term without layers. Waits for the device. */
	default Map<String, Double> valuePerLayer() {
		return Map.of();
	}
}
