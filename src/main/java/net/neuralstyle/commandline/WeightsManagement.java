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
		if (!spec.parent().commandLine().getParseResult().matchedOptions().isEmpty()) {
			throw new ParameterException(spec.commandLine(), "The options before " + spec.name() +
				" would be ignored: leave them out, or put those of its own behind it");
		}
		// NB: What is fetched so far is kept, and the next download goes on from there.
		try (StopSignals signals = new StopSignals(this::stop)) {
			return Outcome.of(command.run(options.given())).exitCode();
		}
	}

	/** Has nothing to finish. */
	private boolean stop() {
		spec.commandLine().getErr().println("Stopped.");
		return false;
	}
}
