package net.neuralstyle.imagej;

import ij.IJ;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferSetup;
import net.neuralstyle.image.Tiling;

import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Shows a style transfer's progress: the status bar after every evaluation, the
 * picture and a line in the log after every iteration. Listens to what the user
 * stops it with: Escape, the cancel button of the task, or closing the window.
 */
final class ProgressReporter implements StyleTransferListener, AutoCloseable {

	private final ResultImage picture;
	private final LogService log;
	private final Task task;
	private final BooleanSupplier stopRequested;
	private Duration lastIteration = Duration.ZERO;
	private String outcome = "failed";
	private StyleTransferSetup setup;

	/** @param stopRequested whether a program wants it to finish soon */
	ProgressReporter(final ResultImage picture, final LogService log, final Task task,
		final BooleanSupplier stopRequested)
	{
		this.picture = picture;
		this.log = log;
		this.task = task;
		this.stopRequested = stopRequested;
		IJ.resetEscape();
		IJ.showStatus("Style transfer: preparing");
		task.setStatusMessage("Style transfer: preparing");
		task.start();
	}

	// -- StyleTransferListener methods --

	@Override
	public void started(final StyleTransferSetup newSetup) {
		setup = newSetup;
		IJ.showStatus("Style transfer: preparing on " + setup.device());
		log.info("Computes on " + setup.device());
		setup.device().notes().forEach(log::warn);
	}

	@Override
	public void levelStarted(final Tiling tiling) {
		if (!tiling.isWhole()) log.info("Computes " + tiling.image() + " pixels in " + tiling);
	}

	@Override
	public void evaluationFinished(final StyleTransferProgress progress) {
		final Duration remaining = progress.remaining();
		final String status = String.format(Locale.ROOT, "Style transfer: iteration %d/%d, loss %.1e, %d:%02d left", progress
			.iteration(), progress.iterations(), progress.bestLoss().total(), remaining.toMinutes(), remaining.toSecondsPart());
		IJ.showStatus(status);
		IJ.showProgress(progress.fractionDone());
		task.setStatusMessage(status);
		task.setProgressMaximum(progress.evaluations());
		task.setProgressValue(progress.evaluation());
	}

	@Override
	public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> image) {
		if (picture.isShown()) picture.refresh(image.get());
		final Duration duration = progress.elapsed().minus(lastIteration);
		lastIteration = progress.elapsed();
		log.info(String.format(Locale.ROOT, "iteration %d/%d: loss %s, %.1f s", progress.iteration(), progress.iterations(),
			progress.bestLoss(), duration.toMillis() / 1000.0));
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed() || task.isCanceled() || picture.isClosed() || stopRequested.getAsBoolean();
	}

	// -- ProgressReporter methods --

	/** Says how the transfer ended; without this it counts as failed. */
	void finished(final boolean cancelled) {
		outcome = cancelled ? "stopped" : "done";
	}

	// -- AutoCloseable methods --

	/** Clears the progress bar, and logs which network was used. */
	@Override
	public void close() {
		task.finish();
		IJ.showProgress(1.0);
		IJ.showStatus("Style transfer: " + outcome);
		if (setup == null) return;
		log.info("Style transfer " + outcome + " with " + setup.network() + ", weights SHA-256 " + setup.weightsChecksum());
	}
}
