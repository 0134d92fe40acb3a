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
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferLevel;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferSetup;
import net.neuralstyle.imagej.image.ShownPicture;

import org.scijava.Context;
import org.scijava.task.Task;

/**
 * Shows the progress of a style transfer, or of one frame after the other: the
 * status bar after every evaluation, the picture and a line in the log after every
 * iteration, a line in the log where a level of the pyramid begins or ends early,
 * and how it ended.
 */
public final class ProgressReporter extends WorkReporter implements StyleTransferListener {

	private Duration lastIteration = Duration.ZERO;
	private StyleTransferSetup setup;
	private StyleTransferProgress last;

	/** @param stopRequested whether a program wants it to finish soon */
	public ProgressReporter(final ShownPicture picture, final Context context, final Task task,
		final BooleanSupplier stopRequested)
	{
		this(picture, 1, 1, context, task, stopRequested);
	}

	/**
	 * @param frames how many there are
	 * @param followingShare how much work a frame after the first one is, if that is 1
	 * @param stopRequested whether a program wants it to finish soon
	 */
	public ProgressReporter(final ShownPicture picture, final int frames, final double followingShare,
		final Context context, final Task task, final BooleanSupplier stopRequested)
	{
		super(picture, frames, followingShare, context, task, stopRequested);
	}

	// -- StyleTransferListener methods --

	@Override
	public void started(final StyleTransferSetup newSetup) {
		// NB: Every frame has the same.
		if (setup != null) return;
		setup = newSetup;
		show("preparing on " + setup.device());
		log().info("Computes on " + setup.device() + ", " + setup.engine());
		setup.device().notes().forEach(log()::warn);
		setup.engine().notes().forEach(log()::warn);
		setup.notes().forEach(log()::warn);
	}

	@Override
	public void levelStarted(final StyleTransferLevel level) {
		final String size = level.size() + " pixels";
		log().info(nameOfFrame() + nameOf(level) + ", " + size + (level.tiling().isWhole() ? "" : " in " + level.tiling()) +
			(level.number() == 1 ? "" : "; with more pixels the loss begins anew, higher"));
		show(nameOfFrame() + nameOf(level) + ", " + size);
	}

	@Override
	public void levelConverged(final StyleTransferLevel level, final int evaluations) {
		log().info(nameOfFrame() + nameOf(level) + " converged after " + evaluations + " of " +
			level.evaluations() + " evaluations");
	}

	@Override
	public void evaluationFinished(final StyleTransferProgress progress) {
		last = progress;
		show(String.format(Locale.ROOT, "%siteration %d/%d, level %d/%d, loss %.1e, %s left", nameOfFrame(), progress
			.iteration(), progress.iterations(), progress.level(), progress.levels(), progress.bestLoss().total(), ClockTime.of(
				remaining(progress))));
		showFraction(progress.fractionDone());
	}

	@Override
	public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> image) {
		if (picture().isShown()) picture().refresh(image.get());
		final Duration duration = progress.elapsed().minus(lastIteration);
		lastIteration = progress.elapsed();
		log().info(String.format(Locale.ROOT, "%siteration %d/%d: loss %s, %.1f s, %s left", nameOfFrame(),
			progress.iteration(), progress.iterations(), progress.bestLoss(), seconds(duration),
			ClockTime.of(remaining(progress))));
	}

	// -- WorkReporter methods --

	@Override
	public void frameStarted(final int index) {
		super.frameStarted(index);
		lastIteration = Duration.ZERO;
	}

	@Override
	Optional<String> maker() {
		return Optional.ofNullable(setup).map(known -> known.network() + ", weights SHA-256 " + known.weightsChecksum());
	}

	// -- ProgressReporter methods --

	/** Says that the transfer ended well; without this, or {@link #framesFinished}, it counts as failed. */
	public void finished(final boolean cancelled) {
		logEnd(cancelled);
		endPicture(cancelled, String.format(Locale.ROOT, "in %.1f s, loss %.1e", seconds(last.elapsed()), last.bestLoss()
			.total()));
	}

	/** Says that the frame that was begun last ended well. */
	public void frameFinished(final boolean cancelled) {
		logEnd(cancelled);
		endFrame(cancelled, last.elapsed());
	}

	// -- Helper methods --

	private void logEnd(final boolean cancelled) {
		final boolean early = !cancelled && last.evaluation() < last.evaluations();
		log().info(String.format(Locale.ROOT, "%s%d of %d evaluations in %.1f s%s, loss %s", nameOfFrame(), last.evaluation(),
			last.evaluations(), seconds(last.elapsed()), early ? ", as levels converged early" : "", last.bestLoss()));
	}

	private Duration remaining(final StyleTransferProgress progress) {
		return remaining(progress.elapsed(), progress.remaining());
	}

	private static String nameOf(final StyleTransferLevel level) {
		return "level " + level.number() + " of " + level.count();
	}
}
