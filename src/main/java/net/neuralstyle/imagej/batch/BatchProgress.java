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

package net.neuralstyle.imagej.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.StyleTransferSetup;
import net.neuralstyle.batch.BatchListener;
import net.neuralstyle.batch.BatchStatus;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.FrameWatcher;
import net.neuralstyle.batch.UnitPictures;
import net.neuralstyle.batch.UnitReport;
import net.neuralstyle.feedforward.PaintingSetup;
import net.neuralstyle.imagej.progress.ClockTime;
import net.neuralstyle.imagej.progress.ShownProgress;
import net.neuralstyle.imagej.progress.SeriesTime;
import net.neuralstyle.tensor.Device;

import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Shows how far a batch has come: the status bar after every evaluation, or part of a painting, a line in the log when
 * a picture begins and when it is known what became of it, a line every few seconds in between, a table where there is
 * a window. Listens to what the user stops it with: Escape or the cancel button of the task.
 */
public final class BatchProgress implements BatchListener, AutoCloseable {

	/** From one line in the log to the next while a picture is made. */
	private static final Duration SILENCE = Duration.ofSeconds(10);
	private static final Duration TABLE_INTERVAL = Duration.ofMillis(500);
	/** Of the task's progress, for each picture. */
	private static final int STEPS = 1000;

	private final int count;
	private final LogService log;
	private final ShownProgress shown;
	private final BooleanSupplier stopRequested;
	private final IntSupplier atOnce;
	/** Null where there is no window. */
	private final BatchTable table;
	private long tableShown = System.nanoTime() - TABLE_INTERVAL.toNanos();
	private int finished;
	/** How long the pictures took that were made. */
	private final List<Double> seconds = new ArrayList<>();
	/** Whether it was told what computes. */
	private boolean isSetupTold;
	/** What was told of styles, which is the same for many pictures. */
	private final Set<String> told = new HashSet<>();
	private String summary = "failed";

	/**
	 * @param count of the units
	 * @param stopRequested whether a program wants it to finish soon
	 * @param atOnce about how many pictures are made at once
	 * @param table null for none
	 */
	public BatchProgress(final int count, final Context context, final Task task, final BooleanSupplier stopRequested,
		final IntSupplier atOnce, final BatchTable table)
	{
		this.count = count;
		log = context.service(LogService.class);
		this.stopRequested = stopRequested;
		this.atOnce = atOnce;
		this.table = table;
		shown = new ShownProgress("Style transfer", context, task);
	}

	// -- BatchListener methods --

	@Override
	public IntFunction<FrameWatcher> starting(final int index, final BatchUnit unit, final String reason,
		final UnitPictures.Content content)
	{
		content.notes().forEach(log::warn);
		final int frames = content.frames().count();
		log.info(label(index, unit) + ", " + name(unit) + ": " + reason + inWords(unit, frames));
		final UnitProgress progress = new UnitProgress(unit, index, frames, content.followingShare());
		return frame -> {
			progress.begin(frame);
			return progress;
		};
	}

	@Override
	public void finished(final int index, final UnitReport report) {
		if (report.status() != BatchStatus.BUSY) finished++;
		if (report.status() == BatchStatus.DONE) seconds.add(report.seconds());
		final String what = label(index, report.unit()) + ", " + name(report.unit()) + ": " + report.status();
		if (report.status() == BatchStatus.FAILED) log.error(what + ". " + report.reason());
		else if (report.status() == BatchStatus.DONE) {
			final String loss = Double.isNaN(report.loss()) ? "" : String.format(Locale.ROOT, ", loss %.4g", report.loss());
			log.info(String.format(Locale.ROOT, "%s in %.1f s%s%s%s", what, report.seconds(), inWords(report.unit(), report
				.frames()), loss, finished == count ? "" : ", " + clock(left(0, count - finished)) + " left for all"));
		}
		else log.info(what + ", " + report.reason());
		showDone(finished);
		if (table == null) return;
		table.put(index, report);
		// NB: To show a long table takes time.
		if (finished < count && System.nanoTime() - tableShown < TABLE_INTERVAL.toNanos()) return;
		table.show();
		tableShown = System.nanoTime();
	}

	@Override
	public boolean isStopped() {
		return shown.isCancelled() || stopRequested.getAsBoolean();
	}

	// -- BatchProgress methods --

	/** Says how it ended. */
	public void summarize(final String text) {
		summary = text;
		shown.showAtEnd(text);
	}

	// -- AutoCloseable methods --

	@Override
	public void close() {
		if (table != null && finished > 0) table.show();
		shown.finish(summary);
	}

	// -- Helper methods --

	private String label(final int index, final BatchUnit unit) {
		return (unit.isOfFrames() ? "result " : "picture ") + (index + 1) + " of " + count;
	}

	/** How many frames there are, empty for one picture. */
	private static String inWords(final BatchUnit unit, final int frames) {
		return unit.isOfFrames() ? ", " + frames + (frames == 1 ? " frame" : " frames") : "";
	}

