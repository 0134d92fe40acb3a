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
	/** How long ImageJ waits for the end of a macro that was stopped, and some more. */
	private static final long END_MILLISECONDS = 2500;

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

	/** Ends the macro, if there is one, when the command that is under way has ended; returns before that. */
	void endMacro() {
		// NB: On the macro's own thread the next line would end the command, too, were it not for the name.
		spare();
		Macro.abort();
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter == null) {
			endSparing();
			return;
		}
		// NB: ImageJ waits until the macro has ended, and the macro waits for this command.
		final Thread ending = new Thread(() -> {
			interpreter.abortMacro();
			endSparing();
		}, "End of a macro");
		ending.setDaemon(true);
		ending.start();
		final long latest = System.currentTimeMillis() + END_MILLISECONDS;
		while (!interpreter.done() && System.currentTimeMillis() < latest) {
			IJ.wait(1);
		}
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
