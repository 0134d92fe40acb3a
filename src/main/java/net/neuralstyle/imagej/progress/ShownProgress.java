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

import ij.IJ;

import org.scijava.Context;
import org.scijava.task.Task;

/**
 * How far work has come, in ImageJ's status bar and progress bar and in SciJava's task; and whether the user wants it
 * to end, by Escape or the task's cancel button.
 */
public final class ShownProgress {

	/** Of the task's progress. */
	private static final int STEPS = 1000;

	private final String work;
	private final Task task;
	private final SciJavaWindow window;

	/**
	 * Begins.
	 *
	 * @param work what the status begins with
	 */
	public ShownProgress(final String work, final Context context, final Task task) {
		this.work = work;
		this.task = task;
		window = new SciJavaWindow(context);
		show("preparing");
		task.start();
	}

	/** Whether the user wants it to end soon. */
	public boolean isCancelled() {
		return IJ.escapePressed() || task.isCanceled();
	}

	/** Shows a state in the status bar. */
	public void show(final String state) {
		IJ.showStatus(status(state));
		task.setStatusMessage(status(state));
	}

	/** Shows a share of the work, 0..1, some of which is done. */
	public void showFraction(final double fraction) {
		showFraction(fraction, STEPS);
	}

	/**
	 * As {@link #showFraction(double)}.
	 *
	 * @param steps of the task's progress
	 */
	public void showFraction(final double fraction, final long steps) {
		IJ.showProgress(fraction);
		task.setProgressMaximum(steps);
		task.setProgressValue(Math.max(1, Math.round(fraction * steps)));
	}

	/** Sees to it that a state is shown in the end, when SciJava would show a status of its own. */
	public void showAtEnd(final String state) {
		window.showAtEnd(task.getName(), status(state));
	}

	/** Clears the progress bar, and shows the last state. */
	public void finish(final String state) {
		task.finish();
		IJ.showProgress(1.0);
		show(state);
	}

	/** Where the user finds the log. */
	String placeOfLog() {
		return window.isVisible() ? "Window > Console" : "the Log window";
	}

	private String status(final String state) {
		return work + ": " + state;
	}
}
