package net.neuralstyle.imagej;

import ij.IJ;

import java.util.Locale;

import net.neuralstyle.weights.download.DownloadListener;

import org.scijava.task.Task;

/** Shows a download's progress in the status bar. Escape or the cancel button of the task stop it. */
final class DownloadReporter implements DownloadListener, AutoCloseable {

	private static final double MEGABYTE = 1e6;

	private final String name;
	private final Task task;

	DownloadReporter(final String name, final Task task) {
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
