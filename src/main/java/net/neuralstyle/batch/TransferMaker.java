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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import net.neuralstyle.MachineShare;
import net.neuralstyle.Provenance;
import net.neuralstyle.StartPainter;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.sequence.FrameSource;
import net.neuralstyle.sequence.FrameTransfer;

/** Makes pictures by style transfers. */
final class TransferMaker implements UnitMaker {

	private final TransferWay way;
	private final UnitPictures pictures;
	private final KeptWeights kept;
	private final MachineShare share;
	/** Null before they are found. */
	private KeptWeights.Checked weights;
	/** Null before they are read. */
	private List<Style> styles;
	/** Null before it is found, and if nothing is started from a network's result. */
	private StartPainter painter;
	/** Null before the first picture is made. */
	private StyleTransferSession session;

	TransferMaker(final TransferWay way, final UnitPictures pictures, final KeptWeights kept, final MachineShare share) {
		this.way = way;
		this.pictures = pictures;
		this.kept = kept;
		this.share = share;
	}

	@Override
	public void prepare() throws IOException {
		if (weights == null) weights = kept.find(way.network());
	}

	@Override
	public int readStyles() throws IOException {
		if (styles == null) styles = pictures.styles(way);
		if (painter == null && way.recipe().get(Settings.START) == Start.NETWORK) {
			painter = pictures.startPainter(way, styles);
		}
		return styles.size();
	}

	@Override
	public Optional<String> difference(final MadeResult made) throws IOException {
		if (!(made.origin() instanceof Provenance)) return Optional.of("it was painted by a style network");
		final Provenance before = (Provenance) made.origin();
		if (!before.recipe().equals(way.recipe())) {
			return Optional.of(MadeDifference.settings(Settings.all(), before.recipe(), way.recipe()));
		}
		if (!before.weightsChecksum().equals(weights.checksum())) {
			return Optional.of("it was made with other weights, of " + before.network());
		}
		if (before.start().isPresent()) return Optional.of("it was started from an image");
		readStyles();
		final String startNetwork = painter == null ? "" : painter.record().checksum();
		if (!before.startNetwork().map(Provenance.Painter::checksum).orElse("").equals(startNetwork)) {
			return Optional.of("it was started from another network's result");
		}
		final List<Provenance.Picture> now = styles.stream().map(Style::record).collect(Collectors.toList());
		if (!Provenance.Picture.areSame(before.styles(), now)) return Optional.of("it was made in another style");
		return Provenance.Picture.haveSameShares(before.styles(), now) ? Optional.empty() : Optional.of(
			"its styles had other shares");
	}

	@Override
	public boolean make(final FrameSource frames, final UnitPictures.Output output,
		final IntFunction<FrameWatcher> watchers) throws IOException
	{
		final AtomicBoolean stopped = new AtomicBoolean();
		new FrameTransfer(session()).run(frames, (index, result) -> {
			if (result.isCancelled()) stopped.set(true);
			output.write(index, result);
		}, index -> {
			output.begin(index);
			return output.saving(index, watchers.apply(index));
		});
		return stopped.get();
	}

	@Override
	public void close() {
		if (session != null) session.close();
		session = null;
	}

	// -- Helper methods --

	private StyleTransferSession session() throws IOException {
		readStyles();
		if (session == null) {
			session = new StyleTransfer(weights, way.recipe()).startingWith(painter).open(styles, share);
		}
		return session;
	}
}
