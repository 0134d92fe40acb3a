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

package net.neuralstyle.benchmark;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

/** A content and a style of the sample images. Immutable. */
final class BenchmarkPair {

	private static final List<String> CONTENTS = List.of("chelsea", "coffee", "astronaut", "ihc");
	private static final List<String> STYLES = List.of("great-wave", "composition-viii", "village-street-in-auvers",
		"gravel", "poppies", "moulin-de-la-galette", "mosaic", "starry-night", "ink-drawing");

	private final String content;
	private final String style;

	private BenchmarkPair(final String content, final String style) {
		this.content = content;
		this.style = style;
	}

	/** Those that curves are drawn for. */
	static List<BenchmarkPair> curves() {
		return all().subList(0, 3);
	}

	/** All 36; each style is in one of the first nine. */
	static List<BenchmarkPair> all() {
		final List<BenchmarkPair> pairs = new ArrayList<>();
		for (int round = 0; round < CONTENTS.size(); round++) {
			for (int i = 0; i < STYLES.size(); i++) {
				pairs.add(new BenchmarkPair(CONTENTS.get((i + round) % CONTENTS.size()), STYLES.get(i)));
			}
		}
		return pairs;
	}

	Img<ARGBType> content(final int side) {
		return BenchmarkImages.squareArgb("content/" + content + ".png", side);
	}

	Img<ARGBType> style(final int side) {
		return BenchmarkImages.squareArgb("style/" + style + ".jpg", side);
	}

	/** Fit for a file's name. */
	@Override
	public String toString() {
		return content + "-" + style;
	}
}