	private static String name(final BatchUnit unit) {
		return unit.output().substring(unit.output().lastIndexOf('/') + 1);
	}

	/** @param done how many units are done, and what is done of the one under way */
	private void showDone(final double done) {
		shown.showFraction(done / count, (long) count * STEPS);
	}

	/**
	 * Estimates the time that is left, as if all other pictures had to be made, each in the time of those before.
	 *
	 * @param current seconds that the picture under way still takes
	 * @param others pictures that come after it
	 */
	private double left(final double current, final int others) {
		return current + others * seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0) / atOnce.getAsInt();
	}

	private static String clock(final double seconds) {
		return ClockTime.of(Duration.ofMillis(Math.round(seconds * 1000)));
	}

	/** Of one picture, or of frames that belong together. */
	private final class UnitProgress implements FrameWatcher {

		private final String label;
		private final int index;
		private final int frames;
		private final SeriesTime time;
		private Duration lastLine = Duration.ZERO;
		/** Which frame is under way, from 1. */
		private int frame = 1;
		/** When it was begun. */
		private long start;

		/** @param followingShare how much work a frame after the first one is, if that is 1 */
		private UnitProgress(final BatchUnit unit, final int index, final int frames, final double followingShare) {
			label = label(index, unit);
			this.index = index;
			this.frames = frames;
			time = new SeriesTime(frames, followingShare);
		}

		/** Begins a frame, after the one before is done. */
		private void begin(final int newFrame) {
			final long now = System.nanoTime();
			if (newFrame > 0) time.add(Duration.ofNanos(now - start));
			start = now;
			frame = newFrame + 1;
		}

		@Override
		public void started(final StyleTransferSetup setup) {
			logSetup(setup.device(), setup.engine() + ", with " + setup.network(), setup.engine().notes());
			setup.notes().stream().filter(told::add).forEach(log::warn);
		}

		@Override
		public void started(final PaintingSetup setup) {
			logSetup(setup.device(), setup.engine(), List.of());
		}

		private void logSetup(final Device device, final String engine, final List<String> notes) {
			if (isSetupTold) return;
			isSetupTold = true;
			log.info("Computes on " + device + ", " + engine);
			device.notes().forEach(log::warn);
			notes.forEach(log::warn);
		}

		@Override
		public void evaluationFinished(final StyleTransferProgress progress) {
			// NB: There is not much room.
			show(String.format(Locale.ROOT, "iteration %d/%d, loss %.1e", progress.iteration(), progress.iterations(), progress
				.bestLoss().total()), progress.fractionDone(), progress.elapsed(), progress.remaining());
		}

		@Override
		public void partFinished(final int done, final int parts) {
			final double fraction = (double) done / parts;
			final Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
			final Duration remaining = Duration.ofNanos((long) (elapsed.toNanos() * (1 / fraction - 1)));
			final String state = parts == 1 ? "painted" : "part " + done + "/" + parts;
			show(state, fraction, elapsed, remaining);
			logNowAndThen(state, elapsed, remaining);
		}

		@Override
		public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
			logNowAndThen(String.format(Locale.ROOT, "iteration %d/%d, loss %.1e", progress.iteration(), progress.iterations(),
				progress.bestLoss().total()), progress.elapsed(), progress.remaining());
		}

		@Override
		public boolean isCancelled() {
			return isStopped();
		}

		/**
		 * Shows how far it has come.
		 *
		 * @param state of the frame, in words
		 * @param done of the frame, 0..1
		 */
		private void show(final String state, final double done, final Duration elapsed, final Duration remaining) {
			shown.show(String.format(Locale.ROOT, "%d/%d, %s%s, %s left", index + 1, count, nameOfFrame(), state, clock(
				leftForAll(elapsed, remaining))));
			showDone(finished + time.fractionDone(done));
		}

		private void logNowAndThen(final String state, final Duration elapsed, final Duration remaining) {
			final Duration all = time.elapsed().plus(elapsed);
			if (all.minus(lastLine).compareTo(SILENCE) < 0) return;
			lastLine = all;
			log.info(String.format(Locale.ROOT, "%s: %s%s, %s left, %s for all", label, nameOfFrame(), state, clock(left(
				elapsed, remaining)), clock(leftForAll(elapsed, remaining))));
		}

		/** Empty where there is one only. */
		private String nameOfFrame() {
			return frames == 1 ? "" : "frame " + frame + "/" + frames + ", ";
		}

		/** Seconds that all frames still take. */
		private double left(final Duration elapsed, final Duration remaining) {
			return time.remaining(elapsed, remaining).toMillis() / 1000.0;
		}

		private double leftForAll(final Duration elapsed, final Duration remaining) {
			final double left = left(elapsed, remaining);
			final int others = count - finished - 1;
			final double spent = time.elapsed().plus(elapsed).toMillis() / 1000.0;
			return seconds.isEmpty() ? left + others * (spent + left) : BatchProgress.this.left(left, others);
		}
	}
}
