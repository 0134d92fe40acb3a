package net.neuralstyle.commandline;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.InputText;
import net.neuralstyle.picture.PicturePath;

import org.scijava.module.ModuleItem;

import picocli.CommandLine.Model.OptionSpec;

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

	/** Files of the images that the command reads. */
	List<OptionSpec> images() {
		return options(true);
	}

	/** All but the images. */
	List<OptionSpec> settings() {
		return options(false);
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

	private List<OptionSpec> options(final boolean images) {
		return options.entrySet().stream().filter(entry -> images == isImage(entry.getKey())).map(Map.Entry::getValue)
			.collect(Collectors.toList());
	}

	private static boolean isImage(final ModuleItem<?> input) {
		return input.getType() == ImagePlus.class;
	}

	private static OptionSpec option(final ModuleItem<?> input, final Object usual) {
		final String name = "--" + input.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		final OptionSpec.Builder option = OptionSpec.builder(name);
		final List<String> choices = InputText.choices(input);
		if (isImage(input)) {
			option.type(Path.class).paramLabel("FILE").converters(PicturePath::of);
		}
		else {
			final boolean path = "file".equals(input.getWidgetStyle()) || "directory".equals(input.getWidgetStyle());
			option.type(input.getType()).paramLabel(!choices.isEmpty() ? "CHOICE" : path ? "PATH" : "NUMBER").converters(
				text -> InputText.value(input, text));
		}
		final StringBuilder description = new StringBuilder(input.getDescription());
		if (!choices.isEmpty()) description.append(" One of: ").append(String.join(", ", choices)).append('.');
		if (input.getMinimumValue() != null && input.getMaximumValue() != null) {
			description.append(" From ").append(plain(input.getMinimumValue())).append(" to ").append(plain(input
				.getMaximumValue())).append('.');
		}
		if (usual != null && !usual.toString().isEmpty()) description.append(" Default: ").append(plain(usual)).append('.');
		return option.description(description.toString().replace("%", "%%")).build();
	}

	/** "5" for 5.0 and "1e9" for a thousand millions. */
	private static String plain(final Object value) {
		return value.toString().replaceAll("\\.0(?=$|E)", "").replace("E", "e");
	}
}
