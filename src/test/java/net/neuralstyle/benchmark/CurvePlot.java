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

package net.neuralstyle.benchmark;

import ij.gui.Plot;
import ij.io.FileSaver;

import java.awt.Color;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Map;

/** Draws the loss over the time, for several ways to the same picture. */
final class CurvePlot {

	private static final Color[] COLOURS = { Color.gray, Color.orange, Color.red, Color.green.darker(), Color.blue };

	private CurvePlot() {
		// NB: Not instantiable.
	}

	/**
	 * Writes folder/curve-name.png.
	 *
	 * @param curves at most five, by their names
	 */
	static void write(final String folder, final String name, final String title, final Map<String, LossCurve> curves) {
		final Plot plot = new Plot(title, "seconds", "loss at full size");
		plot.setSize(640, 400);
		plot.setLogScaleY();
		plot.setLineWidth(2);
		// NB: The last one has the last colour.
		int i = COLOURS.length - curves.size();
		for (final LossCurve curve : curves.values()) {
			plot.setColor(COLOURS[i++]);
			plot.add("line", curve.seconds(), curve.losses());
		}
		final double longest = curves.values().stream().mapToDouble(LossCurve::time).max().orElse(1);
		final double least = curves.values().stream().flatMapToDouble(curve -> Arrays.stream(curve.losses())).min().orElse(1);
		// NB: So that every way is seen, its last part at least.
		final double highest = curves.values().stream().mapToDouble(LossCurve::loss).max().orElse(1);
		plot.setLimits(0, longest, 0.9 * least, 4 * highest);
		plot.setColor(Color.black);
		plot.addLegend(String.join("\n", curves.keySet()), "top-right");
		new FileSaver(plot.getImagePlus()).saveAsPng(Paths.get(folder, "curve-" + name + ".png").toString());
	}
}
