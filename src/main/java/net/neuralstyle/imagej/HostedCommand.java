package net.neuralstyle.imagej;

import ij.ImagePlus;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

/**
 * A SciJava command in a host that has no dialogs or macros of SciJava's: what can
 * be set, what that is when nothing is said, and a run with given values.
 */
public final class HostedCommand {

	private final Context context;
	private final CommandInfo info;

	/** @param className of a command that the context knows */
	public HostedCommand(final Context context, final String className) {
		this.context = context;
		info = context.service(CommandService.class).getCommand(className);
	}

	/** The command's name in menus and macros. */
	public String title() {
		return info.getTitle();
	}

	/** What the user can set, and messages to him: everything but the services. */
	public List<ModuleItem<?>> inputs() {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> input : info.inputs()) {
			final Class<?> type = input.getType();
			if (type == ImagePlus.class || type == String.class || type == File.class || Number.class.isAssignableFrom(type)) {
				inputs.add(input);
			}
		}
		return inputs;
	}

	/** Returns, by name, what the inputs are when nothing is said of them; images have no such value. */
	public Map<String, Object> defaults() {
		try {
			final Module module = info.createModule();
			context.inject(module.getDelegateObject());
			module.initialize();
			final Map<String, Object> values = new LinkedHashMap<>();
			for (final ModuleItem<?> input : inputs()) {
				final Object value = module.getInput(input.getName());
				if (value != null) values.put(input.getName(), value);
			}
			return values;
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/**
	 * Runs the command and waits for its end.
	 *
	 * @param values by name; those left out have their defaults
	 * @return the command's outputs, and whether it was cancelled
	 * @throws InterruptedException if the waiting thread is interrupted; the command
	 *           goes on
	 */
	public Module run(final Map<String, Object> values) throws InterruptedException {
		try {
			// NB: Without SciJava's pre- and postprocessors: the inputs are all known,
			// and the command shows its result itself.
			return context.service(CommandService.class).run(info, false, values).get();
		}
		catch (final ExecutionException exc) {
			throw new IllegalStateException(exc.getCause());
		}
	}

	/** Whether an input only tells something, and cannot be set. */
	public static boolean isMessage(final ModuleItem<?> input) {
		return input.getVisibility() == ItemVisibility.MESSAGE;
	}

	/** Why a command was cancelled: one sentence, or nothing if the user wanted it so; empty if it was not cancelled. */
	public static Optional<String> cancelReason(final Module module) {
		final Object delegate = module.getDelegateObject();
		if (!(delegate instanceof Cancelable) || !((Cancelable) delegate).isCanceled()) return Optional.empty();
		return Optional.of(((Cancelable) delegate).getCancelReason());
	}
}
