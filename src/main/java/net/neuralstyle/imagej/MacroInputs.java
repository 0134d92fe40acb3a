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
import ij.ImagePlus;
import ij.Macro;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.MacroOptions;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * In Fiji, takes the inputs of this plugin's commands from the macro that runs
 * them. What the macro leaves out has its default, the content is the active image,
 * and nobody is asked; what it says wrong ends it with one sentence.
 * <p>
 * Fiji would do this, too, but passes over unknown keys, keys in capitals and
 * values that it cannot convert, and takes from earlier runs what is left out.
 * </p>
 */
@Plugin(type = PreprocessorPlugin.class, priority = MacroInputs.PRIORITY)
public class MacroInputs extends AbstractPreprocessorPlugin {

	/**
	 * After ImageJ2's own reader of macros, at twice {@link Priority#VERY_HIGH}, which makes an empty image of a title
	 * that it does not know, and of what is no title, over what is there; before its recorder and all that ask.
	 */
	static final double PRIORITY = 1.5 * Priority.VERY_HIGH;

	// -- ModuleProcessor methods --

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof StyleTransferCommand)) return;
		final String options = options();
		if (options == null) fillLoneImage(module);
		if (options != null) process(module, options);
		// NB: A script or command line says all that it has to say. Numbers that are null mean something to the command;
		// SciJava would set them to the least that they can be.
		else if (IJ.getInstance() == null || hasAllImages(module)) {
			open(module).forEach(input -> module.resolveInput(input.getName()));
		}
	}

	/** Sets all inputs that the macro names, whatever they have been set to, and resolves the others. */
	void process(final Module module, final String options) {
		final StyleTransferCommand command = (StyleTransferCommand) module.getDelegateObject();
		try {
			resolve(module, options);
		}
		catch (final StyleTransferException exc) {
			command.refuse(exc);
			cancel(command.getCancelReason());
		}
	}

	/**
	 * Whether somebody has given the command all images that it reads, or names of all
	 * that it reads, as a script does that is to run by itself; nobody is asked for the
	 * rest then.
	 */
	static boolean hasAllImages(final Module module) {
		boolean hasImages = false;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final boolean isImage = input.getType() == ImagePlus.class && !InputKind.isOptional(input);
			if (!isImage && !InputKind.isList(input) || input.get(InputKind.INSTEAD_OF) != null) continue;
			if (!isGiven(module, input.getName())) return false;
			hasImages = true;
		}
		return hasImages;
	}

	// -- Helper methods --

	/** Whether an input is given, or another one in its place. */
	private static boolean isGiven(final Module module, final String name) {
		return module.isInputResolved(name) || HostedCommand.inputs(module.getInfo()).stream().anyMatch(
			input -> name.equals(input.get(InputKind.INSTEAD_OF)) && module.isInputResolved(input.getName()));
	}

	/** NB: SciJava would do so, too, but not in a macro in batch mode, and would ask where no image is open. */
	private static void fillLoneImage(final Module module) {
		final List<ModuleItem<?>> inputs = HostedCommand.inputs(module.getInfo());
		if (!InputKind.isLoneImage(inputs) || module.isInputResolved(inputs.get(0).getName())) return;
		module.setInput(inputs.get(0).getName(), OpenImages.active());
		module.resolveInput(inputs.get(0).getName());
	}

	/**
	 * Returns the macro's options: null if there is none, or if it runs the command
	 * without any where a user can be asked.
	 */
	private static String options() {
		// NB: Fiji's version of this looks at the thread that asked for the command, too.
		final String options = Macro.getOptions();
		return options == null && IJ.isMacro() && IJ.getInstance() == null ? "" : options;
	}

	private static void resolve(final Module module, final String options) {
		final List<ModuleItem<?>> all = HostedCommand.inputs(module.getInfo());
		final Set<String> named = InputText.byInput(all, MacroOptions.parse(options)).keySet();
		final Set<String> others = open(module).stream().map(ModuleItem::getName).collect(Collectors.toSet());
		final List<ModuleItem<?>> inputs = all.stream().filter(input -> named.contains(input.getName()) || others.contains(
			input.getName())).collect(Collectors.toList());
		InputText.ofMacro(inputs, options).forEach(module::setInput);
		inputs.forEach(input -> module.resolveInput(input.getName()));
	}

	/** The inputs that are not resolved yet. */
	private static List<ModuleItem<?>> open(final Module module) {
		return HostedCommand.inputs(module.getInfo()).stream().filter(input -> InputKind.of(input) != InputKind.MESSAGE &&
			!module.isInputResolved(input.getName())).collect(Collectors.toList());
	}
}
