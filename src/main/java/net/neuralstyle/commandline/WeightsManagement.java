package net.neuralstyle.commandline;

import java.util.concurrent.Callable;

import net.neuralstyle.imagej.HostedCommand;

import picocli.CommandLine.Model.CommandSpec;

/** Fetches the weights of VGG16, and all else that the command for them does. */
final class WeightsManagement implements Callable<Integer> {

	private final HostedCommand command;
	private final CommandOptions options;

	WeightsManagement(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
	}

	CommandSpec spec() {
		final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
		options.addTo(spec);
		spec.usageMessage().sortOptions(false).description(
			"Shows where the weights of VGG16 are, and fetches, verifies, imports or removes them.").optionListHeading("%n");
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		return HostedCommand.cancelReason(command.run(options.given())).isPresent() ? StyleTransferCommandLine.FAILED
			: StyleTransferCommandLine.DONE;
	}
}
