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

	/** Leaves nothing behind of what is under way, since the process is about to end. */
	public void abandon() {
		command.abandon();
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
