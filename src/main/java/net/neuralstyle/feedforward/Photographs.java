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

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;

/**
 * Squares that are cut from photographs, without an end: each photograph once before any comes again, in an order that
 * is shuffled anew, at a random place, in a random size, half of them mirrored, and some in other colours
 * ({@link Variation}). What the square of an index is follows from the photographs, the seed and the index alone, so
 * that a training can go on anywhere. One photograph is held out.
 * <p>
 * A picture that cannot be used is told once, and another one is taken in its place. As many photographs as there is
 * room for are kept in memory, as large as they are needed.
 * </p>
 */
final class Photographs {

	/** The shorter side of a photograph that is kept, as a multiple of the squares'. */
	private static final int KEPT_SIDE = 2;
	/** The smallest square that is cut, as a part of the photograph's shorter side. */
	private static final double SMALLEST_SHARE = 0.4;
	/** In grey levels; a square whose values deviate less from their mean shows nothing. */
	private static final double LEAST_DEVIATION = 2;
	/** How often another place is tried for a square. */
	private static final int PLACES = 10;
	/** Of Java's memory, for photographs that are kept. */
	private static final long MOST_KEPT_BYTES = 512L << 20;
	private static final int PART_OF_MEMORY = 4;
	/** NB: So that no index of the stream has the same random numbers. */
	private static final long HELD_OUT = -1;
	private static final long EPOCHS = 1L << 62;

	private final long room;
	private final PhotographSource source;
	private final int side;
	private final long seed;
	private final Consumer<String> notes;
	private final Map<Integer, RandomAccessibleInterval<ARGBType>> kept = new HashMap<>();
	private long keptBytes;
	/** The last one that was read, for which there may be no room, so that nothing is read twice for a square. */
	private RandomAccessibleInterval<ARGBType> last;
	private int lastIndex = -1;
	private final Set<Integer> useless = new HashSet<>();
	private final int heldOut;
	/** All but the one that is held out; shuffled for an epoch. */
	private List<Integer> order;
	private long epoch = -1;

	/**
	 * @param side of the squares, in pixels
	 * @param notes is told of pictures that cannot be used, a sentence each
	 * @throws StyleTransferException if none can be used; says what to do
	 */
	Photographs(final PhotographSource source, final int side, final long seed, final Consumer<String> notes) {
		this(source, side, seed, notes, Math.min(MOST_KEPT_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY));
	}

	/** @param room for photographs that are kept, in bytes */
	Photographs(final PhotographSource source, final int side, final long seed, final Consumer<String> notes,
		final long room)
	{
		this.room = room;
		this.source = source;
		this.side = side;
		this.seed = seed;
		this.notes = notes;
		heldOut = firstUseful(shuffled(indices(-1), HELD_OUT), 0);
	}

	/**
	 * Returns the square of an index, from 0. Where a photograph shows nothing, such as black sky, other places of it are
	 * tried: a network can learn nothing from it, and its normalisations enlarge rounding errors until they count more
	 * than all that it has learned.
	 */
	VggImage square(final long index) {
		final RandomAccessibleInterval<ARGBType> photograph = photograph(photographOf(index));
		final Random random = random(index);
		VggImage square = square(photograph, random);
		for (int place = 1; place < PLACES && ColourStatistics.of(square).deviation() < LEAST_DEVIATION; place++) {
			square = square(photograph, random);
		}
		return Variation.of(square, random);
	}

	/** Returns which photograph the square of an index is cut from, from 0. */
	int photographOf(final long index) {
		final int count = Math.max(1, source.count() - 1);
		shuffleFor(index / count);
		return firstUseful(order, (int) (index % count));
	}

	/** The middle of the photograph that no square is cut from, unless it is the only one. */
	VggImage heldOut() {
		return VggImage.of(photograph(heldOut)).croppedTo(new ImageSize(side, side));
	}

	// -- Helper methods --

	private VggImage square(final RandomAccessibleInterval<ARGBType> photograph, final Random random) {
		final int width = (int) photograph.dimension(0);
		final int height = (int) photograph.dimension(1);
		final double share = SMALLEST_SHARE + (1 - SMALLEST_SHARE) * random.nextDouble();
		final int length = (int) Math.max(1, Math.round(share * Math.min(width, height)));
		final int left = random.nextInt(width - length + 1);
		final int top = random.nextInt(height - length + 1);
		final RandomAccessibleInterval<ARGBType> square = Views.interval(photograph, new long[] { left, top }, new long[] {
			left + length - 1L, top + length - 1L });
		final RandomAccessibleInterval<ARGBType> turned = random.nextBoolean() ? Views.zeroMin(Views.invertAxis(square, 0))
			: square;
		return VggImage.of(turned).resizedTo(new ImageSize(side, side));
	}

	private List<Integer> indices(final int without) {
		final List<Integer> indices = new ArrayList<>();
		for (int i = 0; i < source.count(); i++) {
			if (i != without || source.count() == 1) indices.add(i);
		}
		return indices;
	}

	private void shuffleFor(final long newEpoch) {
		if (newEpoch == epoch) return;
		order = shuffled(indices(heldOut), EPOCHS + newEpoch);
		epoch = newEpoch;
	}

	private List<Integer> shuffled(final List<Integer> list, final long number) {
		Collections.shuffle(list, random(number));
		return list;
	}

	/** The first picture, from a position on and round in a circle, that can be used. */
	private int firstUseful(final List<Integer> candidates, final int position) {
		for (int i = 0; i < candidates.size(); i++) {
			final int candidate = candidates.get((position + i) % candidates.size());
			if (isUseful(candidate)) return candidate;
		}
		// NB: All but the one that is held out.
		if (order != null) return heldOut;
		throw new StyleTransferException("There is no photograph in " + source.name() +
			" that can be used: give a folder of some JPEG, PNG or TIFF pictures.");
	}

	private boolean isUseful(final int index) {
		if (useless.contains(index)) return false;
		try {
			photograph(index);
			return true;
		}
		catch (final StyleTransferException exc) {
			useless.add(index);
			notes.accept(exc.getMessage());
			return false;
		}
	}

	/** A photograph, reduced to what is needed of it. */
	private RandomAccessibleInterval<ARGBType> photograph(final int index) {
		final RandomAccessibleInterval<ARGBType> known = kept.get(index);
		if (known != null) return known;
		if (index == lastIndex) return last;
		final RandomAccessibleInterval<ARGBType> reduced = reduced(source.read(index));
		last = reduced;
		lastIndex = index;
		final long bytes = reduced.dimension(0) * reduced.dimension(1) * Integer.BYTES;
		if (keptBytes + bytes <= room) {
			kept.put(index, reduced);
			keptBytes += bytes;
		}
		return reduced;
	}

	/** NB: In whole grey levels whether it is kept or not, so that memory decides nothing. */
	private RandomAccessibleInterval<ARGBType> reduced(final RandomAccessibleInterval<ARGBType> photograph) {
		final VggImage image = VggImage.of(photograph);
		final int shorter = image.size().shorterSide();
		if (shorter <= KEPT_SIDE * side) return image.toArgb();
		return image.resizedTo(image.size().withLongerSide((int) Math.round((double) KEPT_SIDE * side * image.size()
			.longerSide() / shorter))).toArgb();
	}

	/** Random numbers that belong to a number. */
	private Random random(final long number) {
		return new Random(mixed(seed * 0x9E3779B97F4A7C15L + mixed(number)));
	}

	/** Spreads a number's bits (D. Stafford's variant 13 of MurmurHash3's last step). */
	private static long mixed(final long number) {
		long bits = number;
		bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
		return bits ^ bits >>> 31;
	}
}
