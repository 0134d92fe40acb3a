package net.neuralstyle.imagej;

import ij.IJ;

import java.awt.GraphicsEnvironment;
import java.io.File;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Leaves files that a macro or a command line does not name at their defaults. Where a single
 * file is all that was left out, SciJava would open a file chooser or, without a display, cancel
 * the command without a word.
 */
@Plugin(type = PreprocessorPlugin.class)
public final class LeftOutFiles extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof StyleTransferCommand)) return;
		if (!IJ.isMacro() && !GraphicsEnvironment.isHeadless()) return;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (input.getType() == File.class) module.resolveInput(input.getName());
		}
	}
}
