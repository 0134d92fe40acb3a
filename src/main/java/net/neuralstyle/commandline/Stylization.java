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

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.imagej.FileStylization;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.StopSignals;
import net.neuralstyle.picture.PicturePath;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Preset;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reads pictures, runs the command, and writes its result. */
final class Stylization implements Callable<Integer> {

	/** Room for the longest option, so that all descriptions are in one column. */
	static final int OPTION_COLUMNS = 33;

	/** What is to be said of the output. */
	static final String OUTPUT = "Where to write the result; its extension chooses the format: png, jpg or tif. A file " +
		"that is there is replaced. Of several frames: tif, avi, or a folder without such.";

	private final HostedCommand command;
	private final CommandOptions options;
	private final OptionSpec output = OptionSpec.builder("--output").type(Path.class).converters(PicturePath::of) //
		.paramLabel("FILE").description(OUTPUT).build();
	private final OptionSpec recipe = recipeOption();
	private final OptionSpec writtenRecipe = OptionSpec.builder("--write-recipe").type(Path.class).converters(
		PicturePath::of).paramLabel("FILE").description("Where to write how the picture was made, as JSON; the picture " +
			"itself tells it, too.").build();
	private final OptionSpec saveEvery = OptionSpec.builder("--save-every").type(Integer.class).paramLabel("NUMBER")
		.description("Writes the picture so far after every so many iterations into a file beside the result; 0 for none. " +
			"Default: 0.").build();
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

	Stylization(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		final List<OptionSpec> needed = new ArrayList<>(options.images());
		needed.add(output);
		spec.addArgGroup(group(1, "Needed", needed));
		spec.addArgGroup(group(2, "Main settings, the defaults being those of the preset " + Preset.BALANCED.label(), options
			.settings()));
		spec.addArgGroup(group(3, "How a picture was made", List.of(recipe, writtenRecipe)));
		final List<OptionSpec> more = new ArrayList<>(options.moreSettings());
		more.add(saveEvery);
		spec.addArgGroup(group(4, "More settings", more));
		spec.usageMessage().sortOptions(false).longOptionsMaxWidth(OPTION_COLUMNS);
		spec.usageMessage().footerHeading("%nWhat the presets set:%n").footer(presets());
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		CommandOptions.checkOnce(spec);
		for (final OptionSpec option : options.images()) {
			needed(option);
		}
		final Path target = (Path) needed(output);
		final PrintWriter out = spec.commandLine().getOut();
		final FileStylization stylization = new FileStylization(command, target, out::println, spec.commandLine()
			.getErr()::println);
		stylization.setRecipe(recipe.getValue());
		stylization.setWrittenRecipe(writtenRecipe.getValue());
		final Integer interval = saveEvery.getValue();
		try {
			if (interval != null) stylization.setSaveEvery(interval);
		}
		catch (final WrongSettingException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
		try (StopSignals signals = new StopSignals(stylization::stop)) {
			return stylization.run(options.given()).exitCode();
		}
	}

	/** Returns the option for a file that says how pictures are made. */
	static OptionSpec recipeOption() {
		return OptionSpec.builder("--recipe").type(Path.class).converters(PicturePath::of).paramLabel("FILE").description(
			"What is not said otherwise is as in this file: a recipe, as --write-recipe writes it, or a picture (PNG, TIFF) " +
				"that was written before. Not together with --preset.").build();
	}

	static ArgGroupSpec group(final int order, final String heading, final List<OptionSpec> options) {
		final ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).order(order).heading("%n" + heading +
			":%n");
		options.forEach(group::addArg);
		return group.build();
	}

	/** One line for each preset but the first, which has the defaults: what it sets. */
	private static String[] presets() {
		return Stream.of(Preset.values()).filter(preset -> preset != Preset.BALANCED).map(preset -> "  " + preset.label() +
			": " + preset.changes(NetworkKind.COMPACT).entrySet().stream().map(change -> CommandOptions.name(change.getKey()) +
				"=" + change.getValue()).collect(Collectors.joining(" "))).toArray(String[]::new);
	}

	private Object needed(final OptionSpec option) {
		final Object path = option.getValue();
		if (path == null) throw new ParameterException(spec.commandLine(), "There is no " + option.longestName());
		return path;
	}
}
