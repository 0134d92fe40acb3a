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

package net.neuralstyle.imagej.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.feedforward.PaintingListener;
import net.neuralstyle.feedforward.PaintingSetup;
import net.neuralstyle.imagej.image.ShownPicture;

import org.scijava.Context;
import org.scijava.task.Task;

/**
 * Shows the progress of a picture that a network paints, or of one frame after the other: the status bar after every
 * part, a line in the log for every picture, and how it ended.
 */
public final class PaintingReporter extends WorkReporter implements PaintingListener {

	private PaintingSetup setup;
	private long start = System.nanoTime();

	/**
	 * @param frames how many there are
	 * @param stopRequested whether a program wants it to finish soon
	 */
	public PaintingReporter(final ShownPicture picture, final int frames, final Context context, final Task task,
		final BooleanSupplier stopRequested)
	{
		super(picture, frames, 1, context, task, stopRequested);
	}

	// -- PaintingListener methods --

	@Override
	public void started(final PaintingSetup newSetup) {
		// NB: Every frame has the same.
		if (setup != null) return;
		setup = newSetup;
		log().info("Computes on " + setup.device() + ", " + setup.engine());
		setup.device().notes().forEach(log()::warn);
		log().info(setup.size() + " pixels" + (setup.tiling().isWhole() ? "" : " in " + setup.tiling()));
	}

	@Override
	public void partFinished(final int done, final int parts) {
		final double fraction = (double) done / parts;
		final Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
		final Duration left = remaining(elapsed, Duration.ofNanos((long) (elapsed.toNanos() * (1 / fraction - 1))));
		show(nameOfFrame() + (parts == 1 ? "painted" : "part " + done + " of " + parts) + ", " +
			ClockTime.of(left) + " left");
		showFraction(fraction);
	}

	// -- WorkReporter methods --

	@Override
	public void frameStarted(final int index) {
		super.frameStarted(index);
		start = System.nanoTime();
	}

	@Override
	Optional<String> maker() {
		return Optional.ofNullable(setup).map(known -> known.network() + ", SHA-256 " + known.network().checksum());
	}

	// -- PaintingReporter methods --

	/** Says that the picture ended well; without this, or {@link #framesFinished}, it counts as failed. */
	public void finished(final PaintedPicture picture) {
		final String duration = String.format(Locale.ROOT, "in %.1f s", picture.provenance().seconds());
		log().info("Painted " + duration);
		endPicture(picture.isCancelled(), duration);
	}

	/** Says that the frame that was begun last ended well. */
	public void frameFinished(final PaintedPicture frame) {
		log().info(String.format(Locale.ROOT, "%spainted in %.1f s", nameOfFrame(), frame.provenance().seconds()));
		endFrame(frame.isCancelled(), Duration.ofNanos(System.nanoTime() - start));
	}

	/** Says that the frame that was begun last was given up. */
	public void frameStopped() {
		endFrame(true, Duration.ofNanos(System.nanoTime() - start));
	}
}
