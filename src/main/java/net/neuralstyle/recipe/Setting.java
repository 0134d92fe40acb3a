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

package net.neuralstyle.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The definition of one setting: its names, its type, its usual value and which
 * values it takes. Everything that offers, reads or explains settings does it by
 * these. Immutable.
 *
 * @param <T> of the values: {@link Integer}, {@link Long}, {@link Double}, an enum
 *          (a choice), or a list of {@link String} or {@link Double}
 */
public final class Setting<T> {

	/** Where a dialog shows a setting. */
	public enum Group {
			/** At first sight. */
			MAIN,
			/** Behind "More settings". */
			ADVANCED
	}

	/** What a value looks like. */
	private enum Kind {
			WHOLE, LONG, NUMBER, CHOICE, NAMES, NUMBERS
	}

	private final String key;
	private final String label;
	private final Group group;
	private final Kind kind;
	private final Class<?> type;
	private final T usual;
	private double least = Double.NEGATIVE_INFINITY;
	private double most = Double.POSITIVE_INFINITY;
	private String unit = "";
	private String zero = "";
	private String description = "";

	private Setting(final String key, final String label, final Group group, final Kind kind, final Class<?> type,
		final T usual)
	{
		this.key = key;
		this.label = label;
		this.group = group;
		this.kind = kind;
		this.type = type;
		this.usual = usual;
	}

	// -- Definition --

	static Setting<Integer> whole(final String key, final String label, final Group group, final int usual) {
		return new Setting<>(key, label, group, Kind.WHOLE, Integer.class, usual);
	}

	static Setting<Long> wholeLong(final String key, final String label, final Group group, final long usual) {
		return new Setting<>(key, label, group, Kind.LONG, Long.class, usual);
	}

	static Setting<Double> number(final String key, final String label, final Group group, final double usual) {
		return new Setting<>(key, label, group, Kind.NUMBER, Double.class, usual);
	}

	static <E extends Enum<E>> Setting<E> choice(final String key, final String label, final Group group, final E usual) {
		return new Setting<>(key, label, group, Kind.CHOICE, usual.getDeclaringClass(), usual);
	}

	static Setting<List<String>> names(final String key, final String label, final Group group, final String... usual) {
		return new Setting<>(key, label, group, Kind.NAMES, List.class, List.of(usual));
	}

	static Setting<List<Double>> numbers(final String key, final String label, final Group group, final Double... usual) {
		return new Setting<>(key, label, group, Kind.NUMBERS, List.class, List.of(usual));
	}

	Setting<T> range(final double smallest, final double largest) {
		least = smallest;
		most = largest;
		return this;
	}

	/** @param plural what is counted, for instance {@code pixels} */
	Setting<T> unit(final String plural) {
		unit = plural;
		return this;
	}

	/** Says that 0 is a value, whatever the range, and what it stands for. */
	Setting<T> zeroMeans(final String meaning) {
		zero = meaning;
		return this;
	}

	Setting<T> description(final String text) {
		description = text;
		return this;
	}

	// -- Setting --

	/**
	 * The setting's name in programs and recipes, for instance {@code contentWeight}; a macro's key is it in lower case.
	 */
	public String key() {
		return key;
	}

	/** The setting's name for people. */
	public String label() {
		return label;
	}

	/** One or two sentences for people on what the value does. */
	public String description() {
		return description;
	}

	public Group group() {
		return group;
	}

	/**
	 * What a dialog or macro has to ask for: {@link Integer}, {@link Long} or
	 * {@link Double}; {@link String} for choices and lists, in the form of {@link #text}.
	 */
	public Class<?> inputType() {
		return kind == Kind.WHOLE || kind == Kind.LONG || kind == Kind.NUMBER ? type : String.class;
	}

	/** What the choices are called; empty if any value in the range will do. */
	public List<String> choices() {
		if (kind != Kind.CHOICE) return List.of();
		return Arrays.stream(type.getEnumConstants()).map(Setting::nameOf).collect(Collectors.toUnmodifiableList());
	}

	/** The value when nothing is said: that of {@link Preset#BALANCED} with the bundled network. */
	public T usual() {
		return usual;
	}

	/** The smallest value of a number; 0 where that has a {@link #zeroMeaning()} of its own; infinite for no limit. */
	public double least() {
		return zero.isEmpty() ? least : Math.min(least, 0);
	}

