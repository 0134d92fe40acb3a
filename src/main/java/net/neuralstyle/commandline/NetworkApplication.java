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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import net.neuralstyle.imagej.FileStylization;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.StopSignals;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.picture.PicturePath;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Reads a picture, or frames, has a network paint them, and writes the result. */
final class NetworkApplication implements Callable<Integer> {

	private static final String NETWORK = "network";
	private static final String CONTENT = "content";

	private final HostedCommand command;
	private final CommandOptions options;
	private final PositionalParamSpec network = PositionalParamSpec.builder().index("0").arity("0..1").type(String.class)
		.paramLabel("NETWORK").description("What paints: a file (.h5, or .onnx of PyTorch's fast neural style), or the " +
			"name of a network" + bundled() + ".").build();
	private final PositionalParamSpec content = positional(1, "CONTENT",
		"The picture to paint; with --slices a stack, a movie or a folder.");
	private final PositionalParamSpec output = positional(2, "OUTPUT", Stylization.OUTPUT);
	private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

	NetworkApplication(final HostedCommand command) {
		this.command = command;
		options = new CommandOptions(command);
		final List<OptionSpec> settings = options.settings().stream().filter(option -> option != options.option(NETWORK))
			.collect(Collectors.toList());
		List.of(network, content, output).forEach(spec::addPositional);
		spec.addArgGroup(Stylization.group(1, "Main settings", settings));
		spec.addArgGroup(Stylization.group(2, "More settings", options.moreSettings()));
		spec.usageMessage().sortOptions(false).longOptionsMaxWidth(Stylization.OPTION_COLUMNS).description(
			"Has a trained network paint a picture, in one pass.");
	}

	CommandSpec spec() {
		return spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		WeightsManagement.checkNothingIsBefore(spec);
		CommandOptions.checkOnce(spec);
		final String painter = needed(network);
		final Path picture = needed(content);
		final Path target = needed(output);
		final Map<String, Object> given = options.given();
		given.put(NETWORK, painter);
		given.put(CONTENT, picture);
		final PrintWriter out = spec.commandLine().getOut();
		final FileStylization stylization = new FileStylization(command, target, out::println, spec.commandLine()
			.getErr()::println);
		try (StopSignals signals = new StopSignals(stylization::stop)) {
			return stylization.run(given).exitCode();
		}
	}

	// -- Helper methods --

	private static PositionalParamSpec positional(final int index, final String label, final String description) {
		return PositionalParamSpec.builder().index(String.valueOf(index)).arity("0..1").type(Path.class).converters(
			PicturePath::of).paramLabel(label).description(description).build();
	}

	private static String bundled() {
		return NamedNetworks.names().isEmpty() ? "" : ": " + String.join(", ", NamedNetworks.names());
	}

	private <T> T needed(final PositionalParamSpec argument) {
		final T value = argument.getValue();
		if (value == null) throw new ParameterException(spec.commandLine(), "There is no " + argument.paramLabel());
		return value;
	}
}
