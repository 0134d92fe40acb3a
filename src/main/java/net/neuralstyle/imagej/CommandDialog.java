package net.neuralstyle.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

import java.awt.Choice;
import java.awt.Component;
import java.awt.TextField;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.StyleTransferException;

import org.scijava.module.ModuleItem;

/**
 * A dialog with a field for each input of a command, in the style of ImageJ 1.x:
 * images, choices, paths and numbers. Plain ImageJ and Fiji show the same one.
 */
public final class CommandDialog {

	private static final int COLUMNS = 8;
	private static final int PATH_COLUMNS = 30;

	private final GenericDialog dialog;
	private final Map<String, Component> fields = new LinkedHashMap<>();

	/**
	 * Opens the dialog and waits. It offers the active image for the first image
	 * and another one for the second, and what was accepted the last time; it opens
	 * again, after a message, when something is wrong.
	 *
	 * @param inputs of the command, those to ask for
	 * @return what the user wrote or chose, by the inputs' names; null if he cancelled
	 * @throws StyleTransferException if fewer images are open than are asked for
	 */
	public static Map<String, String> ask(final HostedCommand command, final List<ModuleItem<?>> inputs) {
		final Map<String, String> offered = new HashMap<>();
		command.defaults().forEach((name, value) -> offered.put(name, value.toString()));
		command.remembered().forEach((name, value) -> offered.put(name, value.toString()));
		final List<ImagePlus> images = OpenImages.preselected();
		final Iterator<ImagePlus> image = images.iterator();
		for (final ModuleItem<?> input : inputs) {
			if (input.getType() != ImagePlus.class) continue;
			if (!image.hasNext()) throw new StyleTransferException(OpenImages.missing(images.size()));
			offered.put(input.getName(), image.next().getTitle());
		}
		while (true) {
			final Map<String, String> answers = new CommandDialog(command.title(), inputs, offered).ask();
			if (answers == null) return null;
			try {
				command.check(InputText.values(inputs, answers));
				return answers;
			}
			catch (final StyleTransferException | IllegalArgumentException exc) {
				IJ.showMessage(command.title(), WrappedText.of(exc.getMessage()));
				offered.putAll(answers);
			}
		}
	}

	/**
	 * @param defaults value by the input's name; an image's is its title
	 */
	private CommandDialog(final String title, final List<ModuleItem<?>> inputs, final Map<String, String> defaults) {
		dialog = new GenericDialog(title);
		for (final ModuleItem<?> input : inputs) {
			final String value = defaults.getOrDefault(input.getName(), "");
			if (HostedCommand.isMessage(input)) {
				dialog.addMessage(WrappedText.of(value));
			}
			else if (input.getType() == ImagePlus.class) {
				addChoice(input, WindowManager.getImageTitles(), value);
			}
			else if (!InputText.choices(input).isEmpty()) {
				addChoice(input, InputText.choices(input).toArray(new String[0]), value);
			}
			else {
				// NB: A text field, as a numeric field turns what is no number into NaN
				// and large whole numbers into others; the command checks the text.
				if ("file".equals(input.getWidgetStyle())) dialog.addFileField(input.getLabel(), value, PATH_COLUMNS);
				else if ("directory".equals(input.getWidgetStyle())) dialog.addDirectoryField(input.getLabel(), value, PATH_COLUMNS);
				else dialog.addStringField(input.getLabel(), value, COLUMNS);
				fields.put(input.getName(), (Component) dialog.getStringFields().lastElement());
			}
		}
		dialog.addHelp(help(inputs));
	}

	// -- Helper methods --

	private Map<String, String> ask() {
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		final Map<String, String> values = new LinkedHashMap<>();
		// NB: Read from the fields themselves: GenericDialog's own methods would
		// record the values under the first words of their labels.
		fields.forEach((name, field) -> values.put(name, field instanceof Choice ? ((Choice) field).getSelectedItem()
			: ((TextField) field).getText().trim()));
		return values;
	}

	private void addChoice(final ModuleItem<?> input, final String[] choices, final String value) {
		dialog.addChoice(input.getLabel(), choices, value);
		fields.put(input.getName(), (Component) dialog.getChoices().lastElement());
	}

	/** GenericDialog has no tooltips, so its Help button shows the descriptions. */
	private static String help(final List<ModuleItem<?>> inputs) {
		final StringBuilder html = new StringBuilder("<html><dl>");
		for (final ModuleItem<?> input : inputs) {
			if (HostedCommand.isMessage(input)) continue;
			html.append("<dt><b>").append(input.getLabel()).append("</b></dt><dd>").append(input.getDescription()).append("</dd>");
		}
		return html.append("</dl></html>").toString();
	}
}
