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

package net.neuralstyle;

import java.io.IOException;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.weights.WeightsSource;

/**
 * Redraws images in the style of others: L. Gatys, A. Ecker and M. Bethge, "Image
 * style transfer using convolutional neural networks", CVPR 2016, with the total
 * variation of H. Narayanan's notebook and a coarse-to-fine pyramid. See
 * docs/method.md.
 * <p>
 * Needs no ImageJ: content and style are ImgLib2 images of two dimensions, of
 * ARGB or real type (grey values 0..255), or real-typed of three dimensions with
 * red, green and blue in the third. They are read, never written. The same images,
 * network and recipe give the same result, bit for bit, on the same machine.
 * </p>
 * <p>
 * Immutable and safe for use by several threads.
 * </p>
 */
public final class StyleTransfer {

	/** Evaluations of loss and gradient in one iteration. */
	public static final int EVALUATIONS_PER_ITERATION = 20;

	private final WeightsSource network;
	private final Recipe recipe;
	/** Null if there is none. */
	private final StartPainter painter;

	public StyleTransfer(final WeightsSource network, final Recipe recipe) {
		this(network, recipe, null);
	}

	private StyleTransfer(final WeightsSource network, final Recipe recipe, final StartPainter painter) {
		this.network = network;
		this.recipe = recipe;
		this.painter = painter;
	}

	/**
	 * Returns the same style transfer with a network that paints what pictures start from, for recipes whose
	 * {@link net.neuralstyle.recipe.Start} is a network.
	 */
	public StyleTransfer startingWith(final StartPainter startPainter) {
		return new StyleTransfer(network, recipe, startPainter);
	}

	/**
	 * Redraws one image, on the calling thread. All native memory is released when it
	 * ends.
	 *
	 * @param listener is told of the progress and may cancel
	 * @return the picture, as large as the recipe says, and the history of the loss
	 * @throws WrongSettingException if the recipe does not fit the network; says why
	 * @throws StyleTransferException if it cannot be done; says why
	 */
	public <C extends NumericType<C>, S extends NumericType<S>> StyleTransferResult run(
		final RandomAccessibleInterval<C> content, final RandomAccessibleInterval<S> style,
		final StyleTransferListener listener)
	{
		final StyleTransferJob job = StyleTransferJob.of(content);
		return run(job, List.of(Style.of(style)), listener);
	}

	/**
	 * As {@link #run(RandomAccessibleInterval, RandomAccessibleInterval, StyleTransferListener)}, with names or a blend.
	 */
	public StyleTransferResult run(final StyleTransferJob job, final List<Style> styles,
		final StyleTransferListener listener)
	{
		try (StyleTransferSession session = open(styles, MachineShare.all())) {
			return session.run(job, listener);
		}
	}

	/** Opens a session that redraws one image after another, with the whole machine. */
	public StyleTransferSession open(final Style... styles) {
		return open(List.of(styles), MachineShare.all());
	}

	/**
	 * Opens a session that redraws one image after another.
	 *
	 * @param styles at least one; several are blended
	 */
	public StyleTransferSession open(final List<Style> styles, final MachineShare share) {
		return new StyleTransferSession(network, recipe, styles, painter, share);
	}

	/**
	 * Opens the losses that the recipe asks for, of pictures of any sizes.
	 *
	 * @param styles at least one; several are blended
	 * @throws IOException if the weights cannot be read; the message is one sentence for the user
	 * @throws WrongSettingException if the recipe does not fit the network; says why
	 */
	public LossSession losses(final List<Style> styles) throws IOException {
		return new LossSession(network, recipe, styles);
	}
}
