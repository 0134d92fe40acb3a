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
