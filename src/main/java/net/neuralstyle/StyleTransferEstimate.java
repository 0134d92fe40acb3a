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

import java.time.Duration;
import java.util.Collection;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/**
 * What a style transfer will take, told beforehand from the images' sizes alone:
 * how large the result becomes, how much work it is, and about how much memory.
 * Immutable.
 */
public final class StyleTransferEstimate {

	private static final double MEGA = 1e6;
	/** What ND4J takes whatever the image's size. */
	private static final long FIXED_BYTES = 128L << 20;
	/** For a pixel of the image: some thirty vectors of three floats, most of them L-BFGS's. */
	private static final long BYTES_PER_PIXEL = 350;
	/**
	 * For a pixel of what is computed at once, the network's in float32; measured at 512 x 512, see docs/performance.md.
	 */
	private static final long COMPACT_BYTES_PER_PIXEL = 1000;
	private static final long VGG_BYTES_PER_PIXEL = 2300;
	/** The same in bfloat16. */
	private static final long COMPACT_BFLOAT16_BYTES_PER_PIXEL = 700;
	private static final long VGG_BFLOAT16_BYTES_PER_PIXEL = 1300;
	private static final long LARGEST_TILE_PIXELS = 2048L * 2048;

	private final ImageSize size;
	private final double work;
	/** Of a frame that goes on from another one. */
	private final double followingWork;
	private final long bytes;

	private StyleTransferEstimate(final ImageSize size, final double work, final double followingWork, final long bytes) {
		this.size = size;
		this.work = work;
		this.followingWork = followingWork;
		this.bytes = bytes;
	}

	/**
	 * Estimates a run. Where the recipe leaves the precision to the machine, the memory is that of float32, which takes
	 * more.
	 *
	 * @param content size of the content image
	 * @param styles sizes of the style images
	 */
	public static StyleTransferEstimate of(final Recipe recipe, final NetworkKind network, final ImageSize content,
		final Collection<ImageSize> styles)
	{
		final ImageSize size = StyleTransferSession.targetSize(recipe, content);
		final Pyramid pyramid = Pyramid.of(recipe, size, styles);
		final int evaluations = recipe.get(Settings.ITERATIONS) * StyleTransfer.EVALUATIONS_PER_ITERATION;
		final double work = work(pyramid, evaluations);
		final double followingWork = recipe.get(Settings.COHERENCE) == 0 ? work : work(Pyramid.following(size), evaluations);
		final long perPixel = networkBytesPerPixel(network, recipe.get(Settings.PRECISION));
		final long atOnce = Math.min(size.pixels(), recipe.get(Settings.TILE_SIZE) == 0 ? LARGEST_TILE_PIXELS : (long) Math
			.pow(recipe.get(Settings.TILE_SIZE), 2));
		return new StyleTransferEstimate(size, work, followingWork, FIXED_BYTES + BYTES_PER_PIXEL * size.pixels() + perPixel *
			atOnce);
	}

	/** Size of the result. */
	public ImageSize size() {
		return size;
	}

	/** Megapixels that will be evaluated, all levels together; fewer if a level converges early. */
	public double work() {
		return work;
	}

	/** How much less work a frame is that goes on from another one: 1 for as much. */
	public double followingShare() {
		return followingWork / work;
	}

	/** About how much memory is needed outside of Java's heap. */
	public long bytes() {
		return bytes;
	}

	/**
	 * About how long it will take at most, all frames together, which go on from each other if the recipe asks for
	 * coherence.
	 *
	 * @param secondsPerMegapixel that an evaluation takes on this machine with the
	 *          network: {@link #speed} of an earlier run
	 * @param frames how many there are, 1 for a picture
	 */
	public Duration time(final double secondsPerMegapixel, final int frames) {
		return Duration.ofMillis(Math.round(1000 * (work + (frames - 1) * followingWork) * secondsPerMegapixel));
	}

	/** Returns how many seconds a run took for each megapixel that it evaluated. */
	public static double speed(final StyleTransferResult result) {
		double pixels = 0;
		for (final StyleTransferProgress progress : result.history()) {
			pixels += progress.levelSize().withMargin(LevelPlan.MARGIN).pixels();
		}
		return result.provenance().seconds() * MEGA / pixels;
	}

	// -- Helper methods --

	private static long networkBytesPerPixel(final NetworkKind network, final Precision precision) {
		final boolean halved = precision == Precision.BFLOAT16;
		if (network == NetworkKind.COMPACT) return halved ? COMPACT_BFLOAT16_BYTES_PER_PIXEL : COMPACT_BYTES_PER_PIXEL;
		return halved ? VGG_BFLOAT16_BYTES_PER_PIXEL : VGG_BYTES_PER_PIXEL;
	}

	/**
	 * Returns the megapixels that are evaluated.
	 *
	 * @param asked how many evaluations the recipe asks for
	 */
	private static double work(final Pyramid pyramid, final int asked) {
		final int evaluations = pyramid.evaluations(asked);
		double pixels = 0;
		for (int level = 0; level < pyramid.sizes().size(); level++) {
			pixels += pyramid.sizes().get(level).withMargin(LevelPlan.MARGIN).pixels() * (double) pyramid.evaluations(level,
				evaluations);
		}
		return pixels / MEGA;
	}
}
