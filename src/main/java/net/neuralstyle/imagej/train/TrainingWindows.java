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

import ij.ImagePlus;
import ij.gui.Plot;

import java.awt.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.feedforward.TrainingProgress;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.progress.ShownPlot;

/**
 * Shows how a network learns: a plot of the loss and of its running mean by step, and the held-out photograph as the
 * network paints it now. Both are brought up to date every few seconds, and closing either of them is harmless.
 * <p>
 * To be used only where ImageJ shows windows.
 * </p>
 */
public final class TrainingWindows {

	private static final Duration INTERVAL = Duration.ofSeconds(2);
	private static final Color PALE = new Color(0xb0b0b0);
	private static final int WIDTH = 600;
	private static final int HEIGHT = 320;

	private final String plotTitle;
	private final ImagePlus picture;
	private final List<Double> losses = new ArrayList<>();
	private final List<Double> means = new ArrayList<>();
	private final ShownPlot shownPlot = new ShownPlot();
	private Duration lastUpdate = Duration.ZERO.minus(INTERVAL);
	private boolean shown;

	/** @param network what people call the network that is trained, for the titles */
	public TrainingWindows(final String network) {
		plotTitle = OpenImages.unusedTitle("Loss of " + network);
		picture = new ImagePlus(OpenImages.unusedTitle("Held-out photograph by " + network));
	}

	/** Takes the losses of steps that were made before. */
	void started(final List<Double> before) {
		before.forEach(loss -> {
			losses.add(loss);
			means.add(TrainingProgress.runningMean(losses));
		});
	}

	/** Takes a step. */
	void stepFinished(final TrainingProgress progress, final Supplier<Img<ARGBType>> painted) {
		losses.add(progress.loss().total());
		means.add(progress.runningMean());
		final boolean isLast = progress.step() == progress.steps();
		if (!isLast && progress.elapsed().minus(lastUpdate).compareTo(INTERVAL) < 0) return;
		lastUpdate = progress.elapsed();
		showPicture(painted);
		shownPlot.show(plot(plotTitle, losses, means), picture.getWindow());
		shown = true;
	}

	/**
	 * Draws losses, at least one.
	 *
	 * @param means the running mean at each step
	 */
	static Plot plot(final String title, final List<Double> losses, final List<Double> means) {
		final Plot plot = new Plot(title, "Step", "Loss");
		plot.setFrameSize(WIDTH, HEIGHT);
		plot.setAxisYLog(true);
		final double[] steps = new double[losses.size()];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = i + 1;
		}
		plot.setColor(PALE);
		plot.add("line", steps, array(losses));
		plot.setColor(Color.BLACK);
		plot.setLineWidth(2);
		plot.add("line", steps, array(means));
		plot.setLineWidth(1);
		final double least = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
		final double most = losses.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
		plot.setLimits(1, Math.max(2, losses.size()), least * 0.9, most * 1.1);
		plot.addLegend("Loss of a step\tMean of the last steps", "auto");
		return plot;
	}

	// -- Helper methods --

	/** NB: A window that the user has closed stays closed. */
	private void showPicture(final Supplier<Img<ARGBType>> painted) {
		if (shown && picture.getWindow() == null) return;
		HeldOutPicture.set(picture, painted.get());
		if (!shown) picture.show();
	}

	private static double[] array(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