	/** The largest value of a number; infinite for no limit. */
	public double most() {
		return most;
	}

	/** What numbers count, in plural; may be empty. */
	public String unit() {
		return unit;
	}

	/** What 0 stands for if it is no value like others; may be empty. */
	public String zeroMeaning() {
		return zero;
	}

	/**
	 * Returns a value as people write it: a number, a choice's name, or a list with
	 * commas.
	 */
	public String text(final T value) {
		switch (kind) {
			case CHOICE:
				return nameOf(value);
			case NAMES:
			case NUMBERS:
				return ((List<?>) value).stream().map(Setting::plain).collect(Collectors.joining(","));
			default:
				return plain(value);
		}
	}

	/**
	 * Turns what people write into a value.
	 *
	 * @throws IllegalArgumentException if it is none, or out of range; the message
	 *           is one sentence for the user
	 */
	public T value(final String text) {
		final String trimmed = text.trim();
		switch (kind) {
			case CHOICE:
				for (final Object constant : type.getEnumConstants()) {
					if (nameOf(constant).equals(trimmed)) return cast(constant);
				}
				throw new IllegalArgumentException(Quoted.of(text) + " is not a choice for " + key.toLowerCase(Locale.ROOT) +
					": use \"" + String.join("\" or \"", choices()) + "\".");
			case NAMES:
				return check(cast(parts(trimmed)));
			case NUMBERS:
				final List<Double> numbers = new ArrayList<>();
				parts(trimmed).forEach(part -> numbers.add(number(part).doubleValue()));
				return check(cast(numbers));
			case NUMBER:
				return check(cast(number(trimmed).doubleValue()));
			default:
				try {
					final long whole = number(trimmed).longValueExact();
					return check(cast(kind == Kind.LONG ? (Object) whole : (Object) Math.toIntExact(whole)));
				}
				catch (final ArithmeticException exc) {
					throw new IllegalArgumentException(label + " must be a whole number" + range() + ", not " + text + ".", exc);
				}
		}
	}

	/**
	 * Returns the value if the setting takes it.
	 *
	 * @throws IllegalArgumentException if not; the message is one sentence for the
	 *           user
	 */
	public T check(final T value) {
		Objects.requireNonNull(value, label);
		if (value instanceof Number) checkNumber((Number) value);
		if (kind == Kind.NUMBERS) ((List<?>) value).forEach(number -> checkNumber((Number) number));
		return value instanceof List ? cast(List.copyOf((List<?>) value)) : value;
	}

	@Override
	public String toString() {
		return key;
	}

	// -- Helper methods --

	private void checkNumber(final Number number) {
		final double value = number.doubleValue();
		if (value == 0 && !zero.isEmpty() || value >= least && value <= most) return;
		throw new IllegalArgumentException(label + " must be" + range() + ", not " + number + ".");
	}

	private String range() {
		if (Double.isInfinite(least)) return "";
		return " from " + plain(least) + " to " + plain(most) + (unit.isEmpty() ? "" : " " + unit) + (zero.isEmpty() ? ""
			: ", or 0 for " + zero);
	}

	private BigDecimal number(final String text) {
		try {
			return new BigDecimal(text);
		}
		catch (final NumberFormatException exc) {
			throw new IllegalArgumentException(label + " must be " + (kind == Kind.NUMBERS ? "numbers with commas"
				: "a number") + range() + ", not " + Quoted.of(text) + ".", exc);
		}
	}

	private static List<String> parts(final String text) {
		if (text.isEmpty()) return List.of();
		return Arrays.stream(text.split(",", -1)).map(String::trim).collect(Collectors.toList());
	}

	private static String nameOf(final Object constant) {
		return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
	}

	/** "5" for 5.0, "0.025", and "1e9" for a thousand millions. */
	private static String plain(final Object value) {
		if (!(value instanceof Double)) return value.toString();
		final double number = (Double) value;
		if (number == Math.rint(number) && Math.abs(number) < 1e6) return String.valueOf((long) number);
		return value.toString().replaceAll("\\.0(?=$|E)", "").replace("E", "e");
	}

	@SuppressWarnings("unchecked")
	private T cast(final Object value) {
		return (T) value;
	}
}
