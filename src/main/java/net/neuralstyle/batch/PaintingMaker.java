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
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;

import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.feedforward.BundledNetworks;
import net.neuralstyle.feedforward.FramePainting;
import net.neuralstyle.feedforward.PaintingProvenance;
import net.neuralstyle.feedforward.PaintingSession;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.sequence.FrameSource;

/** Has a network paint pictures. */
final class PaintingMaker implements UnitMaker {

	private final PaintingWay way;
	private final BatchFiles files;
	private final MachineShare share;
	/** Null before it is read. */
	private StyleNetwork network;
	private String checksum;
	/** Null before the first picture is painted. */
	private PaintingSession session;

	PaintingMaker(final PaintingWay way, final BatchFiles files, final MachineShare share) {
		this.way = way;
		this.files = files;
		this.share = share;
	}

	@Override
	public void prepare() {
		// NB: A network that cannot be read is a fault of the units that it paints, as others may be painted by others.
	}

	@Override
	public int readStyles() throws IOException {
		if (network == null) {
			network = read();
			checksum = network.checksum();
		}
		return 1;
	}

	@Override
	public Optional<String> difference(final MadeResult made) throws IOException {
		if (!(made.origin() instanceof PaintingProvenance)) return Optional.of("it was made by a style transfer");
		final PaintingProvenance before = (PaintingProvenance) made.origin();
		if (!before.recipe().equals(way.recipe())) {
			return Optional.of(MadeDifference.settings(PaintingSettings.all(), before.recipe(), way.recipe()));
		}
		readStyles();
		return before.networkChecksum().equals(checksum) ? Optional.empty() : Optional.of("it was painted by another style " +
			"network, " + before.network());
	}

	@Override
	public boolean make(final FrameSource frames, final UnitPictures.Output output,
		final IntFunction<FrameWatcher> watchers) throws IOException
	{
		readStyles();
		if (session == null) session = new PaintingSession(network, way.recipe(), share);
		final int done = new FramePainting(session).run(frames, output::write, index -> {
			output.begin(index);
			return watchers.apply(index);
		});
		return done < frames.count();
	}

	@Override
	public void close() {
		if (session != null) session.close();
		session = null;
	}

	// -- Helper methods --

	private StyleNetwork read() throws IOException {
		if (!files.exists(way.network())) {
			final Optional<StyleNetwork> bundled = BundledNetworks.find(way.network());
			if (bundled.isPresent()) return bundled.get();
		}
		final Path file = files.read(way.network());
		try {
			return StyleNetworkFile.read(file);
		}
		catch (final IOException exc) {
			// NB: Another try, elsewhere, finds the same file.
			throw new StyleTransferException(exc.getMessage(), exc);
		}
	}
}
