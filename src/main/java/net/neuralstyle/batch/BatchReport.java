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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the units of a batch. Immutable. */
public final class BatchReport {

	/** Names of the columns, in their order. */
	public static final List<String> COLUMNS = List.of("file", "status", "reason", "frames", "seconds", "loss", "checksum",
		"content", "style");

	private final List<UnitReport> rows;
	private final double seconds;

	/**
	 * @param rows in the order in which they are to be read
	 * @param seconds that all took
	 */
	public BatchReport(final List<UnitReport> rows, final double seconds) {
		this.rows = List.copyOf(rows);
		this.seconds = seconds;
	}

	/** One for each unit, in the order of the plan. */
	public List<UnitReport> rows() {
		return rows;
	}

	/** How many units have a status. */
	public int count(final BatchStatus status) {
		return (int) rows.stream().filter(row -> row.status() == status).count();
	}

	/**
	 * Returns a row's texts, in the order of the columns; empty for numbers that there are none of.
	 *
	 * @param address writes an address
	 */
	public static List<String> texts(final UnitReport row, final UnaryOperator<String> address) {
		final BatchUnit unit = row.unit();
		return List.of(address.apply(unit.output()), row.status().toString(), row.reason(), row.frames() == 0 ? "" : String
			.valueOf(row.frames()), number("%.2f", row.seconds()), number("%.6g", row.loss()), row.checksum(), address.apply(unit
				.content()), unit.way().styles().stream().map(address).collect(Collectors.joining("+")));
	}

	/** Returns the table as comma-separated values with a line of the columns' names, by RFC 4180. */
	public String toCsv() {
		return Stream.concat(Stream.of(COLUMNS), rows.stream().map(row -> texts(row, UnaryOperator
			.identity()))).map(texts -> texts.stream().map(
			BatchReport::quoted).collect(Collectors.joining(","))).collect(Collectors.joining("\n"));
	}

	/**
	 * Returns one line on what there is: {@code 30 pictures in 84.1 s: 28 done, 1 skipped, 1 failed}; of frames {@code 2
	 * results of 40 frames in 84.1 s: 2 done}.
	 */
	public String summary() {
		final List<String> counts = new ArrayList<>();
		for (final BatchStatus status : BatchStatus.values()) {
			if (count(status) > 0) counts.add(count(status) + " " + status);
		}
		return String.format(Locale.ROOT, "%s in %.1f s%s", what(), seconds, counts.isEmpty() ? "" : ": " + String.join(", ",
			counts));
	}

	// -- Helper methods --

	private String what() {
		if (rows.stream().noneMatch(row -> row.unit().isOfFrames())) return count(rows.size(), "picture");
		return count(rows.size(), "result") + " of " + count(rows.stream().mapToInt(UnitReport::frames).sum(), "frame");
	}

	private static String count(final int count, final String noun) {
		return count + " " + noun + (count == 1 ? "" : "s");
	}

	private static String number(final String format, final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}

	private static String quoted(final String text) {
		return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
	}
}
