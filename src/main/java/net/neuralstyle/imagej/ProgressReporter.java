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

package net.neuralstyle.imagej;

import ij.IJ;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferLevel;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferSetup;

import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Shows a style transfer's progress: the status bar after every evaluation, the
 * picture and a line in the log after every iteration, a line in the log where a
 * level of the pyramid begins or ends early, and how it ended. Listens to what the
 * user stops it with: Escape, the cancel button of the task, or closing the window.
 */
final class ProgressReporter implements StyleTransferListener, AutoCloseable {

	private static final String FAILED = "failed";

	private final ResultImage picture;
	private final LogService log;
	private final SciJavaWindow window;
	private final Task task;
	private final BooleanSupplier stopRequested;
	private Duration lastIteration = Duration.ZERO;
	private String outcome = FAILED;
	private String summary = FAILED;
	private StyleTransferSetup setup;
	private StyleTransferProgress last;

	/** @param stopRequested whether a program wants it to finish soon */
	ProgressReporter(final ResultImage picture, final Context context, final Task task,
		final BooleanSupplier stopRequested)
	{
		this.picture = picture;
		this.task = task;
		log = context.service(LogService.class);
		window = new SciJavaWindow(context);
		this.stopRequested = stopRequested;
		show("preparing");
		task.start();
	}

	// -- StyleTransferListener methods --

	@Override
	public void started(final StyleTransferSetup newSetup) {
		setup = newSetup;
		show("preparing on " + setup.device());
		log.info("Computes on " + setup.device() + ", " + setup.engine());
		setup.device().notes().forEach(log::warn);
		setup.engine().notes().forEach(log::warn);
		setup.notes().forEach(log::warn);
	}

	@Override
	public void levelStarted(final StyleTransferLevel level) {
		final String size = level.size() + " pixels";
		log.info(nameOf(level) + ", " + size + (level.tiling().isWhole() ? "" : " in " + level.tiling()) + (level
			.number() == 1 ? "" : "; with more pixels the loss begins anew, higher"));
		show(nameOf(level) + ", " + size);
	}

	@Override
	public void levelConverged(final StyleTransferLevel level, final int evaluations) {
		log.info(nameOf(level) + " converged after " + evaluations + " of " + level.evaluations() + " evaluations");
	}

	@Override
	public void evaluationFinished(final StyleTransferProgress progress) {
		last = progress;
		show(String.format(Locale.ROOT, "iteration %d/%d, level %d/%d, loss %.1e, %s left", progress.iteration(), progress
			.iterations(), progress.level(), progress.levels(), progress.bestLoss().total(), clock(progress.remaining())));
		IJ.showProgress(progress.fractionDone());
		task.setProgressMaximum(progress.evaluations());
		// NB: By the share of the work, so that evaluations that are left out leave no gap at the end.
		task.setProgressValue(Math.round(progress.fractionDone() * progress.evaluations()));
	}

	@Override
	public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> image) {
		if (picture.isShown()) picture.refresh(image.get());
		final Duration duration = progress.elapsed().minus(lastIteration);
		lastIteration = progress.elapsed();
		log.info(String.format(Locale.ROOT, "iteration %d/%d: loss %s, %.1f s, %s left", progress.iteration(), progress
			.iterations(), progress.bestLoss(), seconds(duration), clock(progress.remaining())));
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed() || task.isCanceled() || picture.isClosed() || stopRequested.getAsBoolean();
	}

	// -- ProgressReporter methods --

	/** Says that the transfer ended well; without this it counts as failed. */
	void finished(final boolean cancelled) {
		outcome = cancelled ? "stopped" : "done";
		final boolean early = !cancelled && last.evaluation() < last.evaluations();
		log.info(String.format(Locale.ROOT, "%d of %d evaluations in %.1f s%s, loss %s", last.evaluation(), last.evaluations(),
			seconds(last.elapsed()), early ? ", as levels converged early" : "", last.bestLoss()));
		summary = String.format(Locale.ROOT, "%s in %.1f s, loss %.1e; see %s", outcome, seconds(last.elapsed()), last
			.bestLoss().total(), window.isVisible() ? "Window > Console" : "the Log window");
		// NB: After the end SciJava shows a status of its own; this one replaces it.
		window.showAtEnd(NeuralStyleTransfer.LABEL, status(summary));
	}

	// -- AutoCloseable methods --

	/** Clears the progress bar, and tells how it ended and which network was used. */
	@Override
	public void close() {
		task.finish();
		IJ.showProgress(1.0);
		show(summary);
		if (setup == null || outcome.equals(FAILED)) return;
		log.info("Style transfer " + outcome + " with " + setup.network() + ", weights SHA-256 " + setup.weightsChecksum());
	}

	// -- Helper methods --

	private void show(final String state) {
		IJ.showStatus(status(state));
		task.setStatusMessage(status(state));
	}

	private static String status(final String state) {
		return "Style transfer: " + state;
	}

	private static String nameOf(final StyleTransferLevel level) {
		return "level " + level.number() + " of " + level.count();
	}

	private static double seconds(final Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	private static String clock(final Duration duration) {
		return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
	}
}
