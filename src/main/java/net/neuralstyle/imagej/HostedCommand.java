package net.neuralstyle.imagej;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;
import org.scijava.thread.ThreadService;

/**
 * A command of this plugin for hosts that do without SciJava's own dialogs and
 * macros: what can be set, what that is when nothing is said, and a run with given
 * values.
 */
public final class HostedCommand {

	private final Context context;
	private final CommandInfo info;
	private final List<ModuleItem<?>> inputs;
	private String wayToDownload;

	/**
	 * @param className of a command that the context knows
	 * @throws IllegalArgumentException if the command has an input of a type that no host can carry
	 */
	public HostedCommand(final Context context, final String className) {
		this.context = context;
		info = context.service(CommandService.class).getCommand(className);
		inputs = inputs(info);
	}

	/** The command's name in menus and macros. */
	public String title() {
		return info.getTitle();
	}

	/** Where the command logs to. */
	LogService log() {
		return context.service(LogService.class);
	}

	/** What the user can set, and messages to him. */
	public List<ModuleItem<?>> inputs() {
		return inputs;
	}

	/** Returns, by name, what the inputs are when nothing is said of them; images have no such value. */
	public Map<String, Object> defaults() {
		try {
			final Module module = info.createModule();
			context.inject(module.getDelegateObject());
			module.initialize();
			final Map<String, Object> values = new LinkedHashMap<>();
			for (final ModuleItem<?> input : inputs) {
				final Object value = module.getInput(input.getName());
				if (value != null) values.put(input.getName(), value);
			}
			return values;
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** Returns, by name, what the next dialog offers: the values that were accepted in the last one, or the usual ones. */
	Map<String, String> offered() {
		final RememberedInputs memory = memory();
		final Map<String, Object> defaults = defaults();
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final ModuleItem<?> input : inputs) {
			texts.put(input.getName(), memory.load(commandClass(), input).orElse(InputText.text(input, defaults.get(input
				.getName()))));
		}
		return texts;
	}

	/** Keeps the values of a command that was done for the next dialog. */
	public void remember(final Module module) {
		memory().save(commandClass(), module);
	}

	/**
	 * Looks whether the command would take values, without running it.
	 *
	 * @param values by name; those left out have their defaults
	 * @throws StyleTransferException or IllegalArgumentException if it would not; the
	 *           message is one sentence for the user
	 */
	public void check(final Map<String, Object> values) {
		final Module module = context.service(ModuleService.class).createModule(info);
		values.forEach(module::setInput);
		((StyleTransferCommand) module.getDelegateObject()).check();
	}

	/**
	 * Runs the command and waits for its end.
	 *
	 * @param values by name; those left out have their defaults
	 * @return the command's outputs, and whether it was cancelled
	 * @throws InterruptedException as {@link RunningCommand#await()} does
	 */
	public Module run(final Map<String, Object> values) throws InterruptedException {
		return start(values).await();
	}

	/**
	 * Starts the command. Its result is not shown; that is up to the host.
	 *
	 * @param values by name; those left out have their defaults
	 */
	public RunningCommand start(final Map<String, Object> values) {
		final ModuleService moduleService = context.service(ModuleService.class);
		final Module module = moduleService.createModule(info);
		final StyleTransferCommand command = (StyleTransferCommand) module.getDelegateObject();
		if (wayToDownload != null) command.sayHowToDownload(wayToDownload);
		// NB: Without SciJava's pre- and postprocessors, as the inputs are all known.
		return new RunningCommand(command, moduleService.run(module, false, values));
	}

	/** Shows the image that a command has made, as the active one of the macro or script on the calling thread. */
	public void show(final Module module) {
		final ImagePlus result = ((StyleTransferCommand) module.getDelegateObject()).shownResult();
		if (result != null) new MacroThread(context.service(ThreadService.class)).show(result);
	}

	/** Ends the macro on the calling thread, if there is one, when the command that is under way there returns. */
	public void endMacro() {
		final MacroThread macro = new MacroThread(context.service(ThreadService.class));
		// NB: On a thread with the name of a macro's, ImageJ would end the macro at once, by an exception.
		macro.spare();
		macro.endMacro();
		macro.endSparing();
	}

	/** Sets how a message says that weights can be downloaded, for example {@code give --action=download}. */
	public void sayHowToDownload(final String way) {
		wayToDownload = way;
	}

	/**
	 * Returns the inputs of a command that a user can set, and messages to him, without those that SciJava fills in.
	 *
	 * @throws IllegalArgumentException if one has a type that no host can carry
	 */
	static List<ModuleItem<?>> inputs(final ModuleInfo command) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> input : command.inputs()) {
			if (InputKind.isInjected(input)) continue;
			// NB: Throws if it has none; what no host can give must not be left out without a word.
			InputKind.of(input);
			inputs.add(input);
		}
		return inputs;
	}

	/** Why a command was cancelled: one sentence, or nothing if the user wanted it so; empty if it was not cancelled. */
	public static Optional<String> cancelReason(final Module module) {
		final Object delegate = module.getDelegateObject();
		if (!(delegate instanceof Cancelable) || !((Cancelable) delegate).isCanceled()) return Optional.empty();
		return Optional.of(((Cancelable) delegate).getCancelReason());
	}

	/** Whether a command did nothing because its inputs were wrong: numbers out of range, no images, and the like. */
	public static boolean isRefused(final Module module) {
		return ((StyleTransferCommand) module.getDelegateObject()).isRefused();
	}

	/** Whether a command was stopped before its usual end; what it had by then is its result. */
	public static boolean isStopped(final Module module) {
		return ((StyleTransferCommand) module.getDelegateObject()).isStopped();
	}

	// -- Helper methods --

	private RememberedInputs memory() {
		return new RememberedInputs(context.service(PrefService.class));
	}

	private Class<?> commandClass() {
		try {
			return info.loadDelegateClass();
		}
		catch (final ClassNotFoundException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
