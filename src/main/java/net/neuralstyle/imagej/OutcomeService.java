package net.neuralstyle.imagej;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;

/**
 * Keeps in SciJava's status bar how a command ended, where SciJava would otherwise
 * say only that it has finished.
 */
@Plugin(type = Service.class)
public final class OutcomeService extends AbstractService {

	/** How SciJava's ModuleRunner begins its last status message of a command. */
	private static final String FINISHED = "Command finished: ";

	/** What is to be shown, by the command's title. */
	private final Map<String, String> outcomes = new ConcurrentHashMap<>();

	@Parameter
	private StatusService statusService;

	@Parameter(required = false)
	private UIService uiService;

	/**
	 * Shows a message once the command has finished, and not if it is cancelled: SciJava
	 * then shows the reason.
	 *
	 * @param command its title
	 */
	void showAtEnd(final String command, final String outcome) {
		outcomes.put(command, outcome);
	}

	/** Whether SciJava has a window: then its dialogs show HTML, and log lines go to its console. */
	boolean hasWindow() {
		if (uiService == null || uiService.isHeadless()) return false;
		final UserInterface userInterface = uiService.getDefaultUI();
		return userInterface != null && userInterface.isVisible();
	}

	// -- Event handlers --

	@EventHandler
	private void onEvent(final StatusEvent event) {
		final String message = event.getStatusMessage();
		if (message == null || !message.startsWith(FINISHED)) return;
		final String outcome = outcomes.remove(message.substring(FINISHED.length()));
		// NB: Status messages are queued, so this one comes after the one that is being shown now.
		if (outcome != null) statusService.showStatus(outcome);
	}
}
