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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.Outcome;
import net.neuralstyle.imagej.RunningCommand;
import net.neuralstyle.imagej.StopSignals;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Trains a network. */
final class Training implements Callable<Integer> {

	private final HostedCommand command;
	private final CommandOptions options;
	private final OptionSpec recipe = Stylization.recipeOption();
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

	Training(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		final List<OptionSpec> needed = Stream.of("style", "photographs", "output").map(options::option).collect(Collectors
			.toList());
		final List<OptionSpec> settings = new ArrayList<>(options.settings());
		settings.removeAll(needed);
		spec.addArgGroup(Stylization.group(1, "Needed", needed));
		spec.addArgGroup(Stylization.group(2, "Main settings", settings));
		spec.addArgGroup(Stylization.group(3, "How a picture was made", List.of(recipe)));
		spec.addArgGroup(Stylization.group(4, "More settings", options.moreSettings()));
		spec.usageMessage().sortOptions(false).longOptionsMaxWidth(Stylization.OPTION_COLUMNS).description(
			"Trains a network that paints in a style in one pass. Stopped or killed, it goes on with --resume.");
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		WeightsManagement.checkNothingIsBefore(spec);
		CommandOptions.checkOnce(spec);
		final RunningCommand running;
		try {
			final Map<String, Object> given = options.given();
			final Path file = recipe.getValue();
			running = command.start(command.withPictures(file == null ? given : command.withRecipe(file, given)));
		}
		catch (final StyleTransferException exc) {
			spec.commandLine().getErr().println(exc.getMessage());
			return Outcome.REFUSED.exitCode();
		}
		final PrintWriter err = spec.commandLine().getErr();
		try (StopSignals signals = StopSignals.twice(() -> {
			err.println("Stopping after this step, to save the network as it is; press Ctrl-C again to end at once.");
			running.stop();
		}, () -> err.println("Stopped at once: the training can go on from its last checkpoint, if there is one."))) {
			return Outcome.of(running.await()).exitCode();
		}
	}
}
