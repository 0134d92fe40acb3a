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
import java.util.stream.IntStream;

import net.neuralstyle.Provenance;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
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
	 * @param weights checksum of the network's weights
	 * @param content what is there to be redrawn now; its frames are read only if all else is the same
	 * @param styles those whose styles are taken now
	 * @param startNetwork checksum of the network that paints what is started from now; empty for none
	 * @throws IOException if a frame cannot be read
	 */
	static Optional<String> of(final MadeResult made, final BatchUnit unit, final String weights,
		final UnitPictures.Content content, final List<Provenance.Picture> styles,
		final String startNetwork) throws IOException
	{
		final Provenance before = made.provenance();
		if (before.isStopped()) return Optional.of("it was stopped before its end");
		if (!before.recipe().equals(unit.recipe())) return Optional.of(settings(before.recipe(), unit.recipe()));
		if (made.isAsContent() != unit.isAsContent()) return Optional.of("its type was another one");
		if (!before.weightsChecksum().equals(weights)) {
			return Optional.of("it was made with other weights, of " + before.network());
		}
		if (before.start().isPresent()) return Optional.of("it was started from an image");
		final String painter = before.startNetwork().map(Provenance.Painter::checksum).orElse("");
		if (!painter.equals(startNetwork)) return Optional.of("it was started from another network's result");
		if (made.slices().isEmpty() == content.slices().isEmpty() && !made.slices().equals(content.slices())) {
			return Optional.of("slices was " + made.slices());
		}
		if (before.styles().size() != styles.size() || !IntStream.range(0, styles.size()).allMatch(i -> before.styles()
			.get(i).isSame(styles.get(i))))
		{
			return Optional.of("it was made in another style");
		}
		if (!Provenance.Picture.shares(before.styles()).equals(Provenance.Picture.shares(styles))) return Optional.of("its styles had other shares");
		return ofFrames(made, content.frames());
	}

	// -- Helper methods --

	private static Optional<String> ofFrames(final MadeResult made, final FrameSource frames) throws IOException {
		if (made.frames() != frames.count()) return Optional.of("it has " + made.frames() + " of " + frames.count() +
			" frames");
		for (int index = 0; index < frames.count(); index++) {
			final Provenance.Picture now = frames.read(index).record();
			final boolean isSame = index == 0 ? made.provenance().content().isSame(now) : made.contents().get(index).equals(now
				.checksum());
			if (!isSame) return Optional.of(frames.count() == 1 ? "it was made from another picture" : frames.name(index) +
				" was another picture");
		}
		return Optional.empty();
	}

	private static String settings(final Recipe before, final Recipe now) {
		return Settings.all().stream().filter(setting -> !before.text(setting).equals(now.text(setting))).map(
			setting -> setting.key() + " was " + (before.text(setting).isEmpty() ? "empty" : before.text(setting))).collect(
				Collectors.joining(", "));
	}
}
