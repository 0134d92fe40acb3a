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

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology.Convolution;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.tensor.Backend;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** One picture that is painted, in parts if it is large. */
final class Painting {

	/** NB: Far more than any map has, so that nothing of it is left when it is divided by its root. */
	private static final float BLANK_VARIANCE = 1e30f;

	private final PaintingSession session;
	private final PaintingRecipe recipe;
	private final StyleTransferJob job;
	private final PaintingPlan plan;
	/** Null if the picture begins anew. */
	private final FormerPainting former;
	private final PaintingListener listener;
	private final VggImage content;
	private final boolean greyContent;
	/** Whether there is one colour alone: what a normalisation would divide by are rounding errors then. */
	private final boolean isBlank;
	/** Where the picture is painted. */
	private final WeightMap region;
	private final Canvas canvas;
	private final long startTime = System.nanoTime();
	private PaintingColours colours;
	private int done;
	private boolean cancelled;

	/**
	 * @param former what it goes on from; null if it begins anew
	 * @param kept whether another frame goes on from it
	 */
	Painting(final PaintingSession session, final StyleTransferJob job, final PaintingPlan plan,
		final FormerPainting former, final boolean kept, final PaintingListener listener)
	{
		this.session = session;
		this.job = job;
		this.plan = plan;
		this.former = former;
		this.listener = listener;
		recipe = session.recipe();
		content = job.content().resizedTo(plan.size());
		region = job.blend(recipe.get(Settings.SOFT_EDGE)).resizedTo(plan.size());
		greyContent = content.isGrey();
		isBlank = content.isOfOneColour();
		canvas = new Canvas(plan.size(), greyContent, kept);
	}

	PaintedPicture run() {
		final PaintingSetup setup = new PaintingSetup(session.network(), Backend.device(), session.engine().toString(), plan
			.size(), plan.tiling());
		listener.started(setup);
		if (plan.tiling().isWhole()) paintAtOnce();
		else paintInParts();
		final PaintingProvenance provenance = PaintingProvenance.of(recipe, setup, session.checksum(), job.record(),
			former == null ? null : former.record(), cancelled, (System.nanoTime() - startTime) / 1e9);
		return new PaintedPicture(canvas, cancelled, provenance);
	}

	// -- Helper methods --

	private void paintAtOnce() {
		if (isCancelled()) {
			canvas.put(content, 0, 0);
			return;
		}
		final VggImage painted = paintedByItself(content).part(0, 0, plan.size());
		final VggImage continued = continued(painted, 0, 0);
		colours = new PaintingColours(recipe.get(Settings.COLOURS), greyContent, content, continued, region);
		put(continued, content, 0, 0);
	}

	private void paintInParts() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray statistics = scope.zeros(session.network().topology().statisticsCount());
			if (!isCancelled()) lookAtThumbnail(statistics);
			for (final Tile tile : plan.tiling().tiles()) {
				final int left = tile.left() + tile.interiorLeft(1);
				final int top = tile.top() + tile.interiorTop(1);
				final VggImage original = content.part(left, top, plan.interior(tile));
				if (isCancelled()) canvas.put(original, left, top);
				else {
					final VggImage painted = painted(content, tile.left(), tile.top(), plan.tiling().window(), statistics);
					put(continued(painted.part(tile.interiorLeft(1), tile.interiorTop(1), original.size()), left, top), original,
						left, top);
				}
			}
		}
	}

	/** Takes the statistics of the normalisations, and colours, from all of the picture. */
	private void lookAtThumbnail(final INDArray statistics) {
		final VggImage thumbnail = content.resizedTo(plan.thumbnail());
		final VggImage painted = paintedByItself(thumbnail).part(0, 0, thumbnail.size());
		if (isBlank) setBlank(statistics);
		else session.networks().network(PaintingPlan.aligned(thumbnail.size())).copyStatistics(statistics);
		colours = new PaintingColours(recipe.get(Settings.COLOURS), greyContent, thumbnail, painted, region.resizedTo(
			thumbnail.size()));
		countPart();
	}

	/** Returns what the network makes of an image with its own statistics, some pixels more than the image has. */
	private VggImage paintedByItself(final VggImage image) {
		final ImageSize window = PaintingPlan.aligned(image.size());
		if (!isBlank) return painted(image, 0, 0, window, null);
		try (TensorScope scope = new TensorScope()) {
			final INDArray statistics = scope.zeros(session.network().topology().statisticsCount());
			setBlank(statistics);
			return painted(image, 0, 0, window, statistics);
		}
	}

	/** Sets statistics, zeros before, to such that a normalised map is its shift. */
	private void setBlank(final INDArray statistics) {
		for (final Convolution convolution : session.network().topology().convolutions()) {
			if (!convolution.isNormalised()) continue;
			final long variances = convolution.statisticsOffset() + convolution.outputChannels();
			statistics.get(NDArrayIndex.interval(variances, variances + convolution.outputChannels())).assign(BLANK_VARIANCE);
		}
	}

	/**
	 * Returns what the network makes of a window.
	 *
	 * @param statistics null for the window's own
	 */
	private VggImage painted(final VggImage image, final int left, final int top, final ImageSize window,
		final INDArray statistics)
	{
		final TransformationNetwork network = session.networks().network(window);
		final float[] values = image.part(left, top, window).values();
		try (TensorScope scope = new TensorScope()) {
			final INDArray pixels = scope.tensor(values, values.length);
			final INDArray painted = statistics == null ? network.run(pixels) : network.run(pixels, statistics);
			final VggImage result = VggImage.of(painted, window);
			if (result.isFinite()) return result;
			throw new StyleTransferException("The network " + session.network().card().name() +
				" makes no picture of this one, as its numbers are too large: use another network.");
		}
	}

	private VggImage continued(final VggImage painted, final int left, final int top) {
		if (former == null) return painted;
		return former.continuedBy(painted, recipe.get(PaintingSettings.COHERENCE), left, top);
	}

	/**
	 * Finishes a part.
	 *
	 * @param painted as the network painted it
	 * @param original the same part of the content
	 */
	private void put(final VggImage painted, final VggImage original, final int left, final int top) {
		canvas.keep(painted, left, top);
		final WeightMap weights = region.part(left, top, original.size()).times(recipe.get(PaintingSettings.STRENGTH));
		final VggImage blended = colours.finished(painted, original).over(original, weights);
		// NB: Rounding in a blend may leave a trace of colour.
		canvas.put(colours.isGrey() ? blended.toGrey() : blended, left, top);
		countPart();
	}

	private boolean isCancelled() {
		cancelled |= listener.isCancelled();
		return cancelled;
	}

	private void countPart() {
		done++;
		listener.partFinished(done, plan.partCount());
	}
}
