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

import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.filter.ExtendedPlugInFilter;

import java.awt.HeadlessException;
import java.util.Map;

/**
 * Runs ImageJ's commands without a display. What goes wrong in one of them ends the
 * macro with one sentence; ImageJ itself, which shows messages in windows only,
 * would print a stack trace and go on.
 */
final class HeadlessCommands implements CommandListener {

	/** Class and argument by the command's name, as ImageJ's menus have them. */
	private final Map<String, String> commands;

	HeadlessCommands(final Map<String, String> commands) {
		this.commands = commands;
	}

	/** Returns null, as the command has been run. */
	@Override
	public String commandExecuting(final String command) {
		final Interpreter macro = Interpreter.getInstance();
		// NB: Otherwise ImageJ opens a dialog for what a command has to say, and fails.
		if (macro != null) macro.setIgnoreErrors(true);
		try {
			final String plugIn = commands.get(command);
			if (plugIn != null) run(command, plugIn);
			else if (!Executer.loadLut(command)) end("There is no command \"" + command + "\": check its spelling.");
		}
		catch (final HeadlessException exc) {
			end("The command \"" + command + "\" needs a window: it does not work without a display.");
		}
		catch (final RuntimeException | LinkageError exc) {
			if (Macro.MACRO_CANCELED.equals(exc.getMessage())) throw exc;
			end("The command \"" + command + "\" failed (" + exc + "): it may need a window, and there is no display.");
		}
		finally {
			if (macro != null) macro.setIgnoreErrors(false);
		}
		if (macro != null && macro.getErrorMessage() != null) end(macro.getErrorMessage().replaceAll("\\s+", " ").trim());
		return null;
	}

	// -- Helper methods --

	private static void run(final String command, final String plugIn) {
		final int argument = plugIn.indexOf("(\"");
		final String className = argument < 0 ? plugIn : plugIn.substring(0, argument);
		// NB: ImageJ would run such a filter with whatever settings it has when its dialog fails.
		if (command.trim().endsWith("...") && isFilterWithDialog(className)) throw new HeadlessException();
		IJ.runPlugIn(command, className, argument < 0 ? "" : plugIn.substring(argument + 2, plugIn.length() - 2));
	}

	private static boolean isFilterWithDialog(final String className) {
		try {
			return ExtendedPlugInFilter.class.isAssignableFrom(Class.forName(className, false, IJ.getClassLoader()));
		}
		catch (final ClassNotFoundException exc) {
			return false;
		}
	}

	/** Ends the macro. */
	private static void end(final String sentence) {
		IJ.log(sentence);
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}
}
