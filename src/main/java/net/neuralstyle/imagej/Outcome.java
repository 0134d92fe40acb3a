package net.neuralstyle.imagej;

import org.scijava.module.Module;

/** How a program's work ended, for those who see only its exit code. */
public enum Outcome {

	/** What was asked for is done: the picture is written. */
	DONE(0),
	/** It could not be done. */
	FAILED(1),
	/** What was asked for is wrong. */
	REFUSED(2),
	// NB: What shells report of a program that Ctrl-C ended, also where the
	// picture so far is written: it is not the picture that was asked for.
	/** It was stopped before its end. */
	STOPPED(130);

	private final int exitCode;

	Outcome(final int exitCode) {
		this.exitCode = exitCode;
	}

	/** Returns how a command ended that was run. */
	public static Outcome of(final Module module) {
		if (HostedCommand.isRefused(module)) return REFUSED;
		if (HostedCommand.cancelReason(module).isPresent()) return FAILED;
		return HostedCommand.isStopped(module) ? STOPPED : DONE;
	}

	/** What the process ends with. */
	public int exitCode() {
		return exitCode;
	}
}
