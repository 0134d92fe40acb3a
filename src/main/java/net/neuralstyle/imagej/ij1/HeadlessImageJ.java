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

package net.neuralstyle.imagej.ij1;

import ij.Executer;
import ij.IJ;
import ij.Menus;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.imglib2.util.Cast;
import net.neuralstyle.imagej.ApplyStyleNetwork;
import net.neuralstyle.imagej.BatchStyleTransfer;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.OpenSampleStyle;
import net.neuralstyle.imagej.ReproduceStyleTransfer;
import net.neuralstyle.imagej.TrainStyleNetwork;
import net.neuralstyle.imagej.Vgg16Weights;

import org.scijava.command.Command;

/**
 * Lets macros run in a plain ImageJ 1.x that has no display.
 * <p>
 * There, {@code open}, {@code run} and {@code saveAs} fail, since ImageJ finds its
 * commands by building its menus, and menus need a display. A macro that begins
 * with {@code call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");} gets the
 * commands without the menus. With a display, and in Fiji, which has its own way,
 * this does nothing.
 * </p>
 */
public final class HeadlessImageJ {

	/** How ImageJ's own list writes a command: "label[shortcut]",class("argument"). */
	private static final Pattern COMMAND = Pattern.compile("\"([^\"]+?)(\\[[A-Za-z0-9]+\\])?\",(ij\\..+)");
	/** The commands that ImageJ has not in its list but in the code of its menus, in the same form. */
	private static final String MORE_COMMANDS = "commands.txt";

	private HeadlessImageJ() {
		// NB: Not instantiable.
	}

	/** Makes ImageJ's own commands and this plugin's known, if ImageJ could not. */
	public static void enable() {
		if (!GraphicsEnvironment.isHeadless() || Menus.getCommands() != null) return;
		try {
			IJ.run(NeuralStyleTransfer.LABEL);
		}
		catch (final HeadlessException exc) {
			// NB: Before it fails, ImageJ makes the table of commands, which is still empty.
		}
		final Map<String, String> commands = Cast.unchecked(Menus.getCommands());
		if (commands == null || !commands.isEmpty()) return;
		try {
			listOfImageJ().forEach(line -> add(line, commands));
			moreCommands().forEach(line -> add(line, commands));
		}
		catch (final IOException exc) {
			IJ.log("ImageJ's list of commands cannot be read: " + exc.getMessage());
		}
		commands.put(NeuralStyleTransfer.LABEL, plugIn(NeuralStyleTransfer.class));
		commands.put(ApplyStyleNetwork.LABEL, plugIn(ApplyStyleNetwork.class));
		commands.put(BatchStyleTransfer.LABEL, plugIn(BatchStyleTransfer.class));
		commands.put(TrainStyleNetwork.LABEL, plugIn(TrainStyleNetwork.class));
		commands.put(OpenSampleStyle.LABEL, plugIn(OpenSampleStyle.class));
		commands.put(ReproduceStyleTransfer.LABEL, plugIn(ReproduceStyleTransfer.class));
		commands.put(Vgg16Weights.LABEL, plugIn(Vgg16Weights.class));
		Executer.addCommandListener(new HeadlessCommands(commands));
	}

	// -- Helper methods --

	private static List<String> listOfImageJ() throws IOException {
		final Properties properties = new Properties();
		try (InputStream in = IJ.class.getResourceAsStream("/IJ_Props.txt")) {
			if (in != null) properties.load(in);
		}
		return properties.values().stream().map(Object::toString).collect(Collectors.toList());
	}

	private static List<String> moreCommands() throws IOException {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(HeadlessImageJ.class.getResourceAsStream(
			MORE_COMMANDS), StandardCharsets.UTF_8)))
		{
			return in.lines().collect(Collectors.toList());
		}
	}

	private static void add(final String line, final Map<String, String> commands) {
		final Matcher command = COMMAND.matcher(line);
		if (command.matches()) commands.put(command.group(1), command.group(3));
	}

	/** As plugins.config says it. */
	private static String plugIn(final Class<? extends Command> command) {
		return CommandPlugIn.class.getName() + "(\"" + command.getName() + "\")";
	}
}
