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

package net.neuralstyle.feedforward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.MovingScene;
import net.neuralstyle.Provenance;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.TestPictures;
import net.neuralstyle.benchmark.BenchmarkImages;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.sequence.FrameSource;

import org.junit.jupiter.api.Test;

/** Paints small movies. */
class FramePaintingTest {

	private static final int SIDE = 64;
	private static final StyleNetwork NETWORK = PaintedColours.network(3);
	private static final MovingScene STILL = scene("chelsea", 0, 0);
	private static final MovingScene MOVING = scene("coffee", 2.5, -1.25);

	@Test
	void frameGoesOnFromTheOneBefore() throws IOException {
		assertEquals(List.of("", "0", "1"), formers(paint(0.5, frames(STILL, 3))));
	}

	@Test
	void framesOfAStillCameraFlickerLessTheMoreCoherentTheyAre() throws IOException {
		final double alone = difference(STILL, 0);
		final double half = difference(STILL, 0.5);
		final double most = difference(STILL, 0.8);
		assertTrue(half < 0.75 * alone && most < 0.6 * alone, () -> most + " " + half + " " + alone);
	}

	@Test
	void framesOfAMovingCameraDifferByLess() throws IOException {
		final double alone = difference(MOVING, 0);
		final double coherent = difference(MOVING, 0.5);
		assertTrue(coherent < 0.8 * alone, () -> coherent + " of " + alone);
	}

	@Test
	void anotherSceneBeginsAnew() throws IOException {
		final List<Img<ARGBType>> frames = List.of(STILL.frame(0), MOVING.frame(0), MOVING.frame(1));
		final List<PaintedPicture> pictures = paint(0.5, frames);
		assertEquals(List.of("", "", "1"), formers(pictures));
		assertArrayEquals(pixels(paint(0.5, frames.subList(1, 3))), pixels(pictures.subList(1, 3)));
	}

	@Test
	void withoutCoherenceEachFrameIsAsIfItWereAlone() throws IOException {
		final List<PaintedPicture> pictures = paint(0, frames(STILL, 2));
		assertEquals(List.of("", ""), formers(pictures));
		assertArrayEquals(pixels(paint(0, List.of(STILL.frame(1)))), pixels(pictures.subList(1, 2)));
	}

	@Test
	void sameFramesGiveTheSameBytes() throws IOException {
		assertArrayEquals(pixels(paint(0.5, frames(MOVING, 3))), pixels(paint(0.5, frames(MOVING, 3))));
	}

	@Test
	void framesBeforeACancelledOneAreWritten() throws IOException {
		final List<Integer> written = new ArrayList<>();
		try (PaintingSession session = session(0)) {
			assertEquals(1, new FramePainting(session).run(new Frames(frames(STILL, 3)), (index, picture) -> written.add(index),
				index -> new PaintingListener() {

					@Override
					public boolean isCancelled() {
						return index == 1;
					}
				}));
		}
		assertEquals(List.of(0), written);
	}

	@Test
	void framesBeforeOneThatCannotBeReadAreWritten() {
		final List<Integer> written = new ArrayList<>();
		final FrameSource source = new Frames(frames(STILL, 3)) {

			@Override
			public StyleTransferJob read(final int index) throws IOException {
				if (index == 2) throw new IOException("It is gone.");
				return super.read(index);
			}
		};
		try (PaintingSession session = session(0)) {
			assertThrows(IOException.class, () -> new FramePainting(session).run(source, (index, picture) -> written.add(index),
				index -> new PaintingListener() {}));
		}
		assertEquals(List.of(0, 1), written);
	}

	// -- Helper methods --

	private static MovingScene scene(final String name, final double right, final double down) {
		return new MovingScene(BenchmarkImages.squareArgb("content/" + name + ".png", MovingScene.photographSide(SIDE)), SIDE,
			right, down, 1, 4);
	}

	private static List<Img<ARGBType>> frames(final MovingScene scene, final int count) {
		return IntStream.range(0, count).mapToObj(scene::frame).collect(Collectors.toList());
	}

	private static PaintingSession session(final double coherence) {
		return new PaintingSession(NETWORK, PaintingRecipe.builder().set(PaintingSettings.COHERENCE, coherence).build());
	}

	private static List<PaintedPicture> paint(final double coherence, final List<Img<ARGBType>> frames)
		throws IOException
	{
		final List<PaintedPicture> pictures = new ArrayList<>();
		try (PaintingSession session = session(coherence)) {
			assertEquals(frames.size(), new FramePainting(session).run(new Frames(frames), (index, picture) -> pictures.add(
				picture), index -> new PaintingListener() {}));
		}
		return pictures;
	}

	/** The mean difference of the last frames, moved by the true motion. */
	private static double difference(final MovingScene scene, final double coherence) throws IOException {
		final List<PaintedPicture> pictures = paint(coherence, frames(scene, 6));
		return scene.difference(pictures.get(4).image(), pictures.get(5).image(), 5);
	}

	private static List<String> formers(final List<PaintedPicture> pictures) {
		return pictures.stream().map(picture -> picture.provenance().former().map(Provenance.Picture::name).orElse(""))
			.collect(Collectors.toList());
	}

	private static int[][] pixels(final List<PaintedPicture> pictures) {
		return pictures.stream().map(picture -> TestPictures.pixels(picture.image())).toArray(int[][]::new);
	}

	/** Each goes on from the one before. */
	private static class Frames implements FrameSource {

		private final List<Img<ARGBType>> frames;

		private Frames(final List<Img<ARGBType>> frames) {
			this.frames = frames;
		}

		@Override
		public int count() {
			return frames.size();
		}

		@Override
		public String name(final int index) {
			return String.valueOf(index);
		}

		@Override
		public StyleTransferJob read(final int index) throws IOException {
			return StyleTransferJob.of(frames.get(index));
		}

		@Override
		public int previous(final int index) {
			return index - 1;
		}
	}
}
