package net.neuralstyle.imagej;

import java.awt.Color;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command with an input that hosts cannot carry. */
@Plugin(type = Command.class, headless = true)
public class UnknownKindOfInput extends StyleTransferCommand {

	@Parameter(label = "Ink", description = "A colour.", required = false)
	private Color ink;

	public UnknownKindOfInput() {
		super("Unknown Kind of Input");
	}

	@Override
	void check() {
		// NB: Anything will do.
	}

	@Override
	void execute() {
		// NB: Does nothing.
	}
}
