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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.BatchPlace;
import net.neuralstyle.imagej.ApplyStyleNetwork;
import net.neuralstyle.imagej.BatchStyleTransfer;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.Outcome;
import net.neuralstyle.imagej.QuietPreferences;
import net.neuralstyle.imagej.TrainStyleNetwork;
import net.neuralstyle.imagej.Vgg16Weights;
import net.neuralstyle.imagej.input.Spelling;

import org.scijava.Context;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program that the runnable jar starts: redraws one picture in the style of
 * another one, or many, without any windows. {@code --help} tells the options.
 */
public final class StyleTransferCommandLine {

	private static final String RUNNABLE_JAR = "java -jar neural-style-transfer.jar";
	private static final String WEIGHTS = "vgg16-weights";
	private static final String BATCH = "batch";
	private static final String APPLY = "apply";
	private static final String TRAIN = "train";

	private final String name;
	/** Null for this computer. */
	private final BatchPlace place;
	private final PrintWriter out;
	private final PrintWriter err;

	/**
	 * @param out for help and version
	 * @param err for what is wrong with the arguments; the commands log by themselves
	 */
	StyleTransferCommandLine(final PrintWriter out, final PrintWriter err) {
		this(RUNNABLE_JAR, null, out, err);
	}

	/**
	 * As on this computer, but for where the pictures of a batch are made.
	 *
	 * @param name by which users call it
	 */
	public StyleTransferCommandLine(final String name, final BatchPlace place, final PrintWriter out,
		final PrintWriter err)
	{
		this.name = name;
		this.place = place;
		this.out = out;
		this.err = err;
	}

