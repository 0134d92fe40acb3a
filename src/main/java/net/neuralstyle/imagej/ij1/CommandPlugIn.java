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

package net.neuralstyle.imagej.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.CommandDialog;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.dialog.WrappedText;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.RecordedInput;

import org.scijava.Context;
import org.scijava.Contextual;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

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
		host(commandClass, CommandPlugIn::runCommand);
	}

	/** Has something done with a command of the plugin's. */
	static void host(final String commandClass, final Consumer<HostedCommand> work) {
		// NB: ImageJ's plugin class loader sees the libraries beside the plugin; the
		// loader of the current thread need not.
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(CommandPlugIn.class.getClassLoader());
		try {
			work.accept(new HostedCommand(context(), commandClass));
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	// -- Helper methods --

	private static void runCommand(final HostedCommand command) {
		final List<ModuleItem<?>> inputs = command.inputs();
		final String options = Macro.getOptions();
		try {
			// NB: Where nobody can be asked, a macro that says nothing means the defaults.
			final boolean isAsked = options == null && !GraphicsEnvironment.isHeadless() && !command.isOfActiveImage();
			if (isAsked) ask(command, inputs);
			else run(command, InputText.ofMacro(inputs, options == null ? "" : options));
		}
		catch (final StyleTransferException exc) {
			fail(command, exc.getMessage());
		}
	}

	private static void ask(final HostedCommand command, final List<ModuleItem<?>> inputs) {
		final Map<String, String> answers = CommandDialog.ask(command, inputs, Map.of());
		if (answers == null) {
			command.endMacro();
			return;
		}
		record(inputs, answers);
		run(command, InputText.values(inputs, answers)).ifPresent(command::remember);
	}

	/** Returns how the command ended, nothing if it failed. */
	private static Optional<Module> run(final HostedCommand command, final Map<String, Object> values) {
		try {
			final Module module = command.run(values);
			final Optional<String> reason = HostedCommand.cancelReason(module);
			if (reason.isEmpty()) {
				command.show(module);
				return Optional.of(module);
			}
			// NB: Without a window the command has already logged the reason.
			if (!reason.get().isEmpty() && IJ.getInstance() != null) showError(command.title(), reason.get());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		return Optional.empty();
	}

	/** Ends the macro, if there is one, with one sentence. */
	static void fail(final HostedCommand command, final String reason) {
		if (IJ.getInstance() == null) context().service(LogService.class).error(reason);
		command.endMacro();
		if (IJ.getInstance() != null) showError(command.title(), WrappedText.of(reason));
	}

	private static void showError(final String title, final String reason) {
		// NB: The command has already ended the macro, if there is one; IJ.error
		// leaves it to the macro to show the message.
		if (IJ.isMacro()) IJ.showMessage(title, reason);
		else IJ.error(title, reason);
	}

	private static void record(final List<ModuleItem<?>> inputs, final Map<String, String> texts) {
		for (final ModuleItem<?> input : inputs) {
			if (InputKind.of(input) != InputKind.MESSAGE) RecordedInput.record(input, texts.get(input.getName()));
		}
	}

	private static synchronized Context context() {
		if (context == null) {
			// NB: ImageJ2 answers to this name; plain ImageJ does not know it.
			final Object ofImageJ2 = IJ.runPlugIn("net.imagej.legacy.LegacyService", "");
			context = ofImageJ2 instanceof Contextual ? ((Contextual) ofImageJ2).context() : newContext();
		}
		return context;
	}

	private static Context newContext() {
		final Context result = new Context();
		// NB: A user of plain ImageJ looks for messages in ImageJ's Log window.
		result.service(LogService.class).addLogListener(message -> {
			if (IJ.getInstance() != null && message.level() <= LogLevel.INFO) IJ.log(message.text());
		});
		return result;
	}
}
