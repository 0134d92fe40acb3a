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

import java.util.concurrent.Callable;

import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.Outcome;
import net.neuralstyle.imagej.StopSignals;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Fetches the weights of VGG16, and all else that the command for them does. */
final class WeightsManagement implements Callable<Integer> {

	private final HostedCommand command;
	private final CommandOptions options;
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

	WeightsManagement(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		options.settings().forEach(spec::addOption);
		spec.usageMessage().sortOptions(false).description(
			"Shows where the weights of VGG16 are, and fetches, verifies, imports or removes them.").optionListHeading("%n");
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		checkNothingIsBefore(spec);
		// NB: What is fetched so far is kept, and the next download goes on from there.
		try (StopSignals signals = new StopSignals(this::stop)) {
			return Outcome.of(command.run(options.given())).exitCode();
		}
	}

	/** Refuses options of the program that stand before one of its commands. */
	static void checkNothingIsBefore(final CommandSpec command) {
		if (command.parent().commandLine().getParseResult().matchedOptions().isEmpty()) return;
		throw new ParameterException(command.commandLine(), "The options before " + command.name() +
			" would be ignored: leave them out, or put those of its own behind it");
	}

	/** Has nothing to finish. */
	private boolean stop() {
		spec.commandLine().getErr().println("Stopped.");
		return false;
	}
}
