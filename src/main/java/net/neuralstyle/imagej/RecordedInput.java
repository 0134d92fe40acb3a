package net.neuralstyle.imagej;

import ij.plugin.frame.Recorder;

import org.scijava.module.ModuleItem;

/** Tells ImageJ's macro recorder what was said for an input. */
public final class RecordedInput {

	private RecordedInput() {
		// NB: Not instantiable.
	}

	/** Adds an input to the command that is being recorded, if one is, so that {@link MacroOptions} reads the same text. */
	public static void record(final ModuleItem<?> input, final String text) {
		if (!Recorder.record) return;
		final String escaped = Recorder.fixString(text);
		// NB: ImageJ sets brackets around what has a space, and around nothing else.
		final boolean bracketed = !text.contains(" ") && text.matches("(?s)|\\[.*|.*\\s.*");
		Recorder.recordOption(InputText.macroKey(input), bracketed ? "[" + escaped + "]" : escaped);
	}
}