	/** Runs, and exits with 0 only if what was asked for is done: the picture is written. */
	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		QuietPreferences.begin();
		System.exit(new StyleTransferCommandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
			.execute(arguments));
	}

	/** Returns the exit code, that of an {@link Outcome}. */
	public int execute(final String... arguments) {
		try (Context context = new Context()) {
			final CommandLine commandLine = commandLine(context);
			if (arguments.length == 0) {
				err.print(commandLine.getHelp().fullSynopsis());
				err.println(name + " --help tells more.");
				return Outcome.REFUSED.exitCode();
			}
			return commandLine.execute(arguments);
		}
	}

	// -- Helper methods --

	private CommandLine commandLine(final Context context) {
		final HostedCommand transfer = new HostedCommand(context, NeuralStyleTransfer.class.getName());
		transfer.sayHowToDownload(wayToDownload());
		final CommandSpec spec = new Stylization(transfer).spec().name(name).mixinStandardHelpOptions(true).versionProvider(
			StyleTransferCommandLine::version);
		spec.usageMessage() //
			.description("Redraws a picture in the style of another one.") //
			.optionListHeading("%n") //
			.customSynopsis(name + " --content=FILE --style=FILE --output=FILE [OPTIONS]", name + " " + APPLY +
				" NETWORK CONTENT OUTPUT [OPTIONS]", name + " " + BATCH + " [OPTIONS]", name + " " + TRAIN + " [OPTIONS]", name +
				" " + WEIGHTS + " [OPTIONS]") //
			.commandListHeading("%nCommands:%n") //
			.exitCodeListHeading("%nExit codes:%n") //
			.exitCodeList(exitCodes());
		final HostedCommand batch = new HostedCommand(context, BatchStyleTransfer.class.getName());
		batch.sayHowToDownload(wayToDownload());
		batch.setPlace(place);
		final CommandSpec ofMany = new BatchStylization(batch).spec().mixinStandardHelpOptions(true).versionProvider(
			StyleTransferCommandLine::version);
		ofMany.usageMessage().optionListHeading("%n").customSynopsis(name + " " + BATCH +
			" --input=FOLDER --style=FILE --output=FOLDER [OPTIONS]", name + " " + BATCH +
				" PICTURE... --style=FILE --output=FOLDER [OPTIONS]", name + " " + BATCH +
				" PICTURE... --style-networks=FILE --output=FOLDER [OPTIONS]").exitCodeListHeading("%nExit codes:%n").exitCodeList(
					exitCodesOfMany());
		final CommandSpec apply = new NetworkApplication(new HostedCommand(context, ApplyStyleNetwork.class.getName())).spec()
			.mixinStandardHelpOptions(true).versionProvider(StyleTransferCommandLine::version);
		apply.usageMessage().optionListHeading("%n").customSynopsis(name + " " + APPLY + " NETWORK CONTENT OUTPUT [OPTIONS]")
			.exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
		spec.addSubcommand(APPLY, apply);
		spec.addSubcommand(BATCH, ofMany);
		final HostedCommand train = new HostedCommand(context, TrainStyleNetwork.class.getName());
		train.sayHowToDownload(wayToDownload());
		final CommandSpec training = new Training(train).spec().mixinStandardHelpOptions(true).versionProvider(
			StyleTransferCommandLine::version);
		training.usageMessage().optionListHeading("%n").customSynopsis(name + " " + TRAIN +
			" --style=FILE --photographs=FOLDER --output=FILE [OPTIONS]").exitCodeListHeading("%nExit codes:%n").exitCodeList(
				exitCodesOfTraining());
		spec.addSubcommand(TRAIN, training);
		spec.addSubcommand(WEIGHTS, new WeightsManagement(new HostedCommand(context, Vgg16Weights.class.getName())).spec()
			.mixinStandardHelpOptions(true).versionProvider(StyleTransferCommandLine::version));
		// NB: A file's name may begin with @.
		return new CommandLine(spec).setOut(out).setErr(err).setExpandAtFiles(false) //
			.setParameterExceptionHandler((exception, arguments) -> refuse(exception)) //
			.setExecutionExceptionHandler((exception, line, parsed) -> fail(exception));
	}

	private String wayToDownload() {
		return "run " + name + " " + WEIGHTS + " --action=download";
	}

	private int refuse(final ParameterException exception) {
		final Throwable cause = exception.getCause();
		if (cause instanceof StyleTransferException) {
			err.println(cause.getMessage());
		}
		else if (exception instanceof UnmatchedArgumentException) {
			err.println(unknown((UnmatchedArgumentException) exception));
		}
		else {
			final String problem = exception.getMessage().lines().findFirst().orElse("The options are wrong");
			err.println(problem.replaceAll("[.:]$", "") + ": see " + exception.getCommandLine().getCommandSpec()
				.qualifiedName() + " --help.");
		}
		return Outcome.REFUSED.exitCode();
	}

	private static String unknown(final UnmatchedArgumentException exception) {
		final String argument = exception.getUnmatched().get(0);
		// NB: The argument up to its value.
		final String name = argument.replaceFirst("=.*", "");
		final CommandSpec command = exception.getCommandLine().getCommandSpec();
		final Optional<String> nearest = exception.isUnknownOption() ? Spelling.nearest(name, command.optionsMap().keySet())
			: Optional.empty();
		return "\"" + name + "\" is not an option: " + nearest.map(option -> "did you mean \"" + option + "\"?").orElse(
			"see " + command.qualifiedName() + " --help.");
	}

	private int fail(final Exception exception) throws Exception {
		if (!(exception instanceof StyleTransferException)) throw exception;
		err.println(exception.getMessage());
		return Outcome.FAILED.exitCode();
	}

	private static Map<String, String> exitCodes() {
		final Map<String, String> meanings = new LinkedHashMap<>();
		meanings.put(code(Outcome.DONE), "what was asked for is done: the picture is written");
		meanings.put(code(Outcome.FAILED), "it could not be done; a sentence said why, and nothing was written");
		meanings.put(code(Outcome.REFUSED), "the options are wrong; nothing was written");
		meanings.put(code(Outcome.STOPPED), "stopped by Ctrl-C or SIGTERM; the picture so far is written, if there was one");
		return meanings;
	}

	private static Map<String, String> exitCodesOfMany() {
		final Map<String, String> meanings = new LinkedHashMap<>();
		meanings.put(code(Outcome.DONE), "all pictures are there");
		meanings.put(code(Outcome.FAILED), "some could not be made; the report says which and why");
		meanings.put(code(Outcome.REFUSED),
			"the options are wrong, or two pictures would have one name; nothing was written");
		meanings.put(code(Outcome.STOPPED), "stopped by Ctrl-C or SIGTERM; the same command goes on");
		return meanings;
	}

	private static Map<String, String> exitCodesOfTraining() {
		final Map<String, String> meanings = new LinkedHashMap<>();
		meanings.put(code(Outcome.DONE), "the network is trained and written");
		meanings.put(code(Outcome.FAILED), "it could not be done; a sentence said why");
		meanings.put(code(Outcome.REFUSED), "the options are wrong; nothing was written");
		meanings.put(code(Outcome.STOPPED), "stopped by Ctrl-C or SIGTERM; the network as it was then is written");
		return meanings;
	}

	private static String code(final Outcome outcome) {
		return String.valueOf(outcome.exitCode());
	}

	private static String[] version() {
		// NB: Null where the classes are in no jar.
		final String version = StyleTransferCommandLine.class.getPackage().getImplementationVersion();
		return new String[] { NeuralStyleTransfer.LABEL + " " + (version == null ? "(development)" : version) };
	}
}
