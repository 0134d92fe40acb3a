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

package net.neuralstyle.imagej.stack;

import ij.ImagePlus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.sequence.FrameNumbers;

/**
 * Which frames of an image are redrawn, by what people write: {@code all}, or numbers such as {@code 3-20} and
 * {@code 2,5-7}. The numbers are those of z where an image has no t, else of t, and of each of these times all z are
 * meant. Frames are counted from 0 in the order in which they are redrawn: t first, then z. Immutable.
 */
public final class FrameSelection {

	private final String title;
	/** How many there are in the image. */
	private final int zCount;
	private final int tCount;
	/** Those that are chosen, from 1; ascending. */
	private final List<Integer> zs;
	private final List<Integer> ts;

	private FrameSelection(final ImagePlus image, final List<Integer> zs, final List<Integer> ts) {
		title = image.getTitle();
		zCount = image.getNSlices();
		tCount = image.getNFrames();
		this.zs = zs;
		this.ts = ts;
	}

	/**
	 * Reads a text, for which {@link FrameNumbers#areOfFrames} is true.
	 *
	 * @throws WrongSettingException if it cannot be read, or the image has no such frames; says why
	 */
	public static FrameSelection of(final String text, final ImagePlus image) {
		final int zCount = image.getNSlices();
		final int tCount = image.getNFrames();
		final List<Integer> allZ = upTo(zCount);
		final List<Integer> allT = upTo(tCount);
		final Optional<List<Integer>> given = FrameNumbers.of(text).numbers();
		if (given.isEmpty()) return new FrameSelection(image, allZ, allT);
		final List<Integer> numbers = given.get();
		final boolean isOfTimes = tCount > 1;
		final int count = isOfTimes ? tCount : zCount;
		for (final int number : numbers) {
			if (number >= 1 && number <= count) continue;
			final String what = isOfTimes ? zCount > 1 ? "point of time" : "frame" : "slice";
			throw new WrongSettingException("There is no " + what + " " + number + " in " + image.getTitle() +
				(count == 1 ? ", which has one alone: say slices=current." : ": choose from 1 to " + count + "."));
		}
		return isOfTimes ? new FrameSelection(image, allZ, numbers) : new FrameSelection(image, numbers, allT);
	}

	/**
	 * Returns the text for what is on show: the number of the slice, or, where that is not enough, {@link
	 * FrameNumbers#CURRENT}.
	 */
	public static String textOfShown(final ImagePlus image) {
		final boolean isNumbered = (image.getNSlices() == 1) != (image.getNFrames() == 1);
		return isNumbered ? String.valueOf((image.getCurrentSlice() - 1) / image.getNChannels() + 1) : FrameNumbers.CURRENT;
	}

	/** How many frames are redrawn, at least 1. */
	public int count() {
		return zs.size() * ts.size();
	}

	/** How many of them have one point of time: the result's z. */
	int zCount() {
		return zs.size();
	}

	/** How many of them have one z: the result's t. */
	int tCount() {
		return ts.size();
	}

	/** The z of a frame in the image, from 1. */
	int z(final int index) {
		return zs.get(index / ts.size());
	}

	/** The t of a frame in the image, from 1. */
	int t(final int index) {
		return ts.get(index % ts.size());
	}

	/** Which frame of the image, counted from 0 as ImageJ counts slices: z first, then t. */
	int position(final int index) {
		return (t(index) - 1) * zCount + z(index) - 1;
	}

	/** Which slice of the result a frame is, from 1. */
	int slice(final int index) {
		return index % ts.size() * zs.size() + index / ts.size() + 1;
	}

	/** The frame that one goes on from: a moment earlier, or, at the first moment, a slice further up; -1 for none. */
	int previous(final int index) {
		return index % ts.size() > 0 ? index - 1 : index - ts.size() >= 0 ? index - ts.size() : -1;
	}

	/** What people call a frame. */
	String name(final int index) {
		return title + place(index);
	}

	/** What sets the name of a frame's file apart: its numbers in the image. */
	public String number(final int index) {
		if (zCount > 1 && tCount > 1) return String.format(Locale.ROOT, "_t%04d_z%03d", t(index), z(index));
		return String.format(Locale.ROOT, "_%04d", tCount > 1 ? t(index) : z(index));
	}

	/** The numbers that were chosen, so that {@link FrameNumbers} reads them. */
	@Override
	public String toString() {
		final boolean areAll = zs.size() == zCount && ts.size() == tCount;
		return areAll ? FrameNumbers.ALL : FrameNumbers.ofNumbers(tCount > 1 ? ts : zs).toString();
	}

	// -- Helper methods --

	private String place(final int index) {
		if (zCount > 1 && tCount > 1) return ", z " + z(index) + ", t " + t(index);
		return tCount > 1 ? ", frame " + t(index) : zCount > 1 ? ", slice " + z(index) : "";
	}

	private static List<Integer> upTo(final int count) {
		return IntStream.rangeClosed(1, count).boxed().collect(Collectors.toList());
	}
}
