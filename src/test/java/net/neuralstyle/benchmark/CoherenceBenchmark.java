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
import ij.io.FileSaver;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.MovingScene;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.TestPictures;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.sequence.FrameSource;
import net.neuralstyle.sequence.FrameTransfer;
import net.neuralstyle.weights.BundledWeights;

/**
 * Redraws made movies with and without coherence: a still camera with the noise of a sensor, and one that moves over a
 * photograph by known amounts. Compares each frame with the one before, moved by the true motion, and the time of a
 * later frame with that of the first. Prints a table and writes coherence.json, all frames, and a sheet for each scene:
 * what was seen, without and with coherence, from left to right every third frame.
 */
public final class CoherenceBenchmark {

	private static final double NOISE = 1;
	private static final int FRAMES_PER_COLUMN = 3;
	private static final int WARM_UP_SIDE = 64;
	private static final String HEADER = "| scene | coherence | content's difference | result's difference | of that " +
		"without | first frame, s | later frame, s | of the first |\n|---|---|---|---|---|---|---|---|";

	private CoherenceBenchmark() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments folder for coherence.json and pictures, side of the frames in pixels, how many, coherences beside 0
	 */
	public static void main(final String[] arguments) throws IOException {
		final int side = Integer.parseInt(arguments[1]);
		final int frames = Integer.parseInt(arguments[2]);
		Files.createDirectories(Paths.get(arguments[0]));
		redraw(scenes(WARM_UP_SIDE).get("still"), 2, WARM_UP_SIDE, "100", "great-wave", new ArrayList<>());
		final List<Map<String, Object>> rows = new ArrayList<>();
		System.out.println(HEADER);
		for (final Map.Entry<String, MovingScene> scene : scenes(side).entrySet()) {
			final List<List<Img<ARGBType>>> sheet = new ArrayList<>();
			sheet.add(contents(scene.getValue(), frames));
			double without = 0;
			for (int i = 2; i < arguments.length; i++) {
				final String coherence = i == 2 ? "0" : arguments[i];
				final List<Img<ARGBType>> results = new ArrayList<>();
				final List<Double> seconds = redraw(scene.getValue(), frames, side, coherence, style(scene.getKey()), results);
				sheet.add(results);
				final double difference = difference(scene.getValue(), results);
				if (i == 2) without = difference;
				final Map<String, Object> row = new LinkedHashMap<>();
				row.put("scene", scene.getKey());
				row.put("coherence", coherence);
				row.put("content", difference(scene.getValue(), sheet.get(0)));
				row.put("result", difference);
				row.put("share", difference / without);
				row.put("first", seconds.get(0));
				row.put("later", seconds.subList(1, frames).stream().mapToDouble(Double::doubleValue).average().orElseThrow());
				rows.add(row);
				System.out.println(line(row));
				for (int frame = 0; frame < frames; frame++) {
					write(List.of(List.of(results.get(frame))), side, 1, arguments[0], String.format("%s-%s-%03d.png", scene.getKey(),
						coherence, frame));
				}
			}
			write(sheet, side, FRAMES_PER_COLUMN, arguments[0], scene.getKey() + ".png");
		}
		Measurement.write(arguments[0], "coherence.json", rows);
		System.exit(0);
	}

	// -- Helper methods --

	/** The scenes by their names; motions grow with the frames' side. */
	private static Map<String, MovingScene> scenes(final int side) {
		final Map<String, MovingScene> scenes = new LinkedHashMap<>();
		final double unit = side / 512.0;
		scenes.put("still", new MovingScene(photograph("chelsea", side), side, 0, 0, 1, NOISE));
		scenes.put("pan", new MovingScene(photograph("coffee", side), side, 6.3 * unit, -2.7 * unit, 1, NOISE));
		scenes.put("zoom", new MovingScene(photograph("astronaut", side), side, 1.5 * unit, 0.8 * unit, 1.015, NOISE));
		return scenes;
	}

	private static String style(final String scene) {
		return scene.equals("pan") ? "composition-viii" : scene.equals("zoom") ? "village-street-in-auvers" : "great-wave";
	}

	private static Img<ARGBType> photograph(final String name, final int side) {
		return BenchmarkImages.squareArgb("content/" + name + ".png", MovingScene.photographSide(side));
	}

	private static List<Img<ARGBType>> contents(final MovingScene scene, final int frames) {
		final List<Img<ARGBType>> contents = new ArrayList<>();
		for (int frame = 0; frame < frames; frame++) {
			contents.add(scene.frame(frame));
		}
		return contents;
	}

	/**
	 * Redraws frames.
	 *
	 * @param results gets them
	 * @return seconds of each frame
	 */
	private static List<Double> redraw(final MovingScene scene, final int frames, final int side, final String coherence,
		final String style, final List<Img<ARGBType>> results) throws IOException
	{
		final StyleTransfer transfer = new StyleTransfer(new BundledWeights(), Recipe.builder().set(Settings.SIZE, side)
			.setText(Settings.COHERENCE, coherence).build());
		final List<Double> seconds = new ArrayList<>();
		final long[] before = { System.nanoTime() };
		try (StyleTransferSession session = transfer.open(Style.of(BenchmarkImages.squareArgb("style/" + style + ".jpg",
			side))))
		{
			new FrameTransfer(session).run(new Movie(scene, frames), (index, result) -> {
				final long now = System.nanoTime();
				seconds.add((now - before[0]) / 1e9);
				before[0] = now;
				results.add(result.image());
			}, index -> new StyleTransferListener() {});
		}
		return seconds;
	}

	/** The mean over all frames but the first. */
	private static double difference(final MovingScene scene, final List<Img<ARGBType>> frames) {
		double sum = 0;
		for (int frame = 1; frame < frames.size(); frame++) {
			sum += scene.difference(frames.get(frame - 1), frames.get(frame), frame);
		}
		return sum / (frames.size() - 1);
	}

	private static String line(final Map<String, Object> row) {
		final double first = (Double) row.get("first");
		final double later = (Double) row.get("later");
		return String.format("| %s | %s | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f |", row.get("scene"), row.get("coherence"),
			row.get("content"), row.get("result"), row.get("share"), first, later, later / first);
	}

	private static void write(final List<List<Img<ARGBType>>> rows, final int side, final int step, final String folder,
		final String file)
	{
		final int columns = (rows.get(0).size() + step - 1) / step;
		final ColorProcessor sheet = new ColorProcessor(columns * side, rows.size() * side);
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < columns; column++) {
				final int[] pixels = TestPictures.pixels(rows.get(row).get(column * step));
				sheet.insert(new ColorProcessor(side, side, pixels), column * side, row * side);
			}
		}
		new FileSaver(new ImagePlus("", sheet)).saveAsPng(Paths.get(folder, file).toString());
	}

	/** The scene as a source, each frame going on from the one before. */
	private static final class Movie implements FrameSource {

		private final MovingScene scene;
		private final int frames;

		private Movie(final MovingScene scene, final int frames) {
			this.scene = scene;
			this.frames = frames;
		}

		@Override
		public int count() {
			return frames;
		}

		@Override
		public String name(final int index) {
			return "frame " + index;
		}

		@Override
		public StyleTransferJob read(final int index) {
			return StyleTransferJob.of(scene.frame(index));
		}

		@Override
		public int previous(final int index) {
			return index - 1;
		}
	}
}
