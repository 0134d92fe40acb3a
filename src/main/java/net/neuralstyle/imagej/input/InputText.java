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

package net.neuralstyle.imagej.input;

import ij.ImagePlus;

import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.picture.PicturePath;
import net.neuralstyle.samples.SampleStyle;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * What people write for the inputs of a command, in macros, on command lines and
 * in dialogs, and what it means. Everything that cannot be meant is refused with
 * one sentence, since ImageJ and SciJava let it pass without a word.
 */
public final class InputText {

	/** Stands for an image that is left out. */
	public static final String NONE = "none";

	private InputText() {
		// NB: Not instantiable.
	}

	/** The key under which a macro gives an input: its name in lower case. */
	public static String macroKey(final ModuleItem<?> input) {
		return input.getName().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds out which inputs the keys of a macro mean, in capitals or not.
	 *
	 * @param given texts by key
	 * @param otherKeys that are understood too, in lower case
	 * @return the same texts by the inputs' names, or by the other keys
	 * @throws StyleTransferException if a key is unknown, or there twice
	 */
	public static Map<String, String> byInput(final List<ModuleItem<?>> inputs, final Map<String, String> given,
		final String... otherKeys)
	{
		final Map<String, String> names = new LinkedHashMap<>();
		Arrays.asList(otherKeys).forEach(key -> names.put(key, key));
		inputs.stream().filter(input -> InputKind.of(input) != InputKind.MESSAGE).forEach(input -> names.put(macroKey(input),
			input.getName()));
		final Map<String, String> texts = new LinkedHashMap<>();
		given.forEach((key, text) -> {
			final String name = names.get(key.toLowerCase(Locale.ROOT));
			if (name == null) throw unknown(key, names.keySet());
			if (texts.putIfAbsent(name, text) != null) {
				throw MacroOptions.twice(key);
			}
		});
		return texts;
	}

	/**
	 * Returns the values that a macro gives inputs, by their names. The first image is the active one if the macro
	 * does not say which; other inputs that are not mentioned are left out.
	 *
	 * @param options as in a macro's {@code run} call
	 * @throws StyleTransferException if they are wrong
	 */
	public static Map<String, Object> ofMacro(final List<ModuleItem<?>> inputs, final String options) {
		final Map<String, Object> values = values(inputs, byInput(inputs, MacroOptions.parse(options)));
		inputs.stream().filter(input -> InputKind.of(input) == InputKind.IMAGE && !InputKind.isOptional(input)).findFirst()
			.ifPresent(input -> {
				if (values.containsKey(input.getName())) return;
				final ImagePlus active = OpenImages.active();
				// NB: As it is when opening a file has failed, and the macro has gone on.
				inputs.stream().filter(other -> active != null && values.get(other.getName()) == active).findFirst().ifPresent(
					other -> {
						throw new StyleTransferException("The active image, " + active.getTitle() + ", is the " + inSentence(other) +
							": open or select the " + inSentence(input) + " first, or name it by " + macroKey(input) + "=.");
					});
				values.put(input.getName(), active);
			});
		return values;
	}

	/**
	 * Turns texts into the values of inputs; images are found by their titles or IDs.
	 *
	 * @param texts by the inputs' names
	 * @return by the inputs' names, those without a text left out
	 * @throws StyleTransferException if a text cannot be meant, or an image is not open
	 */
	public static Map<String, Object> values(final List<ModuleItem<?>> inputs, final Map<String, String> texts) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> input : inputs) {
			final String text = texts.get(input.getName());
			if (text != null && InputKind.of(input) != InputKind.MESSAGE) values.put(input.getName(), value(input, text));
		}
		return values;
	}

	/**
	 * Turns a text into the value of an input; images are found by their titles, IDs or files, as {@link NamedPictures}
	 * finds them.
	 *
	 * @return of the input's type; for a choice, that choice; null for an image or a file that is none
	 * @throws StyleTransferException if the text is none, or an image is not open
	 */
	public static Object value(final ModuleItem<?> input, final String text) {
		switch (InputKind.of(input)) {
			case IMAGE:
				return isNone(input, text) ? null : image(input, text);
			case IMAGES:
				return images(input, text);
			case FLAG:
				return flag(input, text.trim());
			case CHOICE:
				return choice(input, text.trim(), choices(input));
			case PATH:
				if (input.getType() == String.class) return text;
				return text.isBlank() ? null : PicturePath.of(text.trim()).toFile();
			case NUMBER:
				return number(input, text.trim());
			default:
				return text;
		}
	}

	/**
	 * Turns a text into what images are read from where none are open: a {@link Path}, or a {@link SampleStyle} if the
	 * input takes these; a list of them if it takes several; null if it is none.
	 *
	 * @throws StyleTransferException if this system has no file of such a name
	 */
	public static Object files(final ModuleItem<?> input, final String text) {
		if (isNone(input, text)) return null;
		if (InputKind.of(input) == InputKind.IMAGE) return file(input, text);
		final Predicate<String> exists = name -> new File(name).isFile() || InputKind.isOfStyles(input) && NamedPictures
			.exists(name);
		return NameList.split(text, exists).stream().map(name -> file(input, name)).collect(Collectors.toList());
	}

	/** As {@link #files}, of one image. */
	public static Object file(final ModuleItem<?> input, final String text) {
		return InputKind.isOfStyles(input) ? NamedPictures.fileOrSample(text) : PicturePath.of(text);
	}

	/** Returns what a macro says for a value of an input: from this text {@link #value} makes the same value again. */
	public static String text(final ModuleItem<?> input, final Object value) {
		if (value == null) return InputKind.of(input) == InputKind.IMAGE ? NONE : "";
		if (value instanceof ImagePlus) return NamedPictures.name((ImagePlus) value);
		if (value instanceof ImagePlus[]) {
			return NameList.join(Stream.of((ImagePlus[]) value).map(NamedPictures::name).collect(Collectors.toList()));
		}
		return value instanceof Number ? plain(value) : value.toString();
	}

	/** Returns what says several names for an input that may name several things. */
	public static String list(final List<String> names) {
		return NameList.join(names);
	}

	/** The choices that an input offers, none if it takes any value. */
	public static List<String> choices(final ModuleItem<?> input) {
		return input.getChoices() == null ? List.of() : input.getChoices().stream().map(Object::toString).collect(Collectors
			.toList());
	}

	/** Returns a sentence on which numbers an input takes, with a space before it; empty if there is no range. */
	public static String range(final ModuleItem<?> input) {
		if (input.getMinimumValue() == null || input.getMaximumValue() == null) return "";
		return " From " + plain(input.getMinimumValue()) + " to " + plain(input.getMaximumValue()) + ".";
	}

	/** "5" for 5.0 and "1e9" for a thousand millions. */
	public static String plain(final Object value) {
		return value.toString().replaceAll("\\.0(?=$|E)", "").replace("E", "e");
	}

	// -- Helper methods --

	private static String inSentence(final ModuleItem<?> input) {
		return input.getLabel().toLowerCase(Locale.ROOT);
	}

	private static boolean isNone(final ModuleItem<?> input, final String text) {
		return InputKind.isOptional(input) && (text.isBlank() || text.trim().equalsIgnoreCase(NONE));
	}

	private static ImagePlus[] images(final ModuleItem<?> input, final String text) {
		if (isNone(input, text)) return new ImagePlus[0];
		if (InputKind.isOfStyles(input)) return NamedPictures.findAll(text).toArray(new ImagePlus[0]);
		return NameList.split(text, NamedPictures::isOpenOrFile).stream().map(NamedPictures::openOrFile).toArray(
			ImagePlus[]::new);
	}

	private static ImagePlus image(final ModuleItem<?> input, final String name) {
		return InputKind.isOfStyles(input) ? NamedPictures.find(name) : NamedPictures.openOrFile(name);
	}

	private static StyleTransferException unknown(final String key, final Iterable<String> known) {
		final List<String> all = new ArrayList<>();
		known.forEach(all::add);
		return new StyleTransferException("\"" + key + "\" is not a setting: " + Spelling.nearest(key, all).map(
			nearest -> "did you mean \"" + nearest + "\"?").orElse("use " + String.join(", ", all) +
				", and put values with spaces in [brackets]."));
	}

	private static boolean flag(final ModuleItem<?> input, final String text) {
		if (text.equalsIgnoreCase("true")) return true;
		if (text.equalsIgnoreCase("false")) return false;
		throw new StyleTransferException("The value of " + macroKey(input) + " must be true or false, not \"" + text + "\".");
	}

	/** Finds a choice by its beginning, in capitals or not. */
	private static String choice(final ModuleItem<?> input, final String text, final List<String> choices) {
		if (choices.contains(text)) return text;
		final List<String> matches = choices.stream().filter(choice -> !text.isEmpty() && choice.toLowerCase(Locale.ROOT)
			.startsWith(text.toLowerCase(Locale.ROOT))).collect(Collectors.toList());
		if (matches.size() == 1) return matches.get(0);
		if (input.is(InputKind.NO_NETWORKS)) NamedNetworks.refuse(text, input.get(InputKind.NO_NETWORKS));
		throw new StyleTransferException("\"" + text + "\" is not a choice for " + macroKey(input) + ": use \"" + String.join(
			"\" or \"", choices) + "\".");
	}

	private static Number number(final ModuleItem<?> input, final String text) {
		if (text.isEmpty()) {
			throw new StyleTransferException("The value of " + macroKey(input) +
				" is empty: give one, or leave it out for the usual one.");
		}
		final Class<?> type = Types.box(input.getType());
		if (type == Integer.class) return (int) whole(input, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
		if (type == Long.class) return whole(input, text, Long.MIN_VALUE, Long.MAX_VALUE);
		return number(input, text, "a number").doubleValue();
	}

	private static long whole(final ModuleItem<?> input, final String text, final long least, final long most) {
		final BigDecimal number = number(input, text, "a whole number");
		if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
			final Object minimum = input.getMinimumValue();
			final Object maximum = input.getMaximumValue();
			throw new StyleTransferException(input.getLabel() + " must be from " + (minimum == null ? least : minimum) +
				" to " + (maximum == null ? most : maximum) + ", not " + text + ".");
		}
		if (number.stripTrailingZeros().scale() > 0) throw noNumber(input, text, "a whole number");
		return number.longValue();
	}

	private static BigDecimal number(final ModuleItem<?> input, final String text, final String kind) {
		try {
			return new BigDecimal(text);
		}
		catch (final NumberFormatException exc) {
			throw noNumber(input, text, kind);
		}
	}

	private static StyleTransferException noNumber(final ModuleItem<?> input, final String text, final String kind) {
		return new StyleTransferException("The value of " + macroKey(input) + " must be " + kind + ", not \"" + text + "\"" +
			(text.matches("[-+]?\\d*,\\d+") ? ": use a decimal point." : "."));
	}
}
