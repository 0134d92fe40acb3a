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

import net.neuralstyle.imagej.image.ShownPicture;

import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Shows the progress of work on a picture, or on one frame after the other, in the status bar, a task and the log, and
 * how it ended. Listens to what the user stops it with: Escape, the cancel button of the task, or closing the window.
 */
abstract class WorkReporter implements AutoCloseable {

	private static final String FAILED = "failed";

	private final ShownPicture picture;
	private final int frames;
	private final SeriesTime time;
	private final LogService log;
	private final ShownProgress progress;
	private final BooleanSupplier stopRequested;
	private String outcome = FAILED;
	private String summary = FAILED;
	/** Which frame is under way, from 1. */
	private int frame = 1;
	private boolean isStopped;

	/**
	 * @param frames how many there are
	 * @param followingShare how much work a frame after the first one is, if that is 1
	 * @param stopRequested whether a program wants it to finish soon
	 */
	WorkReporter(final ShownPicture picture, final int frames, final double followingShare, final Context context,
		final Task task, final BooleanSupplier stopRequested)
	{
		this.picture = picture;
		this.frames = frames;
		time = new SeriesTime(frames, followingShare);
		log = context.service(LogService.class);
		this.stopRequested = stopRequested;
		progress = new ShownProgress("Style transfer", context, task);
	}

	/** Says what worked, to go on after how it ended; nothing if it is not known. */
	abstract Optional<String> maker();

	/** Whether somebody wants it to finish soon. */
	public final boolean isCancelled() {
		return progress.isCancelled() || picture.isClosed() || stopRequested.getAsBoolean();
	}

	/**
	 * Says that a frame begins.
	 *
	 * @param index from 0
	 */
	public void frameStarted(final int index) {
		frame = index + 1;
	}

	/**
	 * Says that the frames ended well.
	 *
	 * @param done how many there are now
	 */
	public final void framesFinished(final int done) {
		outcome = outcome(isStopped);
		final String result = String.format(Locale.ROOT, "%s, %d of %d frames in %s", outcome, done, frames, ClockTime.of(time
			.elapsed()));
		log.info("Frames " + result + (done == 0 || done == frames ? "" : ": these are kept"));
		summarize(result);
	}

	/** Clears the progress bar, and tells how it ended and which network was used. */
	@Override
	public final void close() {
		progress.finish(summary);
		if (outcome.equals(FAILED)) return;
		maker().ifPresent(maker -> log.info("Style transfer " + outcome + " with " + maker));
	}

	// -- For subclasses --

	/** Notes that the one picture ended well. */
	final void endPicture(final boolean cancelled, final String result) {
		outcome = outcome(cancelled);
		summarize(outcome + " " + result);
	}

	/** Notes that the frame that was begun last ended well. */
	final void endFrame(final boolean cancelled, final Duration duration) {
		time.add(duration);
		isStopped |= cancelled;
	}

	/**
	 * Shows how far it has come.
	 *
	 * @param ofFrame what is done of the frame under way, 0..1
	 */
	final void showFraction(final double ofFrame) {
		// NB: By the share of the work, so that what is left out leaves no gap at the end.
		progress.showFraction(time.fractionDone(ofFrame));
	}

	/** As {@link SeriesTime#remaining}. */
	final Duration remaining(final Duration elapsedOfFrame, final Duration remainingOfFrame) {
		return time.remaining(elapsedOfFrame, remainingOfFrame);
	}

	/** What a line begins with, empty where there is one picture only. */
	final String nameOfFrame() {
		return frames == 1 ? "" : "frame " + frame + "/" + frames + ", ";
	}

	/** Shows a state in the status bar. */
	final void show(final String state) {
		progress.show(state);
	}

	final ShownPicture picture() {
		return picture;
	}

	final LogService log() {
		return log;
	}

	static double seconds(final Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	// -- Helper methods --

	private static String outcome(final boolean cancelled) {
		return cancelled ? "stopped" : "done";
	}

	private void summarize(final String result) {
		summary = result + "; see " + progress.placeOfLog();
		progress.showAtEnd(summary);
	}
}
