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

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import net.neuralstyle.imagej.CommandTest;
import net.neuralstyle.imagej.NeuralStyleTransfer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.event.TaskEvent;

/** What the user sees of a run: the lines of the log, the task, and SciJava's status bar at the end. */
class ProgressReporterTest extends CommandTest {

	private final List<String> statuses = Collections.synchronizedList(new ArrayList<>());
	private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
	private final Object listener = new Object() {

		@EventHandler
		private void onEvent(final StatusEvent event) {
			statuses.add(event.getStatusMessage());
		}

		@EventHandler
		private void onEvent(final TaskEvent event) {
			final long maximum = event.getTask().getProgressMaximum();
			if (maximum > 0) fractions.add((double) event.getTask().getProgressValue() / maximum);
		}
	};

	@BeforeEach
	void listen() {
		context().service(EventService.class).subscribe(listener);
	}

	@AfterEach
	void checkThatTheTaskOnlyRises() {
		final List<Double> sorted = new ArrayList<>(fractions);
		Collections.sort(sorted);
		assertEquals(sorted, fractions);
	}

	@Test
	void logSaysWhichLevelBegins() throws Exception {
		stylize(128, 2, 1);
		assertEquals(List.of("level 1 of 2, 64x64 pixels",
			"level 2 of 2, 128x128 pixels; with more pixels the loss begins anew, higher"), linesWith("level"));
	}

	@Test
	void logSaysThatALevelConvergedAndIterationsStayThoseAskedFor() throws Exception {
		stylize(64, 2, 30);
		final List<String> levels = linesWith("level");
		assertEquals(3, levels.size(), levels.toString());
		assertTrue(levels.get(1).matches("level 1 of 2 converged after [0-9]+ of 467 evaluations"), levels.get(1));
		final List<String> iterations = linesWith("iteration");
		for (int i = 0; i < iterations.size(); i++) {
			assertTrue(iterations.get(i).startsWith("iteration " + (i + 1) + "/30: loss "), iterations.get(i));
		}
		assertTrue(iterations.size() < 30, iterations.toString());
	}

	@Test
	void logSaysThatAStyleIsEnlarged() throws Exception {
		stylize(128, 1, 1);
		assertEquals(List.of("The style style has 64x64 pixels and is enlarged to 160x160, so its finest strokes are " +
			"blurred."), linesWith("The style"));
	}

	@Test
	void everyIterationSaysTheTimeThatIsLeft() throws Exception {
		stylize(32, 1, 2);
		linesWith("iteration").forEach(line -> assertTrue(line.matches(".*, [0-9]+:[0-5][0-9] left"), line));
	}

	@Test
	void logSaysHowManyEvaluationsWereMade() throws Exception {
		stylize(32, 1, 2);
		assertTrue(log().stream().anyMatch(line -> line.matches("40 of 40 evaluations in [0-9]+\\.[0-9] s, loss .*")), log()
			.toString());
	}

	@Test
	void outcomeIsSciJavasLastStatus() throws Exception {
		stylize(32, 1, 1);
		await(() -> lastStatus().matches("Style transfer: done in [0-9]+\\.[0-9] s, loss [0-9.e+]+; see the Log window"));
		assertTrue(statuses.contains("Command finished: Neural Style Transfer"), statuses.toString());
	}

	@Test
	void refusalIsAStatusOfSciJavas() throws Exception {
		stylize(1, 1, 1);
		// NB: Whether it or "Command canceled" comes last is SciJava's affair, on whose threads both are queued.
		await(() -> List.copyOf(statuses).stream().anyMatch(status -> status.startsWith("Size must be from 32 ")));
	}

	// -- Helper methods --

	/** Status messages are queued, so they come later than the command's end. */
	private void await(final BooleanSupplier condition) throws InterruptedException {
		for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
			Thread.sleep(20);
		}
		assertTrue(condition.getAsBoolean(), statuses.toString());
	}

	private String lastStatus() {
		return statuses.isEmpty() ? "" : statuses.get(statuses.size() - 1);
	}

	private List<String> linesWith(final String start) {
		return log().stream().filter(line -> line.startsWith(start)).collect(Collectors.toList());
	}

	private void stylize(final int size, final int levels, final int iterations) throws Exception {
		run(NeuralStyleTransfer.class, Map.of("content", disc("content", Color.RED), "style", disc("style", Color.GREEN),
			"size", size, "pyramid", levels, "iterations", iterations));
	}

	private static ImagePlus disc(final String title, final Color color) {
		final ColorProcessor pixels = new ColorProcessor(64, 64);
		pixels.setColor(color);
		pixels.fillOval(8, 8, 40, 40);
		return new ImagePlus(title, pixels);
	}
}
