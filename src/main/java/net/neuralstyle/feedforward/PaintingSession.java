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

package net.neuralstyle.feedforward;

import net.neuralstyle.EngineChoice;
import net.neuralstyle.LibraryFailure;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.Backend;

/**
 * Paints one picture after another with the same network and recipe. Keeps the network's numbers on the device, and its
 * buffers for pictures of the last sizes. The bytes of a result do not depend on what was painted before.
 * <p>
 * Not safe for use by several threads at once, but by one after the other. Holds native memory until it is closed.
 * </p>
 */
public final class PaintingSession implements AutoCloseable {

	private final StyleNetwork network;
	private final PaintingRecipe recipe;
	private final MachineShare share;
	/** Null before the first run. */
	private TransformationEngine engine;
	/** Null before the first run. */
	private KeptNetworks networks;
	/** Null before the first run. */
	private String checksum;
	private boolean closed;

	/** Opens a session that has the whole machine. */
	public PaintingSession(final StyleNetwork network, final PaintingRecipe recipe) {
		this(network, recipe, MachineShare.all());
	}

	/** Opens a session that has a share of the machine. */
	public PaintingSession(final StyleNetwork network, final PaintingRecipe recipe, final MachineShare share) {
		this.network = network;
		this.recipe = recipe;
		this.share = share;
	}

	/** What paints. */
	public StyleNetwork network() {
		return network;
	}

	/** How pictures are finished. */
	public PaintingRecipe recipe() {
		return recipe;
	}

	/** How much of the machine the session uses. */
	public MachineShare share() {
		return share;
	}

	/**
	 * Paints a picture, on the calling thread. Where the job has a region the rest stays as it is; where it has several,
	 * all of them are painted. What the job starts or goes on from is of no concern.
	 *
	 * @param listener is told of the progress and may cancel
	 * @throws StyleTransferException if it cannot be done; says why
	 * @throws IllegalStateException if the session is closed
	 */
	public PaintedPicture run(final StyleTransferJob job, final PaintingListener listener) {
		return run(job, plan(job), null, false, listener);
	}

	/**
	 * Paints a frame.
	 *
	 * @param plan in which parts
	 * @param former what it goes on from; null if it begins anew
	 * @param kept whether another frame is to go on from it
	 */
	PaintedPicture run(final StyleTransferJob job, final PaintingPlan plan, final FormerPainting former,
		final boolean kept, final PaintingListener listener)
	{
		if (closed) throw new IllegalStateException("The session is closed.");
		Backend.limitThreads(share.threads());
		try {
			load();
			checkMemory(plan);
			return new Painting(this, job, plan, former, kept, listener).run();
		}
		catch (final OutOfMemoryError exc) {
			throw new StyleTransferException("There is not enough memory for a result of " + plan.size() +
				" pixels: choose a smaller size, or give Java more memory with -Xmx.", exc);
		}
		catch (final RuntimeException exc) {
			throw LibraryFailure.explained(exc, plan.size());
		}
		finally {
			Backend.limitThreads(0);
		}
	}

	/** In which parts a picture is painted. */
	PaintingPlan plan(final StyleTransferJob job) {
		final int longerSide = recipe.get(PaintingSettings.SIZE);
		final ImageSize content = job.content().size();
		return PaintingPlan.of(longerSide == 0 ? content : content.withLongerSide(longerSide), network.topology());
	}

	/** Releases all native memory. Closing twice is harmless. */
	@Override
	public void close() {
		closed = true;
		if (networks != null) networks.close();
		if (engine != null) engine.close();
		networks = null;
		engine = null;
	}

	// -- What a run needs --

	TransformationEngine engine() {
		return engine;
	}

	KeptNetworks networks() {
		return networks;
	}

	/** See {@link StyleNetwork#checksum()}. */
	String checksum() {
		return checksum;
	}

	// -- Helper methods --

	private void checkMemory(final PaintingPlan plan) {
		final long needed = Math.max(engine.bytes(PaintingPlan.aligned(plan.thumbnail()), false), engine.bytes(plan.tiling()
			.window(), false));
		if (needed <= share.bytes()) return;
		throw new StyleTransferException("The network takes " + (needed >> 20) + " MB to paint " + plan.size() +
			" pixels, and may have " + (share.bytes() >> 20) + ": give it more memory, or choose a smaller size.");
	}

	private void load() {
		if (engine != null) return;
		final TransformationEngine opened = EngineChoice.open(network.topology(), Precision.FLOAT32);
		opened.setParameters(network.parameters());
		checksum = network.checksum();
		networks = new KeptNetworks(opened);
		engine = opened;
	}
}
