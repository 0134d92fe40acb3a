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

import ij.ImagePlus;

import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.RecordedInput;

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

	/**
	 * Fiji records all inputs after this, by what Java makes of them; of an array that is an address, of a file a title.
	 */
	private static void recordImages(final Module module) {
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			final boolean isFile = value instanceof ImagePlus && !InputText.text(input, value).equals(((ImagePlus) value)
				.getTitle());
			if (!isFile && !(value instanceof ImagePlus[])) continue;
			RecordedInput.record(input, InputText.text(input, value));
			// NB: What is null is not recorded; the command has been done.
			module.setInput(input.getName(), null);
		}
	}
}
