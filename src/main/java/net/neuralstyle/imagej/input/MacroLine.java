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
import ij.plugin.frame.Recorder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.picture.PicturePath;

import org.scijava.module.ModuleItem;

/** A line of a macro that runs a command with certain inputs. */
public final class MacroLine {

	/** What macros call the command that redraws a picture. */
	public static final String STYLE_TRANSFER = "Neural Style Transfer";

	/** What macros call the command that has a network paint a picture. */
	public static final String STYLE_NETWORK = "Apply Style Network";

	/** NB: Possessive, as the text may be long. */
	private static final Pattern LINE = Pattern.compile(
		"run\\(\"[^\"\\\\]*+\", \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"\\);");

	private MacroLine() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the line.
	 *
	 * @param values of inputs, by name; what is null or empty is left out
	 */
	public static String of(final String command, final List<ModuleItem<?>> inputs, final Function<String,
		Object> values)
	{
		final List<String> options = new ArrayList<>();
		for (final ModuleItem<?> input : inputs) {
			final Object value = InputKind.of(input) == InputKind.MESSAGE ? null : values.apply(input.getName());
			final String text = value == null ? "" : text(input, value);
			if (!text.isBlank()) options.add(InputText.macroKey(input) + "=" + value(text));
		}
		return "run(\"" + Recorder.fixString(command) + "\", \"" + String.join(" ", options) + "\");";
	}

	/** Returns the options of a line that {@link #of} has made; empty if it is another text. */
	public static String options(final String line) {
		final Matcher matcher = LINE.matcher(line);
		return matcher.matches() ? matcher.group(1).replaceAll("\\\\(.)", "$1") : "";
	}

	/** Returns a text as {@link MacroOptions} reads it back from a macro: in brackets where it needs them. */
	public static String value(final String text) {
		final String escaped = Recorder.fixString(text);
		return needsBrackets(text) ? "[" + escaped + "]" : escaped;
	}

	static boolean needsBrackets(final String text) {
		return text.matches("(?s)|\\[.*|.*\\s.*");
	}

	// -- Helper methods --

	/** NB: Without folders, as where somebody keeps his files is nobody else's business. */
	private static String text(final ModuleItem<?> input, final Object value) {
		if (value instanceof ImagePlus) return ((ImagePlus) value).getTitle();
		if (value instanceof ImagePlus[]) {
			return NameList.join(Stream.of((ImagePlus[]) value).map(ImagePlus::getTitle).collect(Collectors.toList()));
		}
		final String text = InputText.text(input, value);
		if (text.isBlank() || InputKind.of(input) != InputKind.PATH) return text;
		final Path name = PicturePath.of(text.trim()).getFileName();
		return name == null ? "" : name.toString();
	}
}
