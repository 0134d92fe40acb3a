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

package net.neuralstyle.distribution;

import ij.IJ;
import ij.ImagePlus;

import java.io.File;
import java.util.Map;

import javax.imageio.ImageIO;

import org.scijava.SciJava;
import org.scijava.command.CommandModule;
import org.scijava.plugin.PluginInfo;

/** What a script in Fiji does, with SciJava alone: finds the command by its menu path, runs it, saves the result. */
public final class SciJavaProgram {

	private SciJavaProgram() {
		// NB: Not instantiable.
	}

	/** @param arguments content, style and output */
	public static void main(final String[] arguments) throws Exception {
		final SciJava scijava = new SciJava();
		final String command = scijava.command().getCommands().stream().filter(info -> info.getMenuPath().getMenuString()
			.equals("Plugins > Style Transfer > Neural Style Transfer")).map(PluginInfo::getClassName).findFirst().orElseThrow();
		final CommandModule module = scijava.command().run(command, true, Map.of("content", IJ.openImage(arguments[0]),
			"style", IJ.openImage(arguments[1]), "size", 64, "iterations", 1)).get();
		ImageIO.write(((ImagePlus) module.getOutput("result")).getBufferedImage(), "png", new File(arguments[2]));
		scijava.context().dispose();
		System.exit(0);
	}
}
