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

package net.neuralstyle.imagej.progress;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;

/** The window of ImageJ2 or Fiji, where there is one. */
public final class SciJavaWindow {

	private final Context context;

	public SciJavaWindow(final Context context) {
		this.context = context;
	}

	/** Whether there is one: then log lines go to its console. */
	boolean isVisible() {
		final UIService service = context.getService(UIService.class);
		if (service == null || service.isHeadless()) return false;
		final UserInterface userInterface = service.getDefaultUI();
		return userInterface != null && userInterface.isVisible();
	}

	/**
	 * Shows in the status bar how a command has ended, in place of SciJava's message that it has
	 * finished. To be called by a command that goes on to finish, and is not cancelled: SciJava shows
	 * the reason then.
	 *
	 * @param command its title
	 */
	public void showAtEnd(final String command, final String outcome) {
		final StatusService statusService = context.getService(StatusService.class);
		final EventService eventService = context.getService(EventService.class);
		// NB: A command that failed after all has left its outcome waiting.
		LastStatus.WAITING.removeIf(waiting -> waiting.eventService == eventService);
		if (statusService != null && eventService != null) new LastStatus(command, outcome, statusService, eventService);
	}

	/** Waits for SciJava's last message of a command, and replaces it. */
	private static final class LastStatus {

		/** SciJava keeps its listeners by weak references only. */
		private static final Set<LastStatus> WAITING = ConcurrentHashMap.newKeySet();

		private final String lastMessage;
		private final String outcome;
		private final StatusService statusService;
		private final EventService eventService;
		private final List<EventSubscriber<?>> subscription;

		private LastStatus(final String command, final String outcome, final StatusService statusService,
			final EventService eventService)
		{
			lastMessage = "Command finished: " + command;
			this.outcome = outcome;
			this.statusService = statusService;
			this.eventService = eventService;
			WAITING.add(this);
			subscription = eventService.subscribe(this);
		}

		@EventHandler
		private void onEvent(final StatusEvent event) {
			if (!lastMessage.equals(event.getStatusMessage()) || !WAITING.remove(this)) return;
			eventService.unsubscribe(subscription);
			try {
				// NB: Status messages are queued, so this one comes after the one that is being shown now.
				statusService.showStatus(outcome);
			}
			catch (final RejectedExecutionException exc) {
				// NB: SciJava is about to end, and shows nothing more; it would log this with a stack trace.
			}
		}
	}
}
