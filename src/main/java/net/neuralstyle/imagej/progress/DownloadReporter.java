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

import java.util.Locale;

import net.neuralstyle.weights.download.DownloadListener;

import org.scijava.task.Task;

/** Shows a download's progress in the status bar. Escape or the cancel button of the task stop it. */
public final class DownloadReporter implements DownloadListener, AutoCloseable {

	private static final double MEGABYTE = 1e6;

	private final String name;
	private final Task task;

	public DownloadReporter(final String name, final Task task) {
		this.name = name;
		this.task = task;
		show("connecting");
		task.start();
	}

	// -- DownloadListener methods --

	@Override
	public void progress(final long bytes, final long total, final double bytesPerSecond) {
		show(String.format(Locale.ROOT, "%.1f of %.1f MB, %.1f MB/s", bytes / MEGABYTE, total / MEGABYTE, bytesPerSecond /
			MEGABYTE));
		IJ.showProgress((double) bytes / total);
		task.setProgressMaximum(total);
		task.setProgressValue(bytes);
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed() || task.isCanceled();
	}

	// -- AutoCloseable methods --

	/** Clears status and progress bar. */
	@Override
	public void close() {
		task.finish();
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}

	// -- Helper methods --

	private void show(final String state) {
		final String status = name + ": " + state;
		IJ.showStatus(status);
		task.setStatusMessage(status);
	}
}
