package net.neuralstyle.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import net.neuralstyle.imagej.FileStylization;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.StopSignals;
import net.neuralstyle.picture.PicturePath;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reads two pictures, runs the command, and writes its result. */
final class Stylization implements Callable<Integer> {

	/** Room for the longest option, so that all descriptions are in one column. */
	private static final int OPTION_COLUMNS = 33;

	private final HostedCommand command;
	private final CommandOptions options;
	private final OptionSpec output = OptionSpec.builder("--output").type(Path.class).converters(PicturePath::of) //
		.paramLabel("FILE").description("Where to write the result; its extension chooses the format: png, jpg or tif. " +
			"A file that is there is replaced.").build();
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

	Stylization(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		final ArgGroupSpec.Builder needed = ArgGroupSpec.builder().validate(false).order(1).heading("%nNeeded:%n");
		options.images().forEach(needed::addArg);
		needed.addArg(output);
		final ArgGroupSpec.Builder settings = ArgGroupSpec.builder().validate(false).order(2).heading("%nSettings:%n");
		options.settings().forEach(settings::addArg);
		spec.addArgGroup(needed.build()).addArgGroup(settings.build());
		spec.usageMessage().sortOptions(false).longOptionsMaxWidth(OPTION_COLUMNS);
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		for (final OptionSpec option : spec.options()) {
			if (option.stringValues().size() > 1 && !option.isMultiValue()) throw new ParameterException(spec.commandLine(),
				option.longestName() + " is there twice, give it once");
		}
		for (final OptionSpec option : options.images()) {
			needed(option);
		}
		final Path target = needed(output);
		final PrintWriter out = spec.commandLine().getOut();
		final FileStylization stylization = new FileStylization(command, target, out::println, spec.commandLine()
			.getErr()::println);
		try (StopSignals signals = new StopSignals(stylization::stop)) {
			return stylization.run(options.given()).exitCode();
		}
	}

	private Path needed(final OptionSpec option) {
		if (option.getValue() == null) throw new ParameterException(spec.commandLine(), "There is no " + option.longestName());
		return option.getValue();
	}
}
