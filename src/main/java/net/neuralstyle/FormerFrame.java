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

import java.util.Map;

import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;

/** What a job goes on from: what the picture before has become, moved to where the job's picture has it. Immutable. */
final class FormerFrame {

	/** How far, in pixels, what can be relied on fades towards what cannot. */
	private static final double SEAM = 4;

	private final VggImage picture;
	private final WeightMap reliable;
	private final Map<Integer, ColourStatistics> scene;
	private final Provenance.Picture record;

	/**
	 * @param picture as it was computed, of the result's size
	 * @param reliable how far each of its pixels can be relied on
	 * @param scene the colours to which styles are matched, as of {@link JobColours}
	 * @param record what the picture before has become, for the record
	 */
	FormerFrame(final VggImage picture, final WeightMap reliable, final Map<Integer, ColourStatistics> scene,
		final Provenance.Picture record)
	{
		this.picture = picture;
		this.scene = scene;
		this.reliable = reliable.withSoftEdge(SEAM);
		this.record = record;
	}

	/** The size that the job's result must have. */
	ImageSize size() {
		return picture.size();
	}

	/** The picture before, moved. */
	VggImage picture() {
		return picture;
	}

	/** How far each of its pixels can be relied on. */
	WeightMap reliable() {
		return reliable;
	}

	/** The colours to which styles are matched, by region. */
	Map<Integer, ColourStatistics> scene() {
		return scene;
	}

	/** The picture before, for the record. */
	Provenance.Picture record() {
		return record;
	}

	/**
	 * The picture with which the job starts: where the former frame cannot be relied on it is the content, in colours that
	 * go on from what is around it.
	 *
	 * @param content of the result's size
	 */
	VggImage start(final VggImage content) {
		return picture.continuedBy(content, reliable);
	}
}
