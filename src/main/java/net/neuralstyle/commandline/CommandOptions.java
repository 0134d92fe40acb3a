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

package net.neuralstyle.commandline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import net.imglib2.util.Cast;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.samples.SampleStyle;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options for the inputs of a SciJava command, with the names, descriptions and
 * defaults that the command gives them: {@code --content-weight} for the field
 * {@code contentWeight}.
 */
final class CommandOptions {

	private static final Map<InputKind, String> LABELS = Map.of(InputKind.CHOICE, "CHOICE", InputKind.PATH, "PATH",
		InputKind.NUMBER, "NUMBER", InputKind.TEXT, "TEXT");

	private final Map<ModuleItem<?>, OptionSpec> options = new LinkedHashMap<>();

	CommandOptions(final HostedCommand command) {
		final Map<String, String> defaults = command.defaults();
		final Set<String> repeated = command.inputs().stream().map(input -> input.get(InputKind.MORE_OF)).collect(Collectors
			.toSet());
		for (final ModuleItem<?> input : command.inputs()) {
			if (InputKind.of(input) == InputKind.MESSAGE) continue;
			final boolean severalTimes = InputKind.of(input) == InputKind.IMAGES || InputKind.isList(input) || repeated.contains(
				input.getName());
			options.put(input, option(input, defaults.get(input.getName()), severalTimes));
		}
	}

	/** Files of the images that the command cannot do without. */
	List<OptionSpec> images() {
		return options(CommandOptions::isNeeded);
	}

	/** All others but those that few users need. */
	List<OptionSpec> settings() {
		return options(input -> !isNeeded(input) && !InputKind.isAdvanced(input));
	}

	/** Those that few users need. */
	List<OptionSpec> moreSettings() {
		return options(InputKind::isAdvanced);
	}

	/** The option for an input, by its name. */
	OptionSpec option(final String input) {
		return options(candidate -> candidate.getName().equals(input)).get(0);
	}

	/**
	 * Returns the values given, by the inputs' names. An image's is the path of its file or a sample style, several
	 * images' a list of them.
	 */
	Map<String, Object> given() {
		final Map<String, Object> values = new LinkedHashMap<>();
		options.forEach((input, option) -> {
			if (option.getValue() == null) return;
			final Object value = option.getValue();
			values.put(input.getName(), InputKind.isList(input) ? InputText.list(Cast.unchecked(value)) : value);
		});
		for (final ModuleItem<?> input : options.keySet()) {
			final List<Object> images = Cast.unchecked(values.get(input.get(InputKind.MORE_OF)));
			if (images == null) continue;
			values.put(input.get(InputKind.MORE_OF), images.get(0));
			final List<Object> others = new ArrayList<>(images.subList(1, images.size()));
			others.addAll(Cast.unchecked(values.getOrDefault(input.getName(), List.of())));
			if (!others.isEmpty()) values.put(input.getName(), others);
		}
		return values;
	}

	/**
	 * Looks at what was given.
	 *
	 * @throws ParameterException if an option that has one value was given several times
	 */
	static void checkOnce(final CommandSpec spec) {
		for (final OptionSpec option : spec.options()) {
			if (option.stringValues().size() > 1 && !option.isMultiValue()) throw new ParameterException(spec.commandLine(),
				option.longestName() + " is there twice, give it once");
		}
	}

	/** Returns the option for an input. */
	static String name(final String input) {
		return "--" + input.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	// -- Helper methods --

	private List<OptionSpec> options(final Predicate<ModuleItem<?>> condition) {
		return options.entrySet().stream().filter(entry -> condition.test(entry.getKey())).map(Map.Entry::getValue).collect(
			Collectors.toList());
	}

	private static boolean isNeeded(final ModuleItem<?> input) {
		return InputKind.of(input) == InputKind.IMAGE && !InputKind.isOptional(input);
	}

	/** @param severalTimes whether it may be repeated; its value is a list then */
	private static OptionSpec option(final ModuleItem<?> input, final String usual, final boolean severalTimes) {
		final OptionSpec.Builder option = OptionSpec.builder(name(input.getName()));
		setType(option, input, severalTimes);
		final StringBuilder description = new StringBuilder(input.getDescription());
		final List<String> choices = InputText.choices(input);
		if (!choices.isEmpty()) description.append(" One of: ").append(String.join(", ", choices)).append('.');
		description.append(InputText.range(input));
		if (InputKind.isOfStyles(input) && InputKind.of(input) == InputKind.IMAGE) {
			description.append(" Bundled: ").append(String.join(", ", SampleStyle.names())).append('.');
		}
		if (severalTimes) description.append(" May be given several times.");
		if (!usual.isEmpty() && InputKind.of(input) != InputKind.IMAGE) {
			description.append(" Default: ").append(InputText.plain(usual)).append('.');
		}
		return option.description(description.toString().replace("%", "%%")).build();
	}

	private static void setType(final OptionSpec.Builder option, final ModuleItem<?> input, final boolean severalTimes) {
		switch (InputKind.of(input)) {
			case IMAGE:
			case IMAGES:
				option.type(severalTimes ? List.class : Object.class);
				option.auxiliaryTypes(Object.class).converters(text -> InputText.file(input, text)).paramLabel(InputKind
					.isOfStyles(input) ? "FILE|NAME" : "FILE");
				return;
			case FLAG:
				// NB: Alone it means yes, and with "no-" before it no, whatever the default is.
				option.type(Boolean.class).arity("0..1").fallbackValue("true").negatable(true).paramLabel("true|false");
				break;
			default:
				option.type(severalTimes ? List.class : Types.box(input.getType())).auxiliaryTypes(Types.box(input.getType()))
					.paramLabel(LABELS.get(InputKind.of(input)));
		}
		option.converters(text -> InputText.value(input, text));
	}
}
