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

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsSource;

/**
 * Redraws one image after another with the same network, recipe and styles. Keeps
 * what they have in common: the weights on the device, and, for images of the last
 * size, the network's buffers and operations and what the styles look like to the
 * network. The bytes of a result do not depend on what was redrawn before.
 * <p>
 * Not safe for use by several threads at once, but by one after the other. Holds
 * native memory until it is closed.
 * </p>
 */
public final class StyleTransferSession implements AutoCloseable {

	private final WeightsSource source;
	private final Recipe recipe;
	private final List<Style> styles;
	/** Null if there is none. */
	private final StartPainter painter;
	private final MachineShare share;
	/** Null before the first run. */
	private String weightsChecksum;
	/** Null before the first run. */
	private Engine engine;
	/** Null before the first run. */
	private SessionMemory memory;
	private boolean closed;

	StyleTransferSession(final WeightsSource source, final Recipe recipe, final List<Style> styles,
		final StartPainter painter, final MachineShare share)
	{
		if (styles.isEmpty()) throw new IllegalArgumentException("At least one style is needed.");
		this.source = source;
		this.recipe = recipe;
		this.styles = List.copyOf(styles);
		this.painter = painter;
		this.share = share;
	}

	/** How the session makes pictures. */
	public Recipe recipe() {
		return recipe;
	}

	/** How much of the machine the session uses. */
	public MachineShare share() {
		return share;
	}

	/**
	 * Redraws an image, on the calling thread.
	 *
	 * @param listener is told of the progress and may cancel
	 * @throws WrongSettingException if the recipe does not fit the network; says why
	 * @throws StyleTransferException if it cannot be done; says why
	 * @throws IllegalStateException if the session is closed
	 */
	public StyleTransferResult run(final StyleTransferJob job, final StyleTransferListener listener) {
		if (closed) throw new IllegalStateException("The session is closed.");
		final ImageSize size = targetSize(recipe, job.content().size());
		check(job, size);
		try {
			return runInItsShare(started(job), size, listener);
		}
		catch (final IOException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
		catch (final OutOfMemoryError exc) {
			throw new StyleTransferException("There is not enough memory for a result of " + size +
				" pixels: choose a smaller size, or give Java more memory with -Xmx.", exc);
		}
		catch (final RuntimeException exc) {
			throw LibraryFailure.explained(exc, size);
		}
	}

	/** Releases all native memory. Closing twice is harmless. */
	@Override
	public void close() {
		closed = true;
		if (memory != null) memory.close();
		memory = null;
	}

	/** The size of the result for a content. */
	static ImageSize targetSize(final Recipe recipe, final ImageSize content) {
		final int longerSide = recipe.get(Settings.SIZE);
		return longerSide == 0 ? content : content.withLongerSide(longerSide);
	}

	// -- Helper methods --

	private void check(final StyleTransferJob job, final ImageSize size) {
		if (job.regionCount() > 0 && job.regionCount() != styles.size()) {
			throw new StyleTransferException("There must be one style for each region, but there " + (styles.size() == 1
				? "is 1 style" : "are " + styles.size() + " styles") + " for " + job.regionCount() + " regions.");
		}
		if (job.former() != null && !job.former().size().equals(size)) {
			throw new IllegalArgumentException("A result of " + size + " pixels cannot go on from one of " + job.former()
				.size() + ".");
		}
		if (recipe.get(Settings.START) == Start.IMAGE && job.start() == null) {
			throw new WrongSettingException("The picture is to start from an image, but none is given: give a start image, or " +
				"start from the content.");
		}
		if (recipe.get(Settings.START) == Start.NETWORK && painter == null) {
			throw new WrongSettingException("The picture is to start from a network's result, but there is no network: give " +
				"one, or start from the content.");
		}
	}

	/** Paints what a job starts from, if it is to start from a network's result. */
	private StyleTransferJob started(final StyleTransferJob job) {
		final boolean goesOn = job.former() != null && recipe.get(Settings.COHERENCE) > 0;
		return recipe.get(Settings.START) == Start.NETWORK && !goesOn ? job.startingFrom(painter.paint(job, recipe, share),
			painter.record()) : job;
	}

	private StyleTransferResult runInItsShare(final StyleTransferJob job, final ImageSize size,
		final StyleTransferListener listener) throws IOException
	{
		Backend.limitThreads(share.threads());
		try {
			load();
			return new StyleTransferRun(memory, recipe, styles, job, size, listener).run(source.name(), weightsChecksum,
				engine);
		}
		finally {
			Backend.limitThreads(0);
		}
	}

	private void load() throws IOException {
		if (memory != null) return;
		try (NetworkWeights weights = source.load()) {
			final RecipeTerms terms = new RecipeTerms(recipe, source.name(), weights.layerNames());
			final NetworkEngine networkEngine = EngineChoice.open(weights, recipe.get(Settings.POOLING), recipe.get(
				Settings.PRECISION));
			memory = new SessionMemory(networkEngine, terms, styles, share);
			engine = Engine.of(networkEngine, recipe.get(Settings.PRECISION));
			weightsChecksum = weights.checksum();
		}
	}
}
