package net.neuralstyle.commandline;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.imagej.HostedCommand;

import org.scijava.module.ModuleItem;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Options for the inputs of a SciJava command, with the names, descriptions and
 * defaults that the command gives them: {@code --content-weight} for the field
 * {@code contentWeight}.
 */
final class CommandOptions {

	private final Map<ModuleItem<?>, OptionSpec> options = new LinkedHashMap<>();

	CommandOptions(final HostedCommand command) {
		final Map<String, Object> defaults = command.defaults();
		for (final ModuleItem<?> input : command.inputs()) {
			if (!HostedCommand.isMessage(input)) options.put(input, option(input, defaults.get(input.getName())));
		}
	}

	void addTo(final CommandSpec spec) {
		options.values().forEach(spec::addOption);
	}

	/** Returns the values given, by the inputs' names. An image's is the path of its file. */
	Map<String, Object> given() {
		final Map<String, Object> values = new LinkedHashMap<>();
		options.forEach((input, option) -> {
			if (option.getValue() != null) values.put(input.getName(), option.getValue());
		});
		return values;
	}

	// -- Helper methods --

	private static OptionSpec option(final ModuleItem<?> input, final Object usual) {
		final String name = "--" + input.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		final OptionSpec.Builder option = OptionSpec.builder(name);
		final List<String> choices = choices(input);
		if (input.getType() == ImagePlus.class) {
			option.type(Path.class).paramLabel("FILE");
		}
		else if (!choices.isEmpty()) {
			option.type(String.class).paramLabel("CHOICE").converters(text -> choice(text, choices));
		}
		else {
			final boolean path = "file".equals(input.getWidgetStyle()) || "directory".equals(input.getWidgetStyle());
			option.type(input.getType()).paramLabel(path ? "PATH" : "NUMBER");
		}
		final StringBuilder description = new StringBuilder(input.getDescription());
		if (!choices.isEmpty()) description.append(" One of: ").append(String.join(", ", choices)).append('.');
		if (usual != null && !usual.toString().isEmpty()) description.append(" Default: ").append(usual).append('.');
		return option.description(description.toString().replace("%", "%%")).build();
	}

	private static List<String> choices(final ModuleItem<?> input) {
		return input.getChoices() == null ? List.of() : input.getChoices().stream().map(Object::toString).collect(Collectors
			.toList());
	}

	/** Finds a choice by its beginning, in capitals or not. */
	private static String choice(final String text, final List<String> choices) {
		final List<String> matches = choices.stream().filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(text
			.toLowerCase(Locale.ROOT))).collect(Collectors.toList());
		if (matches.size() == 1) return matches.get(0);
		throw new TypeConversionException("\"" + text + "\" is none of " + String.join(", ", choices));
	}
}
