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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import net.neuralstyle.tensor.Backend;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogMessage;
import org.scijava.log.LogService;
import org.scijava.service.Service;

/** Runs commands in a SciJava context without a display, and listens to its log. */
public abstract class CommandTest {

	private final List<LogMessage> messages = new CopyOnWriteArrayList<>();
	private Context context;

	@BeforeEach
	protected final void startSciJava() {
		context = new Context();
		context.service(LogService.class).addLogListener(messages::add);
	}

	@AfterEach
	protected final void stopSciJava() {
		context.dispose();
	}

	protected final Context context() {
		return context;
	}

	protected final CommandModule run(final Class<? extends Command> command, final Map<String,
		Object> inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs).get();
	}

	protected final List<String> log() {
		return messages.stream().filter(message -> !isSciJavas(message)).map(LogMessage::text).collect(Collectors.toList());
	}

	protected final String lastLine() {
		return log().get(log().size() - 1);
	}

	protected final List<String> errors() {
		// NB: What is to be said of the device is no error of a command.
		return messages.stream().filter(message -> message.level() <= LogLevel.WARN && !isSciJavas(message)).map(
			LogMessage::text).filter(text -> !Backend.device().notes().contains(text)).collect(Collectors.toList());
	}

	protected final void assertRefused(final String reason, final Class<? extends Command> command,
		final Map<String, Object> inputs) throws Exception
	{
		messages.clear();
		final CommandModule module = run(command, inputs);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().startsWith(reason), module.getCancelReason());
		module.getOutputs().values().forEach(output -> assertNull(output));
		assertEquals(List.of(module.getCancelReason()), errors());
	}

	protected static void assertEveryInputHasLabelAndDescription(final CommandInfo command) {
		command.inputs().forEach(input -> {
			if (Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class) return;
			assertNotNull(input.getLabel(), input.getName());
			assertFalse(input.getDescription().isEmpty(), input.getName());
		});
	}

	/** An image in which colours change from left to right and from top to bottom, with stripes. */
	protected static ImagePlus colours(final String title, final int width, final int height, final int period) {
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width;
			final int y = i / width;
			pixels[i] = 0xff000000 | x * 255 / width << 16 | y * 255 / height << 8 | (x + y) / period % 2 * 200;
		}
		return new ImagePlus(title, new ColorProcessor(width, height, pixels));
	}

	// -- Helper methods --

	/** What SciJava itself says of an output that it has no display for. */
	private static boolean isSciJavas(final LogMessage message) {
		return message.text().startsWith("Ignoring unsupported output") || message.level() > LogLevel.INFO;
	}
}
