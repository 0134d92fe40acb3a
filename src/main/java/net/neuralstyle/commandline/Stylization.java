package net.neuralstyle.commandline;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.PictureWriter;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reads two pictures, runs the command, and writes its result. */
final class Stylization implements Callable<Integer> {

	private final HostedCommand command;
	private final CommandOptions options;
	private final OptionSpec output = OptionSpec.builder("--output").type(Path.class).paramLabel("FILE").description(
		"Where to write the result; its extension chooses the format: png, jpg or tif. A file that is there is replaced.")
		.build();
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

	Stylization(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		spec.addOption(output);
		options.addTo(spec);
		spec.usageMessage().sortOptions(false);
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		final Map<String, Object> values = options.given();
		final Path content = needed("--content", values.get("content"));
		final Path style = needed("--style", values.get("style"));
		final Path target = needed("--output", output.getValue());
		final int size = (Integer) values.getOrDefault("size", command.defaults().get("size"));
		values.put("content", PictureReader.read(content, Math.max(0, size)).image());
		values.put("style", PictureReader.read(style, Math.max(0, size)).image());
		try (PictureWriter writer = new PictureWriter(target, content, style)) {
			final ImagePlus result = (ImagePlus) command.run(values).getOutput("result");
			// NB: The command has logged why there is none.
			if (result == null) return StyleTransferCommandLine.FAILED;
			writer.write(result);
		}
		spec.commandLine().getOut().println("Saved " + target);
		return StyleTransferCommandLine.DONE;
	}

	private Path needed(final String option, final Object path) {
		if (path == null) throw new ParameterException(spec.commandLine(), "There is no " + option);
		return (Path) path;
	}
}
