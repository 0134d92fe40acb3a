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

package net.neuralstyle.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.MovingScene;
import net.neuralstyle.benchmark.BenchmarkImages;
import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds the motion of scenes whose motion is known. */
@Tag("slow")
class MotionTest {

	private static final int SIDE = 128;
	private static final List<String> PHOTOGRAPHS = List.of("astronaut", "chelsea", "coffee", "ihc");

	@ParameterizedTest
	@CsvSource({ "0, 0, 1, 2", "3.3, -1.7, 1, 1", "-6.2, 4.4, 1, 1", "0.5, 0.25, 1.02, 1" })
	void knownMotionIsFoundToTwoTenthsOfAPixel(final double right, final double down, final double zoom,
		final double noise)
	{
		for (final String name : PHOTOGRAPHS) {
			final MovingScene scene = scene(name, right, down, zoom, noise);
			final Motion motion = motion(scene);
			assertFalse(motion.isCut());
			final double error = error(scene.motion(1), motion);
			assertTrue(error < 0.2, () -> name + ": the error is " + error);
		}
	}

	@Test
	void noiseOfAStillCameraLeavesAlmostEverythingReliable() {
		for (final String name : PHOTOGRAPHS) {
			final double share = motion(scene(name, 0, 0, 1, 2)).reliable().share();
			assertTrue(share > 0.98, () -> name + ": " + share);
		}
	}

	@Test
	void whatEntersTheSceneIsNotReliable() {
		final WeightMap map = motion(scene("coffee", 6, 0, 1, 0)).reliable();
		for (int y = 0; y < SIDE; y++) {
			assertEquals(0, map.weight(SIDE - 1, y));
			assertEquals(0, map.weight(SIDE - 4, y));
		}
		assertTrue(map.share() > 0.85, () -> "share " + map.share());
	}

	@Test
	void anotherPhotographIsACut() {
		final Map<String, VggImage> nexts = new LinkedHashMap<>();
		PHOTOGRAPHS.forEach(name -> nexts.put(name, image(name, 1)));
		for (final String former : PHOTOGRAPHS) {
			final VggImage image = image(former, 0);
			nexts.forEach((name, next) -> assertEquals(!former.equals(name), between(image, next).isCut(), former + ", " + name));
		}
	}

	@ParameterizedTest
	@CsvSource({ "256, 4", "5, 130", "16, 16", "3, 3" })
	void smallAndNarrowFramesHaveAMotion(final int width, final int height) {
		final VggImage image = VggImage.noise(new ImageSize(width, height), 1);
		assertEquals(image.checksum(), image.warpedBy(between(image, image).field()).checksum());
	}

	@Test
	void flatFramesDoNotMove() {
		final VggImage flat = VggImage.noise(new ImageSize(1, 1), 1).resizedTo(new ImageSize(SIDE, SIDE));
		final Motion motion = between(flat, flat);
		assertFalse(motion.isCut());
		assertTrue(motion.reliable().isOnes());
	}

	@Test
	void flatFramesOfNoiseAreNoCut() {
		assertFalse(between(noise(1), noise(2)).isCut());
	}

	@Test
	void sameFramesGiveTheSameMotionBitForBit() {
		final MovingScene scene = scene("astronaut", 3.3, -1.7, 1.01, 1);
		final VggImage content = VggImage.of(scene.frame(1));
		assertEquals(content.warpedBy(motion(scene).field()).checksum(), content.warpedBy(motion(scene).field()).checksum());
	}

	// -- Helper methods --

	private static MovingScene scene(final String name, final double right, final double down, final double zoom,
		final double noise)
	{
		return new MovingScene(BenchmarkImages.squareArgb("content/" + name + ".png", MovingScene.photographSide(SIDE)), SIDE,
			right, down, zoom, noise);
	}

	private static Motion between(final VggImage former, final VggImage next) {
		return Motion.between(former, next, former.size());
	}

	private static Motion motion(final MovingScene scene) {
		return between(VggImage.of(scene.frame(0)), VggImage.of(scene.frame(1)));
	}

	private static VggImage image(final String name, final int frame) {
		return VggImage.of(scene(name, 2, 1, 1, 2).frame(frame));
	}

	/** A grey area with the noise of a sensor. */
	private static VggImage noise(final long seed) {
		final VggImage noise = VggImage.noise(new ImageSize(SIDE, SIDE), seed);
		final VggImage grey = noise.resizedTo(new ImageSize(1, 1)).resizedTo(noise.size());
		final float[] few = new float[SIDE * SIDE];
		Arrays.fill(few, 0.05f);
		return noise.over(grey, WeightMap.of(noise.size(), few));
	}

	/** The mean error, in pixels, where the motion is said to be reliable. */
	private static double error(final FlowField truth, final Motion motion) {
		final WeightMap map = motion.reliable();
		double sum = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final int x = i % SIDE;
			final int y = i / SIDE;
			sum += map.weight(x, y) * Math.hypot(motion.field().right(x, y) - truth.right(x, y), motion.field().down(x, y) -
				truth.down(x, y));
		}
		return sum / (map.share() * SIDE * SIDE);
	}
}
