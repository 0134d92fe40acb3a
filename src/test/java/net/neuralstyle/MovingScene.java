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

package net.neuralstyle;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/** Frames of a camera that moves over a photograph by known amounts, with the noise of a sensor. */
public final class MovingScene {

	/** How much of the photograph there is around the first frame, on each side, as a part of its side. */
	private static final double SURROUNDINGS = 0.25;

	private final VggImage photograph;
	private final int side;
	private final int margin;
	private final double right;
	private final double down;
	private final double zoom;
	private final double noise;

	/**
	 * @param photograph square, as large as {@link #photographSide} says
	 * @param side of the frames
	 * @param right how far the camera moves with each frame, in pixels
	 * @param down likewise
	 * @param zoom how much larger things become with each frame
	 * @param noise its standard deviation in grey levels
	 */
	public MovingScene(final Img<ARGBType> photograph, final int side, final double right, final double down,
		final double zoom, final double noise)
	{
		this.photograph = VggImage.of(photograph);
		this.side = side;
		margin = (photographSide(side) - side) / 2;
		this.right = right;
		this.down = down;
		this.zoom = zoom;
		this.noise = noise;
	}

	/** Side of the photograph for frames of a side. */
	public static int photographSide(final int side) {
		return side + 2 * (int) Math.round(SURROUNDINGS * side);
	}

	/** Makes a frame, from 0. */
	public Img<ARGBType> frame(final int index) {
		final double scale = Math.pow(zoom, -index);
		final VggImage seen = photograph.warpedBy(field(photograph.size(), scale, index * right, index * down));
		final int[] colours = seen.withoutMargin(margin).toArgb().update(null).getCurrentStorageArray();
		final Random random = new Random(index);
		for (int i = 0; i < colours.length; i++) {
			colours[i] = ARGBType.rgba(noisy(ARGBType.red(colours[i]), random), noisy(ARGBType.green(colours[i]), random), noisy(
				ARGBType.blue(colours[i]), random), 255);
		}
		return ArrayImgs.argbs(colours, side, side);
	}

	/** Where the pixels of a frame, from 1, are found in the one before. */
	public FlowField motion(final int index) {
		final double magnification = Math.pow(zoom, index - 1.0);
		return field(new ImageSize(side, side), 1 / zoom, magnification * right, magnification * down);
	}

	/**
	 * The mean difference, in grey levels, between a frame and the one before moved by the true motion, of pixels that
	 * both have.
	 *
	 * @param index of the second, from 1
	 */
	public double difference(final Img<ARGBType> before, final Img<ARGBType> frame, final int index) {
		final FlowField motion = motion(index);
		final float[] first = VggImage.of(before).warpedBy(motion).values();
		final float[] second = VggImage.of(frame).values();
		double sum = 0;
		int count = 0;
		for (int i = 0; i < first.length; i++) {
			final int x = i / VggImage.CHANNELS % side;
			final int y = i / VggImage.CHANNELS / side;
			if (!isInside(x + motion.right(x, y)) || !isInside(y + motion.down(x, y))) continue;
			sum += Math.abs(first[i] - second[i]);
			count++;
		}
		return sum / count;
	}

	// -- Helper methods --

	/** Leads from a pixel, seen from the middle, to scale times its place and so far beside. */
	private static FlowField field(final ImageSize size, final double scale, final double right, final double down) {
		final float[] rights = new float[Math.toIntExact(size.pixels())];
		final float[] downs = new float[rights.length];
		for (int i = 0; i < rights.length; i++) {
			rights[i] = (float) (right + (scale - 1) * (i % size.width() - (size.width() - 1) / 2.0));
			downs[i] = (float) (down + (scale - 1) * (i / size.width() - (size.height() - 1) / 2.0));
		}
		return FlowField.of(size, rights, downs);
	}

	private boolean isInside(final double position) {
		return position >= 0 && position <= side - 1;
	}

	private int noisy(final int level, final Random random) {
		return (int) Math.max(0, Math.min(255, Math.round(level + noise * random.nextGaussian())));
	}
}
