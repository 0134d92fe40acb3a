package net.neuralstyle.imagej;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.scijava.module.Module;

/** A hosted command that has been started, until its end. Safe for use by several threads. */
public final class RunningCommand {

	private final StyleTransferCommand command;
	private final Future<? extends Module> end;

	RunningCommand(final StyleTransferCommand command, final Future<? extends Module> end) {
		this.command = command;
		this.end = end;
	}

	/** Whether the command has something to finish with, for a style transfer a picture. */
	public boolean hasProgress() {
		return command.hasProgress();
	}

	/** Asks the command to finish soon with what it has; to ask twice, or too late, is harmless. */
	public void stop() {
		command.stop();
	}

	/**
	 * Waits for the command's end.
	 *
	 * @return the command's outputs; {@link HostedCommand} tells how it ended
	 * @throws InterruptedException if the waiting thread is interrupted; the command
	 *           goes on
	 */
	public Module await() throws InterruptedException {
		try {
			return end.get();
		}
		catch (final ExecutionException exc) {
			throw new IllegalStateException(exc.getCause());
		}
	}
}
