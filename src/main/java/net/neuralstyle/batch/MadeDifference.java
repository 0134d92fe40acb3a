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

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import net.neuralstyle.Provenance;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.SettingValues;
import net.neuralstyle.sequence.FrameSource;

/** In what a picture that is there, or frames, differ from those that a unit would make. */
final class MadeDifference {

	private MadeDifference() {
		// NB: Not instantiable.
	}

	/**
	 * Returns a few words on the first difference, nothing if the result need not be made again. What counts is what the
	 * pictures are, not what they are called.
	 *
	 * @param maker makes pictures in the unit's way
	 * @param content what is there to be redrawn now; its frames are read only if all else is the same
	 * @throws IOException if a frame cannot be read
	 */
	static Optional<String> of(final MadeResult made, final BatchUnit unit, final UnitMaker maker,
		final UnitPictures.Content content) throws IOException
	{
		if (made.origin().isStopped()) return Optional.of("it was stopped before its end");
		final Optional<String> ofWay = maker.difference(made);
		if (ofWay.isPresent()) return ofWay;
		if (made.isAsContent() != unit.isAsContent()) return Optional.of("its type was another one");
		if (made.slices().isEmpty() == content.slices().isEmpty() && !made.slices().equals(content.slices())) {
			return Optional.of("slices was " + made.slices());
		}
		return ofFrames(made, content.frames());
	}

	/** Returns which values of settings were otherwise. */
	static String settings(final List<Setting<?>> all, final SettingValues before, final SettingValues now) {
		return all.stream().filter(setting -> !before.text(setting).equals(now.text(setting))).map(
			setting -> setting.key() + " was " + (before.text(setting).isEmpty() ? "empty" : before.text(setting))).collect(
				Collectors.joining(", "));
	}

	// -- Helper methods --

	private static Optional<String> ofFrames(final MadeResult made, final FrameSource frames) throws IOException {
		if (made.frames() != frames.count()) return Optional.of("it has " + made.frames() + " of " + frames.count() +
			" frames");
		for (int index = 0; index < frames.count(); index++) {
			final Provenance.Picture now = frames.read(index).record();
			final boolean isSame = index == 0 ? made.origin().content().isSame(now) : made.contents().get(index).equals(now
				.checksum());
			if (!isSame) return Optional.of(frames.count() == 1 ? "it was made from another picture" : frames.name(index) +
				" was another picture");
		}
		return Optional.empty();
	}
}
