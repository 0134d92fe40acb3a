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

import ij.IJ;
import ij.Macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * In Fiji, asks for the inputs of this plugin's commands with the same dialog as
 * in plain ImageJ. SciJava's own dialog offers the first image for all of them,
 * has no button to browse for a file, and cuts long messages off.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.HIGH)
public class DialogInputs extends AbstractPreprocessorPlugin {

	// -- ModuleProcessor methods --

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof StyleTransferCommand)) return;
		if (IJ.getInstance() == null || Macro.getOptions() != null) return;
		final StyleTransferCommand command = (StyleTransferCommand) module.getDelegateObject();
		final HostedCommand hosted = new HostedCommand(context(), command.getClass().getName());
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		final Map<String, Object> known = new HashMap<>();
		for (final ModuleItem<?> input : hosted.inputs()) {
			if (module.isInputResolved(input.getName())) known.put(input.getName(), module.getInput(input.getName()));
			else inputs.add(input);
		}
		if (inputs.stream().allMatch(input -> InputKind.of(input) == InputKind.MESSAGE)) return;
		try {
			final Map<String, String> answers = CommandDialog.ask(hosted, inputs, known);
			if (answers == null) {
				cancel("");
				hosted.endMacro();
				return;
			}
			InputText.values(inputs, answers).forEach(module::setInput);
			inputs.forEach(input -> module.resolveInput(input.getName()));
			command.setAsked();
		}
		catch (final StyleTransferException exc) {
			command.refuse(exc);
			cancel(command.getCancelReason());
		}
	}
}
