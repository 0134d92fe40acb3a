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

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import org.scijava.thread.ThreadService;

/**
 * The thread that asked for a command, and waits for its end. In a macro it is
 * the one on which the macro runs: SciJava runs commands on threads of its own,
 * while ImageJ 1.x keeps the active image, and ends macros, by the thread.
 */
final class MacroThread {

	/** Ends the names of the threads that ImageJ makes for macros. */
	private static final String MACRO = "Macro$";
	private static final String SPARED = " ";

	private final Thread thread;

	/** @param threadService knows who asked for what runs on the calling thread */
	MacroThread(final ThreadService threadService) {
		final Thread parent = threadService.getParent(Thread.currentThread());
		thread = parent == null ? Thread.currentThread() : parent;
	}

	/**
	 * Keeps ImageJ from killing the thread when a macro is stopped, as by Escape,
	 * and does not end within 2 seconds. To be undone by {@link #endSparing}.
	 */
	void spare() {
		// NB: ImageJ finds the threads by the end of their names. Killed ones show a window with a ThreadDeath, and from
		// Java 20 on no thread can be killed. What is left is that the macro ends after the command that is under way.
		if (thread.getName().endsWith(MACRO)) thread.setName(thread.getName() + SPARED);
	}

	/** Lets ImageJ do as it likes again. */
	void endSparing() {
		if (thread.getName().endsWith(MACRO + SPARED)) thread.setName(thread.getName().substring(0, thread.getName()
			.length() - SPARED.length()));
	}

	/** Ends the macro, if there is one, when the command that is under way returns. */
	void endMacro() {
		// NB: A macro in a window, or in batch mode, ends by the first of these when ImageJ's run call returns; others
		// by the second. ImageJ's usual way waits for the macro's end, and the macro waits for this command.
		Macro.abort();
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter == null) return;
		interpreter.setIgnoreErrors(true);
		interpreter.abort((String) null);
	}

	/**
	 * Adds an image to ImageJ's list, in a window if ImageJ shows windows now, and
	 * makes it the active one of who asked for the command, as ImageJ's own commands
	 * do. Nothing is left on the calling thread, which will run other commands.
	 *
	 * @return false if there is neither a window of ImageJ's nor a macro, so that there is no list
	 */
	boolean show(final ImagePlus image) {
		if (IJ.getInstance() == null && !IJ.isMacro()) return false;
		final ImagePlus before = WindowManager.getTempCurrentImage();
		image.show();
		if (image.getWindow() != null) WindowManager.setCurrentWindow(image.getWindow());
		else if (thread != Thread.currentThread()) {
			WindowManager.setTempCurrentImage(before);
			WindowManager.setTempCurrentImage(thread, image);
		}
		return true;
	}
}
