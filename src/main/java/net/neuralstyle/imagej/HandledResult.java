package net.neuralstyle.imagej;

import ij.ImagePlus;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * In Fiji, shows the image that a command of this plugin has made, as the active
 * one of the macro or script that ran it, before SciJava would list it a second
 * time; and keeps for the next dialog what was accepted in this one.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.NORMAL)
public class HandledResult extends AbstractPostprocessorPlugin {

	@Parameter
	private ThreadService threadService;

	// -- ModuleProcessor methods --

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof StyleTransferCommand)) return;
		final StyleTransferCommand command = (StyleTransferCommand) module.getDelegateObject();
		if (command.isAsked()) {
			command.remember(module);
			recordImages(module);
		}
		final ImagePlus result = command.shownResult();
		if (result == null || !new MacroThread(threadService).show(result)) return;
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (module.getOutput(output.getName()) == result) module.resolveOutput(output.getName());
		}
	}

	// -- Helper methods --

	/** Fiji records all inputs after this, by what Java makes of them; of an array that is an address. */
	private static void recordImages(final Module module) {
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (!(value instanceof ImagePlus[])) continue;
			RecordedInput.record(input, InputText.text(input, value));
			// NB: What is null is not recorded; the command has been done.
			module.setInput(input.getName(), null);
		}
	}
}
