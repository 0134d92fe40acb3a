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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Plot;
import ij.measure.ResultsTable;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LossPlotTest {

	private static List<StyleTransferProgress> history;

	@BeforeAll
	static void stylize() {
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, 64).set(Settings.PYRAMID, 2).set(Settings.ITERATIONS, 2)
			.set(Settings.TOTAL_VARIATION_WEIGHT, 0.0).build();
		history = new StyleTransfer(new BundledWeights(), recipe).run(ArrayImgs.argbs(new int[64 * 64], 64, 64), VggImage
			.noise(new ImageSize(64, 64), 1).toArgb(), new StyleTransferListener() {}).history();
		assertEquals(2, history.get(history.size() - 1).level());
	}

	@Test
	void totalAndEachTermHaveACurve() {
		final Plot plot = LossPlot.plot("title", history);
		final int terms = history.get(0).loss().terms().size();
		assertEquals(1 + terms, plot.getDataObjectDesignations().length);
		final float[] total = values(plot, 0);
		assertEquals((float) history.get(0).loss().total(), total[1]);
		assertEquals((float) history.get(history.size() - 1).loss().total(), total[total.length - 1]);
	}

	@Test
	void curvesBreakOffWhereALevelBegins() {
		final float[] total = values(LossPlot.plot("title", history), 0);
		final int second = (int) history.stream().filter(progress -> progress.level() == 1).count();
		assertEquals(history.size() + 2, total.length);
		assertTrue(Float.isNaN(total[second + 1]));
		assertEquals((float) history.get(second).loss().total(), total[second + 2]);
	}

	@Test
	void plotIsMadeOfASingleEvaluation() {
		final double[] limits = LossPlot.plot("title", history.subList(0, 1)).getLimits();
		assertTrue(limits[0] < limits[1] && limits[2] < limits[3]);
	}

	@Test
	void tableHasARowForEachEvaluation() {
		final ResultsTable table = new ResultsTable();
		history.forEach(progress -> LossPlot.addRow(table, progress));
		assertEquals(history.size(), table.size());
		final int last = history.size() - 1;
		assertEquals(history.size(), table.getValue("Evaluation", last));
		assertEquals(2, table.getValue("Level", last));
		assertEquals(history.get(last).loss().total(), table.getValue("Total", last));
		assertEquals(history.get(last).loss().term("style"), table.getValue("Style", last));
	}

	// -- Helper methods --

	private static float[] values(final Plot plot, final int curve) {
		return plot.getDataObjectArrays(curve)[1];
	}
}
