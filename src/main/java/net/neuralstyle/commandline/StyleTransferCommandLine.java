package net.neuralstyle.commandline;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.Vgg16Weights;

import org.scijava.Context;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The program that the runnable jar starts: redraws one picture in the style of
 * another one, without any windows. {@code --help} tells the options.
 */
public final class StyleTransferCommandLine {

	static final int DONE = 0;
	static final int FAILED = 1;
	static final int WRONG_USE = 2;

	private static final String NAME = "neural-style-transfer";
	private static final String WEIGHTS = "vgg16-weights";

	private final PrintWriter out;
	private final PrintWriter err;

	/**
	 * @param out for help and version
	 * @param err for what is wrong with the arguments; the commands log by themselves
	 */
	StyleTransferCommandLine(final PrintWriter out, final PrintWriter err) {
		this.out = out;
		this.err = err;
	}

	/** Runs, and exits with 0 only if what was asked for is done: the picture is written. */
	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		System.exit(new StyleTransferCommandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true)).execute(
			arguments));
	}

	/** Returns the exit code: 0 done, 1 failed, 2 wrong arguments. */
	int execute(final String... arguments) {
		try (Context context = new Context()) {
			final CommandLine commandLine = commandLine(context);
			if (arguments.length == 0) {
				commandLine.usage(err);
				return WRONG_USE;
			}
			return commandLine.execute(arguments);
		}
	}

	// -- Helper methods --

	private CommandLine commandLine(final Context context) {
		final Stylization stylization = new Stylization(new HostedCommand(context, NeuralStyleTransfer.class.getName()));
		final CommandSpec spec = stylization.spec().name(NAME).mixinStandardHelpOptions(true).versionProvider(
			StyleTransferCommandLine::version);
		spec.usageMessage() //
			.description("Redraws a picture in the style of another one.") //
			.optionListHeading("%n") //
			.customSynopsis(NAME + " --content=FILE --style=FILE --output=FILE [OPTIONS]", NAME + " " + WEIGHTS +
				" [OPTIONS]") //
			.commandListHeading("%nCommands:%n") //
			.exitCodeListHeading("%nExit codes:%n") //
			.exitCodeList(new TreeMap<>(Map.of("0", "what was asked for is done: the picture is written", "1",
				"it could not be done; a sentence said why", "2", "the options are wrong")));
		spec.addSubcommand(WEIGHTS, new WeightsManagement(new HostedCommand(context, Vgg16Weights.class.getName())).spec()
			.mixinStandardHelpOptions(true).versionProvider(StyleTransferCommandLine::version));
		return new CommandLine(spec).setOut(out).setErr(err) //
			.setParameterExceptionHandler((exception, arguments) -> refuse(exception)) //
			.setExecutionExceptionHandler((exception, line, parsed) -> fail(exception));
	}

	private int refuse(final ParameterException exception) {
		final String problem = exception.getMessage().lines().findFirst().orElse("The options are wrong").replaceAll(
			"[.:]$", "");
		err.println(problem + ": see " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
		return WRONG_USE;
	}

	private int fail(final Exception exception) throws Exception {
		if (!(exception instanceof StyleTransferException)) throw exception;
		err.println(exception.getMessage());
		return FAILED;
	}

	private static String[] version() {
		// NB: Null where the classes are in no jar.
		final String version = StyleTransferCommandLine.class.getPackage().getImplementationVersion();
		return new String[] { NeuralStyleTransfer.LABEL + " " + (version == null ? "(development)" : version) };
	}
}
