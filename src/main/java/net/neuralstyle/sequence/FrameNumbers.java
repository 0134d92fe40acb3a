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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.neuralstyle.WrongSettingException;

/**
 * Which frames people want, as they write it: {@code current}, what is on show alone; {@code all}; or numbers from 1
 * that ascend, such as {@code 3-20} and {@code 2,5-7}. Immutable.
 */
public final class FrameNumbers {

	/** What is on show alone. */
	public static final String CURRENT = "current";
	public static final String ALL = "all";

	/** More frames than any stack has that can be worked on. */
	private static final int MOST = 1_000_000;
	private static final Pattern RANGE = Pattern.compile("(\\d+)(?:\\s*-\\s*(\\d+))?");

	private final String text;
	/** Null where no numbers are given. */
	private final List<Integer> numbers;

	private FrameNumbers(final String text, final List<Integer> numbers) {
		this.text = text;
		this.numbers = numbers;
	}

	/**
	 * Reads a text; blank is what is on show alone, as null is.
	 *
	 * @throws WrongSettingException if it cannot be read; says why
	 */
	public static FrameNumbers of(final String text) {
		if (!areOfFrames(text)) return new FrameNumbers(CURRENT, null);
		return text.trim().equalsIgnoreCase(ALL) ? new FrameNumbers(ALL, null) : ofNumbers(numbers(text));
	}

	/** Returns those with certain numbers, at least one; ascending. */
	public static FrameNumbers ofNumbers(final List<Integer> numbers) {
		return new FrameNumbers(ranges(numbers), List.copyOf(numbers));
	}

	/** Whether a text, which may be wrong, means frames, and not what is on show alone. */
	public static boolean areOfFrames(final String text) {
		return text != null && !text.isBlank() && !text.trim().equalsIgnoreCase(CURRENT);
	}

	/** Whether frames are meant, and not what is on show alone. */
	public boolean areOfFrames() {
		return !text.equals(CURRENT);
	}

	/** Whether more than one may be meant. */
	public boolean mayBeSeveral() {
		return text.equals(ALL) || numbers != null && numbers.size() > 1;
	}

	/** The numbers that were given, from 1, ascending; nothing if none were. */
	public Optional<List<Integer>> numbers() {
		return Optional.ofNullable(numbers);
	}

	/** A text that {@link #of} reads, the same for the same frames. */
	@Override
	public String toString() {
		return text;
	}

	// -- Helper methods --

	private static String ranges(final List<Integer> numbers) {
		final List<String> ranges = new ArrayList<>();
		for (int first = 0, last = 0; first < numbers.size(); first = ++last) {
			while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) last++;
			ranges.add(first == last ? numbers.get(first).toString() : numbers.get(first) + "-" + numbers.get(last));
		}
		return String.join(",", ranges);
	}

	private static List<Integer> numbers(final String text) {
		final List<Integer> numbers = new ArrayList<>();
		for (final String part : text.split(",", -1)) {
			final Matcher range = RANGE.matcher(part.trim());
			if (!range.matches()) throw unreadable(text);
			final int first = number(range.group(1), text);
			final int last = range.group(2) == null ? first : number(range.group(2), text);
			final int before = numbers.isEmpty() ? -1 : numbers.get(numbers.size() - 1);
			if (last < first || first <= before) {
				throw new WrongSettingException("The slices \"" + text.trim() +
					"\" do not ascend: give each once, the smallest first, as in 2,5-7.");
			}
			// NB: A range may be as long as somebody likes. Its last number tells that it is outside of the image.
			for (int number = first; number < last && number < MOST; number++) {
				numbers.add(number);
			}
			numbers.add(last);
		}
		return numbers;
	}

	private static int number(final String digits, final String text) {
		try {
			return Integer.parseInt(digits);
		}
		catch (final NumberFormatException exc) {
			throw unreadable(text);
		}
	}

	private static WrongSettingException unreadable(final String text) {
		return new WrongSettingException("Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"" + text
			.trim() + "\".");
	}
}
