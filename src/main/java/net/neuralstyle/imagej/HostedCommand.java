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

package net.neuralstyle.imagej;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.batch.BatchPlace;
import net.neuralstyle.imagej.dialog.Preview;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.RememberedInputs;

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
	/** One that is asked, and not run. */
	private final Module idle;
	private String wayToDownload;
	private BatchPlace place;
	private int saveEvery;
	private Path saveBeside;

	/**
	 * @param className of a command that the context knows
	 * @throws IllegalArgumentException if the command has an input of a type that no host can carry
	 */
	public HostedCommand(final Context context, final String className) {
		this.context = context;
		info = context.service(CommandService.class).getCommand(className);
		inputs = inputs(info);
		idle = newModule();
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

	/** Whether all that can be set is one image, so that nobody need be asked: the active one is meant. */
	public boolean isOfActiveImage() {
		return InputKind.isLoneImage(inputs);
	}

	/** Returns, as macros write them, what the inputs are when nothing is said of them, by name; images are not. */
	public Map<String, String> defaults() {
		return texts(input -> Optional.empty());
	}

	/**
	 * Returns, as macros write them, what the next dialog offers: what was accepted in the last one, or the defaults.
	 *
	 * @param known values that are settled, by the inputs' names
	 */
	Map<String, String> offered(final Map<String, Object> known) {
		final RememberedInputs memory = new RememberedInputs(context.service(PrefService.class));
		return texts(input -> known.containsKey(input.getName()) ? Optional.of(InputText.text(input, known.get(input
			.getName()))) : memory.load(commandClass(), input));
	}

	/** As {@link StyleTransferCommand#neededLongerSide}. */
	int neededLongerSide(final Map<String, Object> given) {
		return command(idle).neededLongerSide(given);
	}

	/** As {@link StyleTransferCommand#consequences}. */
	Map<String, String> consequences(final Map<String, String> before, final Map<String, String> after) {
		return command(idle).consequences(before, after);
	}

	/** As {@link StyleTransferCommand#note}. */
	String note(final Map<String, String> answers) {
		return command(idle).note(answers);
	}

	/** As {@link StyleTransferCommand#previewedInputs}. */
	Set<String> previewedInputs() {
		return command(idle).previewedInputs();
	}

	/** As {@link StyleTransferCommand#preview}. */
	Optional<Preview> preview(final Map<String, String> answers) {
		return command(idle).preview(answers);
	}

	/** Keeps the values of a command that was done for the next dialog. */
	public void remember(final Module module) {
		command(module).remember(module);
	}

	/**
	 * Looks whether the command would take values, without running it.
	 *
	 * @param values by name; those left out have their defaults
	 * @throws StyleTransferException or IllegalArgumentException if it would not; the
	 *           message is one sentence for the user
	 */
	public void check(final Map<String, Object> values) {
		final Module module = newModule();
		values.forEach(module::setInput);
		command(module).check();
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
		final StyleTransferCommand command = command(module);
		if (wayToDownload != null) command.sayHowToDownload(wayToDownload);
		if (place != null) command.setPlace(place);
		if (saveBeside != null) command.saveIterations(saveEvery, saveBeside);
		// NB: Without SciJava's pre- and postprocessors, as the inputs are all known.
		return new RunningCommand(command, moduleService.run(module, false, values));
	}

	/** Shows the image that a command has made, as the active one of the macro or script on the calling thread. */
	public void show(final Module module) {
		final ImagePlus result = command(module).shownResult();
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

	/**
	 * Returns values that are given, and of the other inputs what a file says of them.
	 *
	 * @param recipe with a recipe's or a provenance's JSON, or a picture that carries one
	 * @param given by the inputs' names
	 * @throws StyleTransferException if it cannot be used; the message is one sentence for the user
	 */
	public Map<String, Object> withRecipe(final Path recipe, final Map<String, Object> given) {
		final RecipeFile file = RecipeFile.read(recipe);
		try {
			file.note(given).ifPresent(log()::warn);
		}
		catch (final IOException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
		return file.completed(inputs, given);
	}

	/**
	 * Returns values with images in the place of files and sample styles.
	 *
	 * @param given by the inputs' names; an image's is the {@link Path} of its file or a sample style, several images' a
	 *          list of them
	 * @throws StyleTransferException if a picture cannot be read; the message is one sentence for the user
	 */
	public Map<String, Object> withPictures(final Map<String, Object> given) {
		final InputPictures pictures = new InputPictures(0, new ArrayList<>(), log()::warn);
		final Map<String, Object> values = new LinkedHashMap<>(given);
		inputs.forEach(input -> values.computeIfPresent(input.getName(), (name, value) -> pictures.read(value, input)));
		return values;
	}

	/** Sets how a message says that weights can be downloaded, for example {@code give --action=download}. */
	public void sayHowToDownload(final String way) {
		wayToDownload = way;
	}

	/** Sets where the pictures of a batch are made, if not on this computer. */
	public void setPlace(final BatchPlace newPlace) {
		place = newPlace;
	}

	/** As {@link StyleTransferCommand#saveIterations}, of commands that are started from now on. */
	void saveIterations(final int interval, final Path output) {
		saveEvery = interval;
		saveBeside = output;
	}

	/**
	 * Returns the inputs of a command that a user can set, and messages to him, without those that SciJava fills in, in
	 * the order in which hosts have them.
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
		for (final ModuleItem<?> input : List.copyOf(inputs)) {
			final String next = input.get(InputKind.BEFORE);
			if (next == null) continue;
			inputs.remove(input);
			inputs.add(place(next, inputs), input);
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
		return command(module).isRefused();
	}

	/** Whether a command was stopped before its usual end; what it had by then is its result. */
	public static boolean isStopped(final Module module) {
		return command(module).isStopped();
	}

	// -- Helper methods --

	private static int place(final String name, final List<ModuleItem<?>> inputs) {
		return IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).getName().equals(name)).findFirst().orElseThrow();
	}

	private static StyleTransferCommand command(final Module module) {
		return (StyleTransferCommand) module.getDelegateObject();
	}

	private Module newModule() {
		try {
			final Module module = info.createModule();
			context.inject(module.getDelegateObject());
			module.initialize();
			return module;
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** What the inputs say: what is given first, else the defaults, else what follows from these. */
	private Map<String, String> texts(final Function<ModuleItem<?>, Optional<String>> given) {
		final Module module = newModule();
		final Map<String, String> texts = new LinkedHashMap<>();
		final Set<String> open = new HashSet<>();
		for (final ModuleItem<?> input : inputs) {
			final Object value = module.getInput(input.getName());
			final Optional<String> text = given.apply(input);
			texts.put(input.getName(), text.orElse(InputText.text(input, value)));
			if (text.isEmpty() && value == null) open.add(input.getName());
		}
		consequences(Map.of(), texts).forEach((name, text) -> {
			if (open.contains(name)) texts.put(name, text);
		});
		return texts;
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
