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

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;

import org.scijava.Context;
import org.scijava.module.Module;

/**
 * Redraws the frames of a virtual stack into a folder and looks at the memory on the way: Java's heap after it was
 * collected, and what the process has resident. Prints a table and writes frames.json.
 */
public final class FramesBenchmark {

	private static final int EVERY = 50;

	private FramesBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for frames.json and the frames, number of frames, their width in pixels, iterations */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final int count = Integer.parseInt(arguments[1]);
		final int width = Integer.parseInt(arguments[2]);
		final Path folder = Files.createTempDirectory(Files.createDirectories(Paths.get(arguments[0])), "frames");
		final Panned frames = new Panned(count, width);
		try (Context context = new Context()) {
			final HostedCommand command = new HostedCommand(context, NeuralStyleTransfer.class.getName());
			final ImagePlus style = new ImagePlus("sample-images/style/great-wave.jpg");
			final Module module = command.run(Map.of("content", new ImagePlus("panned", frames), "style", style, "slices", "all",
				"size", 0, "iterations", Integer.parseInt(arguments[3]), "outputFolder", folder.toString()));
			frames.measure(count + 1);
			System.out.println(((ImagePlus) module.getOutput("result")).getStackSize() + " frames in " + folder);
		}
		Measurement.write(arguments[0], "frames.json", frames.rows);
	}

	/** Bytes in MB that Linux says of the process; 0 elsewhere. */
	private static double resident() throws IOException {
		final Path status = Paths.get("/proc/self/status");
		if (!Files.exists(status)) return 0;
		return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS")).mapToDouble(line -> Double
			.parseDouble(line.replaceAll("[^0-9]", "")) / 1000).findFirst().orElse(0);
	}

	/** A picture of which each frame shows another part, made when it is asked for. */
	private static final class Panned extends VirtualStack {

		private final ImageProcessor picture = new ImagePlus("sample-images/content/chelsea.png").getProcessor();
		private final List<Map<String, Object>> rows = new ArrayList<>();
		private final long start = System.nanoTime();
		private int last;

		private Panned(final int count, final int width) {
			super(width, width * 3 / 4, count, "RGB");
		}

		@Override
		public ImageProcessor getProcessor(final int index) {
			if (index > last && (index - 2) % EVERY == 0) measure(index);
			last = Math.max(last, index);
			picture.setRoi(index % (picture.getWidth() - getWidth() + 1), index / 4 % (picture.getHeight() - getHeight() + 1),
				getWidth(), getHeight());
			return picture.crop();
		}

		/** Measures when all frames before one are done. */
		private void measure(final int index) {
			try {
				for (int i = 0; i < 3; i++) {
					System.gc();
					Thread.sleep(50);
				}
				final Runtime java = Runtime.getRuntime();
				final Map<String, Object> row = new LinkedHashMap<>();
				row.put("frames", index - 1);
				row.put("seconds", (System.nanoTime() - start) / 1e9);
				row.put("heap MB", (java.totalMemory() - java.freeMemory()) / 1e6);
				row.put("resident MB", resident());
				rows.add(row);
				System.out.println(row);
			}
			catch (final IOException | InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
		}
	}
}
