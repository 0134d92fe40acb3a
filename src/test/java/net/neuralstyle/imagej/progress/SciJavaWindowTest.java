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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.DefaultStatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogService;

/** The last message of a command in SciJava's status bar. */
class SciJavaWindowTest {

	private final Context context = new Context();
	private final EventService events = context.service(EventService.class);
	private final List<String> shown = new CopyOnWriteArrayList<>();

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void outcomeTakesThePlaceOfSciJavasLastMessage() throws InterruptedException {
		events.subscribe(this);
		new SciJavaWindow(context).showAtEnd("Test", "It is done.");
		events.publish(new StatusEvent("Command finished: Test"));
		for (int i = 0; i < 500 && shown.size() < 2; i++) {
			Thread.sleep(10);
		}
		assertEquals(List.of("Command finished: Test", "It is done."), shown);
	}

	@Test
	void nothingIsLoggedIfSciJavaIsAboutToEnd() {
		final List<String> errors = new CopyOnWriteArrayList<>();
		try (Context ending = new Context(EventService.class, EndingStatusService.class)) {
			ending.service(LogService.class).addLogListener(message -> errors.add(message.text()));
			new SciJavaWindow(ending).showAtEnd("Test", "It is done.");
			ending.service(EventService.class).publish(new StatusEvent("Command finished: Test"));
		}
		assertTrue(errors.isEmpty(), errors.toString());
	}

	@EventHandler
	void onEvent(final StatusEvent event) {
		shown.add(event.getStatusMessage());
	}

	/** As SciJava's own, when its threads have been ended already. */
	public static class EndingStatusService extends DefaultStatusService {

		@Override
		public void showStatus(final String message) {
			throw new RejectedExecutionException(message);
		}
	}
}
