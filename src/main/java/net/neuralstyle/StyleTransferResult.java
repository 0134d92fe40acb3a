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

import java.util.List;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** What a style transfer has made. */
public final class StyleTransferResult implements RedrawnPicture {

	private final Img<ARGBType> image;
	private final Img<FloatType> luminance;
	private final VggImage computed;
	private final Map<Integer, ColourStatistics> scene;
	private final List<StyleTransferProgress> history;
	private final boolean cancelled;
	private final Provenance provenance;

	/**
	 * @param picture in its colours, in its region alone
	 * @param computed the same before that, as it was computed
	 * @param scene as of {@link JobColours}
	 */
	StyleTransferResult(final VggImage picture, final VggImage computed, final Map<Integer, ColourStatistics> scene,
		final List<StyleTransferProgress> history, final boolean cancelled, final Provenance provenance)
	{
		this.computed = computed;
		this.scene = scene;
		image = picture.toArgb();
		luminance = picture.toLuminance();
		this.history = List.copyOf(history);
		this.cancelled = cancelled;
		this.provenance = provenance;
	}

	@Override
	public Img<ARGBType> image() {
		return image;
	}

	@Override
	public Img<FloatType> luminance() {
		return luminance;
	}

	@Override
	public ImageSize size() {
		return computed.size();
	}

	/**
	 * The picture as it was computed, not rounded, before it got the content's colours and was laid over the content: what
	 * another frame goes on from.
	 */
	VggImage computed() {
		return computed;
	}

	/** The colours to which styles were matched, by region: what another frame goes on from. */
	Map<Integer, ColourStatistics> scene() {
		return scene;
	}

	/** What was computed, for the record of a picture that goes on from it. */
	Provenance.Picture record() {
		return new Provenance.Picture(provenance.content().name(), computed.checksum(), 1, List.of());
	}

	/** Every evaluation, in order. */
	public List<StyleTransferProgress> history() {
		return history;
	}

	/** How it was made. */
	public Provenance provenance() {
		return provenance;
	}

	/** Whether it was cancelled before all iterations were done. */
	@Override
	public boolean isCancelled() {
		return cancelled;
	}
}
