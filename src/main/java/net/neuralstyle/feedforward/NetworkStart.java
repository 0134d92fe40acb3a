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
 * A network's result as the start of a style transfer. Strokes are as large, in proportion to the picture, as the
 * recipe of the style transfer wants them: a network's have one size in pixels, so what is painted has the size in which
 * that is right, and is enlarged or reduced to the result's. Where styles do not go it is the content. Immutable.
 */
public final class NetworkStart implements StartPainter {

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
		final ImageSize size = size(job.content().size(), recipe);
		final PaintingRecipe painting = PaintingRecipe.builder().set(PaintingSettings.SIZE, size.longerSide()).set(
			Settings.COLOURS, recipe.get(Settings.COLOURS)).set(Settings.SOFT_EDGE, recipe.get(Settings.SOFT_EDGE)).set(
				Settings.PRECISION, recipe.get(Settings.PRECISION)).build();
		try (PaintingSession session = new PaintingSession(network, painting, share)) {
			return session.run(job, new PaintingListener() {}).image();
		}
	}

	/**
	 * Returns the size in which a network paints strokes that are as large a part of the picture as a recipe wants them; of
	 * a network that does not tell how it was trained, the result's.
	 *
	 * @param content size of what is painted
	 */
	ImageSize size(final ImageSize content, final Recipe recipe) {
		final NetworkCard card = network.card();
		final int longerSide = Integer.getInteger("start.size", (Integer) (card.recipe().isEmpty() || card.pictureSize() == 0 ? recipe.get(Settings.SIZE) : (int) Math
			.round(card.pictureSize() * card.recipe().get().get(Settings.STROKE_SIZE) / recipe.get(Settings.STROKE_SIZE))));
		final ImageSize size = longerSide == 0 ? content : content.withLongerSide(longerSide);
		if (size.shorterSide() >= Settings.SMALLEST_SIDE) return size;
		return content.withLongerSide(Settings.SMALLEST_SIDE * content.longerSide() / content.shorterSide());
	}
}
