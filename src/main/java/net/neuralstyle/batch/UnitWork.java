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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.picture.FullDiskException;
import net.neuralstyle.sequence.FrameSource;

/**
 * Makes the pictures, or frames, of units, one after the other, with one session for those that follow one another and
 * are made the same way. A result appears as a whole or not at all; whatever is wrong with one is told, and the next
 * one can be made.
 * <p>
 * Not safe for use by several threads at once, but for {@link #abandon()}. Holds native memory until it is closed.
 * </p>
 */
public final class UnitWork implements AutoCloseable {

	private final BatchFiles files;
	private final UnitPictures pictures;
	private final KeptWeights weights;
	private final MachineShare share;
	private final boolean overwrite;

	/** How the last unit was made, and what makes more of that kind; null before the first one. */
	private UnitWay way;
	private UnitMaker maker;
	/** Whether what the current unit is made of can be used, so that what goes wrong then is no fault of it. */
	private boolean read;
	private volatile UnitPictures.Output output;

	/**
	 * @param share of the machine that computes
	 * @param overwrite whether every picture is made, whatever is there
	 */
	public UnitWork(final BatchFiles files, final UnitPictures pictures, final WeightsFinder finder,
		final MachineShare share, final boolean overwrite)
	{
		this.files = files;
		this.pictures = pictures;
		weights = new KeptWeights(finder);
		this.share = share;
		this.overwrite = overwrite;
	}

	/**
	 * Makes a unit's picture, unless it is there already or somebody else is making it.
	 *
	 * @throws WrongSettingException if the recipe does not fit the network, so that no unit can be made
	 * @throws IOException if the network's weights cannot be had, likewise; both messages are one sentence for the user
	 */
	public UnitReport make(final BatchUnit unit, final UnitListener listener) throws IOException {
		keepMaker(unit.way());
		return guarded(unit, () -> {
			final Optional<BatchFiles.Claim> claim = files.claim(unit.output());
			if (claim.isEmpty()) return UnitReport.of(unit, BatchStatus.BUSY, "another batch is making it");
			try (BatchFiles.Claim mine = claim.get()) {
				return make(unit, mine, listener);
			}
		});
	}

	/** Tells what {@link #make} would do, and does nothing. Exceptions are the same. */
	public UnitReport look(final BatchUnit unit) throws IOException {
		keepMaker(unit.way());
		return guarded(unit, () -> {
			final UnitPictures.Content content = ofUnit(() -> pictures.content(unit, maker.readStyles()));
			final Decision decision = decision(unit, content, files.read(unit.output()));
			return decision.isNeeded ? UnitReport.toDo(unit, decision.reason, content.frames().count()) : UnitReport.of(unit,
				BatchStatus.SKIPPED, decision.reason, decision.made, Double.NaN);
		});
	}

	/**
	 * Leaves nothing behind of a picture that is under way, since the process is about to end; may be called by any
	 * thread.
	 */
	public void abandon() {
		final UnitPictures.Output current = output;
		if (current != null) current.close();
	}

	/** Releases all native memory. */
	@Override
	public void close() {
		if (maker != null) maker.close();
	}

	// -- Helper methods --

	private UnitReport make(final BatchUnit unit, final BatchFiles.Claim claim, final UnitListener listener)
		throws IOException
	{
		final long start = System.nanoTime();
		final UnitPictures.Content content = ofUnit(() -> pictures.content(unit, maker.readStyles()));
		final Decision decision = decision(unit, content, claim.file());
		if (!decision.isNeeded) return UnitReport.of(unit, BatchStatus.SKIPPED, decision.reason, decision.made, Double.NaN);
		read = true;
		try (UnitPictures.Output reserved = ofUnit(() -> content.output(claim.file(), inputs(unit)))) {
			output = reserved;
			final boolean isStopped = make(unit, content, reserved, claim, listener.starting(unit, decision.reason, content));
			if (reserved.doneCount() == 0) return UnitReport.of(unit, BatchStatus.STOPPED, "nothing of it is done");
			reserved.complete();
			claim.publish();
			final MadeResult made = content.made(claim.file()).orElseThrow(() -> new StyleTransferException("The picture " + unit
				.output() + " was written and does not tell how it was made: end its name in .png."));
			final String soFar = unit.isOfFrames() ? made.frames() + " of " + content.frames().count() + " frames"
				: "the picture so far";
			return UnitReport.of(unit, isStopped ? BatchStatus.STOPPED : BatchStatus.DONE, isStopped ? soFar : decision.reason,
				made, (System.nanoTime() - start) / 1e9);
		}
		finally {
			output = null;
		}
	}

