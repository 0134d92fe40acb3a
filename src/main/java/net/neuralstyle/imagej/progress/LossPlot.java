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

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.measure.ResultsTable;

import java.awt.Color;
import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.loss.Loss;

/**
 * Shows how the loss of a style transfer falls: a plot of the total and of each term by evaluation, on a logarithmic
 * scale, and a table of the same numbers. Both are brought up to date after each iteration, and closing either of them
 * is harmless. Where a level of the pyramid begins, the loss of another, larger image begins anew: the curves break
 * off, and a line is drawn.
 * <p>
 * To be used only where ImageJ shows windows.
 * </p>
 */
public final class LossPlot implements StyleTransferListener, AutoCloseable {

	private static final String EVALUATION = "Evaluation";
	private static final String LEVEL = "Level";
	private static final String TOTAL = "Total";

	private static final Color[] TERM_COLOURS = { new Color(0x1f77b4), new Color(0xd62728), new Color(0x2ca02c), new Color(
		0x9467bd), new Color(0xff7f0e), new Color(0x17becf) };
	private static final int WIDTH = 600;
	private static final int HEIGHT = 320;
	/** Digits behind the point in the table; negative, so that ImageJ writes powers of ten. */
	private static final int DIGITS = -4;

	private final String plotTitle;
	private final String tableTitle;
	private final List<StyleTransferProgress> history = new ArrayList<>();
	private final ResultsTable table = new ResultsTable();
	private final ShownPlot shownPlot = new ShownPlot();
	/** How much of the history is shown. */
	private int shown;
	private final ImagePlus picture;
	private Frame tableWindow;

	/** @param picture whose loss it is, for the titles */
	public LossPlot(final ImagePlus picture) {
		this.picture = picture;
		plotTitle = OpenImages.unusedTitle("Loss plot of " + picture.getTitle());
		tableTitle = OpenImages.unusedTitle("Loss of " + picture.getTitle());
	}

	// -- StyleTransferListener methods --

	@Override
	public void evaluationFinished(final StyleTransferProgress progress) {
		history.add(progress);
	}

	@Override
	public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
		update();
	}

	// -- AutoCloseable methods --

	/** Shows what is not shown yet; the windows stay, behind that of the picture. */
	@Override
	public void close() {
		update();
		if (picture.getWindow() != null) picture.getWindow().toFront();
	}

	// -- LossPlot methods --

	/** Draws the loss of all evaluations, at least one, of one transfer. */
	static Plot plot(final String title, final List<StyleTransferProgress> history) {
		final Plot plot = new Plot(title, EVALUATION, "Loss");
		plot.setFrameSize(WIDTH, HEIGHT);
		plot.setAxisYLog(true);
		final List<String> legend = new ArrayList<>();
		plot.setColor(Color.BLACK);
		plot.setLineWidth(2);
		addCurve(plot, history, Loss::total);
		legend.add(TOTAL);
		plot.setLineWidth(1);
		for (final String term : terms(history)) {
			plot.setColor(TERM_COLOURS[(legend.size() - 1) % TERM_COLOURS.length]);
			addCurve(plot, history, loss -> loss.term(term));
			legend.add(capitalized(term));
		}
		addLevels(plot, history);
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\t", legend), "auto");
		return plot;
	}

	/** Adds a row for an evaluation. */
	static void addRow(final ResultsTable table, final StyleTransferProgress progress) {
		table.addRow();
		table.addValue(EVALUATION, progress.evaluation());
		table.addValue(LEVEL, progress.level());
		table.addValue(TOTAL, progress.loss().total());
		progress.loss().terms().forEach((term, value) -> table.addValue(capitalized(term), value));
	}

	// -- Helper methods --

	private void update() {
		if (shown == history.size()) return;
		history.subList(shown, history.size()).forEach(progress -> addRow(table, progress));
		shown = history.size();
		shownPlot.show(plot(plotTitle, history), picture.getWindow());
		showTable();
	}

	private void showTable() {
		if (tableWindow != null && !tableWindow.isDisplayable()) return;
		for (int column = 0; table.columnExists(column); column++) {
			table.setDecimalPlaces(column, List.of(EVALUATION, LEVEL).contains(table.getColumnHeading(column)) ? 0 : DIGITS);
		}
		table.show(tableTitle);
		if (tableWindow != null) return;
		tableWindow = WindowManager.getFrame(tableTitle);
		WindowPlaces.placeBelow(tableWindow, shownPlot.window());
	}

	/** Adds a curve that breaks off between levels. */
	private static void addCurve(final Plot plot, final List<StyleTransferProgress> history,
		final Function<Loss, Double> value)
	{
		final List<Double> evaluations = new ArrayList<>();
		final List<Double> values = new ArrayList<>();
		for (int i = 0; i < history.size(); i++) {
			final StyleTransferProgress progress = history.get(i);
			if (isStartOfLevel(history, i)) {
				evaluations.add(progress.evaluation() - 0.5);
				values.add(Double.NaN);
			}
			final double loss = value.apply(progress.loss());
			evaluations.add((double) progress.evaluation());
			// NB: A term without weight has no place on a logarithmic scale.
			values.add(loss > 0 ? loss : Double.NaN);
		}
		plot.add("line", array(evaluations), array(values));
	}

	private static void addLevels(final Plot plot, final List<StyleTransferProgress> history) {
		double least = Double.POSITIVE_INFINITY;
		double most = 0;
		for (final StyleTransferProgress progress : history) {
			most = Math.max(most, progress.loss().total());
			for (final double value : progress.loss().terms().values()) {
				if (value > 0) least = Math.min(least, value);
			}
		}
		least = Math.pow(10, Math.floor(Math.log10(Math.min(least, most))));
		most = Math.pow(10, Math.ceil(Math.log10(most)));
		final double last = history.get(history.size() - 1).evaluation();
		plot.setLimits(1, Math.max(2, last), least, most);
		plot.setLineWidth(1);
		for (int i = 0; i < history.size(); i++) {
			if (!isStartOfLevel(history, i)) continue;
			final StyleTransferProgress progress = history.get(i);
			plot.setColor(Color.GRAY);
			if (i > 0) plot.drawLine(progress.evaluation() - 0.5, least, progress.evaluation() - 0.5, most);
			plot.addText(" " + progress.levelSize(), progress.evaluation(), least * 1.2);
		}
	}

	private static boolean isStartOfLevel(final List<StyleTransferProgress> history, final int index) {
		return index == 0 || history.get(index).level() != history.get(index - 1).level();
	}

	private static List<String> terms(final List<StyleTransferProgress> history) {
		return new ArrayList<>(history.get(0).loss().terms().keySet());
	}

	private static String capitalized(final String term) {
		return term.substring(0, 1).toUpperCase(Locale.ROOT) + term.substring(1);
	}

	private static double[] array(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
