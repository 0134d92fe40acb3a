package net.neuralstyle.imagej;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;

/** The window of ImageJ2 or Fiji, where there is one. */
final class SciJavaWindow {

	private final Context context;

	SciJavaWindow(final Context context) {
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
	void showAtEnd(final String command, final String outcome) {
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
			// NB: Status messages are queued, so this one comes after the one that is being shown now.
			statusService.showStatus(outcome);
		}
	}
}
