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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.util.Cast;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.Outcome;
import net.neuralstyle.imagej.RunningCommand;
import net.neuralstyle.imagej.StopSignals;
import net.neuralstyle.sequence.FrameNumbers;
import net.neuralstyle.imagej.input.InputText;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Redraws many pictures, from file to file. */
final class BatchStylization implements Callable<Integer> {

	private static final String INPUT = "input";
	private static final String STYLE_NETWORKS = "styleNetworks";

	private final HostedCommand command;
	private final CommandOptions options;
	private final OptionSpec recipe = Stylization.recipeOption();
	private final PositionalParamSpec inputs = PositionalParamSpec.builder().type(List.class).auxiliaryTypes(String.class)
		.arity("0..*").index("0..*").paramLabel("PICTURE").description("The same as --input=PICTURE, so that the shell may " +
			"put many here.").build();
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
	private RunningCommand running;
	/** Whether frames that belong together are redrawn, and not single pictures. */
	private boolean ofFrames;
	/** Whether style networks paint them. */
	private boolean isPainting;

	BatchStylization(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		final List<OptionSpec> needed = Stream.of(INPUT, "style", STYLE_NETWORKS, "output").map(options::option).collect(
			Collectors.toList());
		final List<OptionSpec> settings = new ArrayList<>(options.settings());
		settings.removeAll(needed);
		spec.addPositional(inputs);
		spec.addArgGroup(Stylization.group(1, "Needed", needed));
		spec.addArgGroup(Stylization.group(2, "Main settings", settings));
		spec.addArgGroup(Stylization.group(3, "How a picture was made", List.of(recipe)));
		spec.addArgGroup(Stylization.group(4, "More settings", options.moreSettings()));
		spec.usageMessage().sortOptions(false).longOptionsMaxWidth(Stylization.OPTION_COLUMNS).description(
			"Redraws the pictures of a folder or list, by style transfers or style networks. What is there already, made by " +
				"the same recipe of the same pictures, is skipped.");
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		WeightsManagement.checkNothingIsBefore(spec);
		try {
			start();
		}
		catch (final WrongSettingException exc) {
			spec.commandLine().getErr().println(exc.getMessage());
			return Outcome.REFUSED.exitCode();
		}
		try (StopSignals signals = StopSignals.twice(this::stop, this::abandon)) {
			return Outcome.of(running.await()).exitCode();
		}
	}

	// -- Helper methods --

	private void start() {
		final Map<String, Object> given = options.given();
		final List<String> more = Cast.unchecked(inputs.getValue());
		if (more != null) {
			given.put(INPUT, InputText.list(Stream.concat(Stream.ofNullable(given.get(INPUT)).map(Objects::toString), more
				.stream()).collect(Collectors.toList())));
		}
		CommandOptions.checkOnce(spec);
		ofFrames = FrameNumbers.areOfFrames(Objects.toString(given.get("slices"), null));
		isPainting = given.containsKey(STYLE_NETWORKS);
		final Path file = recipe.getValue();
		if (isPainting && file != null) {
			throw new WrongSettingException("A recipe is one of style transfers, and style networks paint without: leave it " +
				"out, or leave the style networks out.");
		}
		running = command.start(file == null ? given : command.withRecipe(file, given));
	}

	/** Asks for the end with what is done so far. */
	private void stop() {
		final String saved = ofFrames ? "the frames that are done" : isPainting ? "the report" : "the picture so far";
		spec.commandLine().getErr().println("Stopping after this " + (isPainting ? "part" : "evaluation") + ", to save " +
			saved + "; press Ctrl-C again to end at once.");
		running.stop();
	}

	/** Gives that up. */
	private void abandon() {
		running.abandon();
		spec.commandLine().getErr().println("Stopped: " + (ofFrames ? "the frames under way were"
			: "the picture under way was") + " not written.");
	}
}
