package net.neuralstyle.imagej.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import net.imglib2.util.Cast;
import net.neuralstyle.imagej.HostedCommand;

import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Runs a SciJava command in plain ImageJ 1.x, which knows nothing of SciJava:
 * starts a SciJava context, takes the command's inputs from the macro's options or
 * from a dialog made after them, records them under the same keys as Fiji does,
 * and shows errors as ImageJ does. The argument, in plugins.config, is the
 * command's class name.
 */
public class CommandPlugIn implements PlugIn {

	private static Context context;

	@Override
	public void run(final String commandClass) {
		// NB: ImageJ's plugin class loader sees the libraries beside the plugin; the
		// loader of the current thread need not.
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(CommandPlugIn.class.getClassLoader());
		try {
			runCommand(new HostedCommand(context(), commandClass));
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	// -- Helper methods --

	private static void runCommand(final HostedCommand command) {
		final List<ModuleItem<?>> inputs = command.inputs();
		final Map<String, String> texts = defaults(command, inputs);
		final String options = Macro.getOptions();
		if (options != null) {
			final Map<String, String> given = MacroOptions.parse(options);
			for (final ModuleItem<?> input : inputs) {
				final String value = given.get(macroKey(input));
				if (value != null) texts.put(input.getName(), value);
			}
		}
		else {
			final List<String> images = imageLabels(inputs);
			if (!images.isEmpty() && WindowManager.getImageCount() == 0) {
				showError(command.title(), "There is no image open: open one for " + String.join(" and one for ", images) +
					" first.");
				return;
			}
			final Map<String, String> answers = new CommandDialog(command.title(), inputs, texts).ask();
			if (answers == null) return;
			texts.putAll(answers);
			if (Recorder.record) record(inputs, texts);
			remember(inputs, texts);
		}
		run(command, values(inputs, texts));
	}

	private static void run(final HostedCommand command, final Map<String, Object> values) {
		try {
			final Optional<String> reason = HostedCommand.cancelReason(command.run(values));
			// NB: Without a window the command has already logged the reason.
			if (reason.isPresent() && !reason.get().isEmpty() && IJ.getInstance() != null) showError(command.title(), reason
				.get());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final IllegalStateException exc) {
			showError(command.title(), command.title() + " failed: " + exc.getCause());
		}
	}

	private static void showError(final String title, final String reason) {
		// NB: The command has already ended the macro, if there is one; IJ.error
		// leaves it to the macro to show the message.
		if (IJ.isMacro()) IJ.showMessage(title, reason);
		else IJ.error(title, reason);
	}

	private static List<String> imageLabels(final List<ModuleItem<?>> inputs) {
		return inputs.stream().filter(input -> input.getType() == ImagePlus.class).map(ModuleItem::getLabel).collect(
			Collectors.toList());
	}

	/**
	 * Returns what the inputs are when nothing is said of them: in a macro the
	 * command's own defaults, so that a macro does the same everywhere; in the
	 * dialog the values of the last time. The first image is the active one, and in
	 * the dialog the second is another one.
	 */
	private static Map<String, String> defaults(final HostedCommand command, final List<ModuleItem<?>> inputs) {
		final boolean dialog = Macro.getOptions() == null;
		final ModuleService moduleService = context().service(ModuleService.class);
		final Map<String, Object> usual = command.defaults();
		final Map<String, String> values = new HashMap<>();
		for (final ModuleItem<?> input : inputs) {
			Object value = usual.get(input.getName());
			if (dialog && input.isPersisted()) {
				final Object last = moduleService.load(input);
				if (last != null) value = last;
			}
			if (value != null) values.put(input.getName(), value.toString());
		}
		final ImagePlus active = WindowManager.getCurrentImage();
		if (active == null) return values;
		final List<String> titles = new ArrayList<>(List.of(active.getTitle()));
		for (final String title : WindowManager.getImageTitles()) {
			if (dialog && !title.equals(active.getTitle())) titles.add(title);
		}
		for (final ModuleItem<?> input : inputs) {
			if (input.getType() == ImagePlus.class && !titles.isEmpty()) values.put(input.getName(), titles.remove(0));
		}
		return values;
	}

	/** Turns texts into the inputs' types; what is no number becomes null, which the command explains. */
	private static Map<String, Object> values(final List<ModuleItem<?>> inputs, final Map<String, String> texts) {
		final ConvertService convertService = context().service(ConvertService.class);
		final Map<String, Object> values = new HashMap<>();
		for (final ModuleItem<?> input : inputs) {
			final String text = texts.get(input.getName());
			values.put(input.getName(), text == null ? null : input.getType() == ImagePlus.class ? image(text)
				: convertService.convert(text, input.getType()));
		}
		return values;
	}

	/** Finds an open image by title or by ID; null if there is none. */
	private static ImagePlus image(final String titleOrId) {
		final ImagePlus image = WindowManager.getImage(titleOrId);
		if (image != null || !titleOrId.matches("-[0-9]{1,9}")) return image;
		return WindowManager.getImage(Integer.parseInt(titleOrId));
	}

	/** Keeps the values for the next dialog, where SciJava keeps them too. */
	private static void remember(final List<ModuleItem<?>> inputs, final Map<String, String> texts) {
		final ModuleService moduleService = context().service(ModuleService.class);
		final Map<String, Object> values = values(inputs, texts);
		for (final ModuleItem<?> input : inputs) {
			final Object value = values.get(input.getName());
			if (input.isPersisted() && value != null) moduleService.save(Cast.<ModuleItem<Object>>unchecked(input), value);
		}
	}

	private static void record(final List<ModuleItem<?>> inputs, final Map<String, String> texts) {
		for (final ModuleItem<?> input : inputs) {
			final String text = texts.get(input.getName());
			if (text == null || HostedCommand.isMessage(input)) continue;
			// NB: ImageJ would record nothing after the equals sign.
			Recorder.recordOption(macroKey(input), text.isEmpty() ? "[]" : text);
		}
	}

	private static String macroKey(final ModuleItem<?> input) {
		return input.getName().toLowerCase(Locale.ROOT);
	}

	private static synchronized Context context() {
		if (context == null) {
			context = new Context();
			// NB: A user of plain ImageJ looks for messages in ImageJ's Log window.
			context.service(LogService.class).addLogListener(message -> {
				if (IJ.getInstance() != null && message.level() <= LogLevel.INFO) IJ.log(message.text());
			});
		}
		return context;
	}
}
