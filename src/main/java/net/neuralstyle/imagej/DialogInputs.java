package net.neuralstyle.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;

import java.util.Iterator;
import java.util.List;

import org.scijava.Priority;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;

/**
 * In Fiji, chooses what the dialogs of this plugin's commands offer: the active
 * image and another one, and the values that were accepted the last time.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.HIGH)
public class DialogInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private PrefService preferences;

	@Parameter
	private ConvertService convertService;

	// -- ModuleProcessor methods --

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof StyleTransferCommand)) return;
		if (IJ.getInstance() == null || Macro.getOptions() != null) return;
		final StyleTransferCommand command = (StyleTransferCommand) module.getDelegateObject();
		final RememberedInputs remembered = new RememberedInputs(preferences, convertService);
		final List<ImagePlus> images = OpenImages.preselected();
		final Iterator<ImagePlus> image = images.iterator();
		boolean asked = false;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (!HostedCommand.canBeSet(input) || module.isInputResolved(input.getName())) continue;
			asked = true;
			if (input.getType() == ImagePlus.class) {
				if (!image.hasNext()) {
					cancel(OpenImages.missing(images.size()));
					return;
				}
				module.setInput(input.getName(), image.next());
				continue;
			}
			final Object last = remembered.load(command.getClass(), input);
			if (last != null) module.setInput(input.getName(), last);
		}
		if (asked) command.setAsked();
	}
}
