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

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tiling;

/** One level of the pyramid of a style transfer: the image in one size. Immutable. */
public final class StyleTransferLevel {

	private final int number;
	private final int count;
	private final int evaluations;
	private final ImageSize size;
	private final Tiling tiling;

	StyleTransferLevel(final int number, final int count, final int evaluations, final ImageSize size,
		final Tiling tiling)
	{
		this.number = number;
		this.count = count;
		this.evaluations = evaluations;
		this.size = size;
		this.tiling = tiling;
	}

	/** Which level this is, from 1, the smallest. */
	public int number() {
		return number;
	}

	/** How many levels the pyramid has. */
	public int count() {
		return count;
	}

	/** The level's share of the evaluations that were asked for; fewer are made if it converges before. */
	public int evaluations() {
		return evaluations;
	}

	/** The size at which the image is computed, without the margin around it. */
	public ImageSize size() {
		return size;
	}

	/** How the image, with its margin, is cut into what is computed at once. */
	public Tiling tiling() {
		return tiling;
	}
}
