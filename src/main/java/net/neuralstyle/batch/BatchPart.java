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

package net.neuralstyle.batch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.recipe.Quoted;

/** One of the equal parts that several processes share a list by: of sixteen, every sixteenth unit. Immutable. */
public final class BatchPart {

	private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

	private final int number;
	private final int count;

	private BatchPart(final int number, final int count) {
		this.number = number;
		this.count = count;
	}

	/**
	 * Reads what people write: {@code 3/16}, blank for all.
	 *
	 * @throws WrongSettingException if it is no part
	 */
	public static BatchPart of(final String text) {
		if (text.isBlank()) return new BatchPart(1, 1);
		final Matcher parts = TEXT.matcher(text);
		if (parts.matches()) {
			final int number = Integer.parseInt(parts.group(1));
			final int count = Integer.parseInt(parts.group(2));
			if (number >= 1 && number <= count) return new BatchPart(number, count);
		}
		throw new WrongSettingException("The part must be a number and how many there are, as in 3/16, from 1/16 to 16/16, " +
			"not " + Quoted.of(text) + ".");
	}

	/** Whether it is everything. */
	public boolean isAll() {
		return count == 1;
	}

	/** Those of a list's entries that belong to it, in their order. */
	<T> List<T> of(final List<T> all) {
		return IntStream.range(0, all.size()).filter(i -> i % count == number - 1).mapToObj(all::get).collect(Collectors
			.toList());
	}

	/** Fit for a file's name: {@code 3-of-16}. */
	@Override
	public String toString() {
		return number + "-of-" + count;
	}
}