	/** @return whether it was stopped, by one who listens */
	private boolean make(final BatchUnit unit, final UnitPictures.Content content, final UnitPictures.Output taker,
		final BatchFiles.Claim claim, final IntFunction<FrameWatcher> watchers) throws IOException
	{
		try {
			return maker.make(new ReadFrames(content.frames()), taker, watchers);
		}
		catch (final StyleTransferException exc) {
			maker.close();
			throw taker.doneCount() == 0 || Files.exists(claim.file()) ? exc : keeping(unit, taker, claim, exc);
		}
		catch (final IOException | RuntimeException | Error exc) {
			// NB: What it keeps may not be whole.
			maker.close();
			throw exc;
		}
	}

	/** Writes frames that were done before one failed. Something whole would not be replaced by them. */
	private StyleTransferException keeping(final BatchUnit unit, final UnitPictures.Output taker,
		final BatchFiles.Claim claim, final StyleTransferException failure) throws IOException
	{
		taker.complete();
		claim.publish();
		return new StyleTransferException(failure.getMessage() + " The " + taker.doneCount() + " before it are in " + unit
			.output() + ".", failure);
	}

	private Decision decision(final BatchUnit unit, final UnitPictures.Content content, final Path file)
		throws IOException
	{
		if (!Files.exists(file)) return Decision.needed("new");
		if (overwrite) return Decision.needed("overwritten");
		final Optional<MadeResult> made;
		try {
			made = content.made(file);
		}
		catch (final StyleTransferException exc) {
			throw foreign(unit, file, "cannot be read", exc);
		}
		final MadeResult there = made.orElseThrow(() -> foreign(unit, file, "does not tell how it was made", null));
		return MadeDifference.of(there, unit, maker, content).map(Decision::needed).orElseGet(() -> new Decision(false,
			"made before", there));
	}

	/** NB: It may be somebody's only copy of something. */
	private static StyleTransferException foreign(final BatchUnit unit, final Path file, final String what,
		final Exception cause)
	{
		return new StyleTransferException("The " + (Files.isDirectory(file) ? "folder " : "picture ") + unit.output() +
			" is there and " + what + ": choose another folder or other names" + (Files.isDirectory(file) ? "."
				: ", or have it overwritten."), cause);
	}

	/** What does not fit one unit's content may fit the next one's. */
	private static <T> T ofUnit(final Reading<T> reading) throws IOException {
		try {
			return reading.read();
		}
		catch (final WrongSettingException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
	}

	private Path[] inputs(final BatchUnit unit) throws IOException {
		final List<String> addresses = Stream.concat(Stream.of(unit.content()), unit.way().styles().stream()).collect(
			Collectors.toList());
		final Path[] inputs = new Path[addresses.size()];
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] = files.read(addresses.get(i));
		}
		return inputs;
	}

	private UnitReport guarded(final BatchUnit unit, final Work work) {
		read = false;
		try {
			return work.run();
		}
		catch (final WrongSettingException exc) {
			throw exc;
		}
		catch (final StyleTransferException exc) {
			return FullDiskException.isCauseOf(exc) ? UnitReport.ofFullDisk(unit, exc.getMessage()) : UnitReport.failed(unit, exc
				.getMessage(), read);
		}
		catch (final IOException exc) {
			return UnitReport.failed(unit, exc.getMessage(), true);
		}
		catch (final OutOfMemoryError exc) {
			return UnitReport.failed(unit, StyleTransferException.NOT_ENOUGH_MEMORY, true);
		}
		catch (final RuntimeException exc) {
			return UnitReport.failed(unit, "It failed unexpectedly (" + exc + "): please report this.", true);
		}
	}

	private void keepMaker(final UnitWay wanted) throws IOException {
		if (!wanted.equals(way)) {
			close();
			maker = wanted.maker(files, pictures, weights, share);
			way = wanted;
		}
		maker.prepare();
	}

	/** Whether a picture is to be made, and why. */
	private static final class Decision {

		private final boolean isNeeded;
		private final String reason;
		/** The picture that is there; null if one is to be made. */
		private final MadeResult made;

		private Decision(final boolean isNeeded, final String reason, final MadeResult made) {
			this.isNeeded = isNeeded;
			this.reason = reason;
			this.made = made;
		}

		private static Decision needed(final String reason) {
			return new Decision(true, reason, null);
		}
	}

	/** Frames of which one that cannot be read is a fault of its own. */
	private final class ReadFrames implements FrameSource {

		private final FrameSource frames;

		private ReadFrames(final FrameSource frames) {
			this.frames = frames;
		}

		@Override
		public int count() {
			return frames.count();
		}

		@Override
		public String name(final int index) {
			return frames.name(index);
		}

		@Override
		public StyleTransferJob read(final int index) throws IOException {
			read = false;
			final StyleTransferJob job = frames.read(index);
			read = true;
			return job;
		}

		@Override
		public int previous(final int index) {
			return frames.previous(index);
		}
	}

	/** Something that is found out for a unit. */
	private interface Reading<T> {

		T read() throws IOException;
	}

	/** Something that is done for a unit. */
	private interface Work {

		UnitReport run() throws IOException;
	}
}
