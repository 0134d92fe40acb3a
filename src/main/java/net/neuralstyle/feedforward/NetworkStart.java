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

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.MachineShare;
import net.neuralstyle.Provenance;
import net.neuralstyle.StartPainter;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/**
 * A network's result as the start of a style transfer. A network's strokes have one size in pixels, so what it paints
 * has about the size in which they are as large a part of the picture as the recipe of the style transfer wants them,
 * and is enlarged or reduced to the result's. Where styles do not go it is the content. Immutable.
 */
public final class NetworkStart implements StartPainter {

	/** How many times as large or as small as wanted strokes may be, for what is painted not to be enlarged so much. */
	private static final int MOST_TIMES = 2;

	private final StyleNetwork network;

	public NetworkStart(final StyleNetwork network) {
		this.network = network;
	}

	@Override
	public Provenance.Painter record() {
		return new Provenance.Painter(network.card().name(), network.checksum());
	}

	@Override
	public Img<ARGBType> paint(final StyleTransferJob job, final Recipe recipe, final MachineShare share) {
		return paint(job, recipe, share, (int) PaintingSettings.SIZE.most());
	}

	/**
	 * As {@link #paint(StyleTransferJob, Recipe, MachineShare)}, in less time.
	 *
	 * @param mostPixels in the longer side of what is painted
	 */
	public Img<ARGBType> paint(final StyleTransferJob job, final Recipe recipe, final MachineShare share,
		final int mostPixels)
	{
		final PaintingRecipe painting = PaintingRecipe.builder().set(PaintingSettings.SIZE, Math.min(mostPixels,
			longerSide(job.content().size(), recipe))).set(Settings.COLOURS, recipe.get(Settings.COLOURS)).set(
				Settings.SOFT_EDGE, recipe.get(Settings.SOFT_EDGE)).build();
		try (PaintingSession session = new PaintingSession(network, painting, share)) {
			return session.run(job, new PaintingListener() {}).image();
		}
	}

	/**
	 * Returns the longer side of what is painted.
	 *
	 * @param content size of what it is painted from
	 */
	int longerSide(final ImageSize content, final Recipe recipe) {
		final NetworkCard card = network.card();
		final int size = recipe.get(Settings.SIZE);
		final int result = size == 0 ? content.longerSide() : size;
		if (card.recipe().isEmpty() || card.pictureSize() == 0) return inRange(result);
		final double ofStrokes = card.pictureSize() * card.recipe().get().get(Settings.STROKE_SIZE) / recipe.get(
			Settings.STROKE_SIZE);
		return inRange(ofStrokes < result ? Math.min(result, MOST_TIMES * ofStrokes) : Math.min(ofStrokes, MOST_TIMES *
			result));
	}

	// -- Helper methods --

	private static int inRange(final double side) {
		return (int) Math.round(Math.max(Settings.SMALLEST_SIDE, Math.min(PaintingSettings.SIZE.most(), side)));
	}
}
