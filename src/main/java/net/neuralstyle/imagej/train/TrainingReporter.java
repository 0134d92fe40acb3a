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

package net.neuralstyle.imagej.train;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferSetup;
import net.neuralstyle.feedforward.TrainingListener;
import net.neuralstyle.feedforward.TrainingProgress;
import net.neuralstyle.imagej.progress.ClockTime;
import net.neuralstyle.imagej.progress.ShownProgress;

import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Shows how far a training has come: the status bar after every step, a line in the log every few seconds, windows
 * where there are any. Listens to what the user stops it with: Escape, or the cancel button of the task.
 */
public final class TrainingReporter implements TrainingListener, AutoCloseable {

	/** From one line in the log to the next. */
	private static final Duration SILENCE = Duration.ofSeconds(10);

	private final LogService log;
	private final ShownProgress shown;
	private final BooleanSupplier stopRequested;
	/** Null where there are none. */
	private final TrainingWindows windows;
	private Duration lastLine = Duration.ZERO.minus(SILENCE);
	private String summary = "failed";

	/**
	 * @param stopRequested whether a program wants it to finish soon
	 * @param windows null for none
	 */
	public TrainingReporter(final Context context, final Task task,
		final BooleanSupplier stopRequested, final TrainingWindows windows)
	{
		log = context.service(LogService.class);
		this.stopRequested = stopRequested;
		this.windows = windows;
		shown = new ShownProgress("Training", context, task);
	}

	// -- TrainingListener methods --

	@Override
	public void started(final StyleTransferSetup setup, final String engine, final List<Double> before) {
		log.info("Computes on " + setup.device() + ", " + engine + ", and compares with " + setup.network() + ", " + setup
			.engine());
		setup.device().notes().forEach(log::warn);
		setup.engine().notes().forEach(log::warn);
		setup.notes().forEach(log::warn);
		if (!before.isEmpty()) log.info("Goes on after step " + before.size());
		if (windows != null) windows.started(before);
	}

	@Override
	public void noted(final String note) {
		log.warn(note);
	}

	@Override
	public void stepFinished(final TrainingProgress progress, final Supplier<Img<ARGBType>> picture) {
		final String state = state(progress);
		shown.show(state);
		shown.showFraction(progress.fractionDone());
		if (progress.elapsed().minus(lastLine).compareTo(SILENCE) >= 0 || progress.step() == progress.steps()) {
			lastLine = progress.elapsed();
			log.info(state);
		}
		if (windows != null) windows.stepFinished(progress, picture);
	}

	@Override
	public boolean isCancelled() {
		return shown.isCancelled() || stopRequested.getAsBoolean();
	}

	// -- TrainingReporter methods --

	/** Says how it ended. */
	public void summarize(final String text) {
		summary = text;
		log.info(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
		shown.showAtEnd(text);
	}

	// -- AutoCloseable methods --

	@Override
	public void close() {
		shown.finish(summary);
	}

	// -- Helper methods --

	private static String state(final TrainingProgress progress) {
		return String.format(Locale.ROOT, "step %d%s, loss %.3e, mean %.3e%s", progress.step(), progress.steps() == 0 ? ""
			: "/" + progress.steps(), progress.loss().total(), progress.runningMean(), progress.remaining().map(
				left -> ", " + ClockTime.of(left) + " left").orElse(""));
	}
}
