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

package net.neuralstyle.batch;

import java.util.List;

import net.neuralstyle.PictureOrigin;
import net.neuralstyle.Provenance;

/** A picture that is there, or a stack, movie or folder of frames, and what it tells of how it was made. Immutable. */
public final class MadeResult {

	private final PictureOrigin origin;
	private final boolean asContent;
	private final String slices;
	private final List<String> contents;
	private final double loss;
	private final String checksum;

	/**
	 * @param asContent as {@link #isAsContent()}
	 * @param slices as {@link #slices()}
	 * @param contents as {@link #contents()}
	 * @param loss as {@link #loss()}
	 * @param checksum as {@link #checksum()}
	 */
	public MadeResult(final PictureOrigin origin, final boolean asContent, final String slices,
		final List<String> contents, final double loss, final String checksum)
	{
		this.origin = origin;
		this.asContent = asContent;
		this.slices = slices;
		this.contents = List.copyOf(contents);
		this.loss = loss;
		this.checksum = checksum;
	}

	/** Of one picture. */
	public MadeResult(final PictureOrigin origin, final boolean asContent, final String checksum) {
		this(origin, asContent, "", List.of(origin.content().checksum()), origin.loss(), checksum);
	}

	/** How it was made, of frames the first one. */
	public PictureOrigin origin() {
		return origin;
	}

	/** Whether a grey content was to give a picture of its own type. */
	public boolean isAsContent() {
		return asContent;
	}

	/** Which frames of its content it was to have, as {@link UnitPictures.Content#slices()}; empty for one picture. */
	public String slices() {
		return slices;
	}

	/** How many frames it has, 1 of a picture. */
	public int frames() {
		return contents.size();
	}

	/** What each frame was made of, as {@link Provenance.Picture#checksum()}, in the order in which they were made. */
	public List<String> contents() {
		return contents;
	}

	/** Its loss, of frames their average; NaN if none was minimised. */
	public double loss() {
		return loss;
	}

	/**
	 * SHA-256 of the pixels that the file shows, as a {@link Provenance.Picture} has it of what goes in; of several frames
	 * of these texts, one after the other.
	 */
	public String checksum() {
		return checksum;
	}
}
