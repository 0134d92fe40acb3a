package net.neuralstyle.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;

import org.scijava.module.ModuleItem;

/**
 * A dialog with a field for each input of a command, in the style of ImageJ 1.x. Inputs that few users need are in a
 * second one, behind a button. Plain ImageJ and Fiji show the same ones.
 */
public final class CommandDialog {

	static final String MORE = "More settings";

	private final HostedCommand command;
	private final List<ModuleItem<?>> inputs;
	/** What the user wrote or chose, or is offered, by the inputs' names. */
	private final Map<String, String> answers;
	private final GenericDialog dialog;
	private final InputFields fields;

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
		final Map<String, String> answers = command.offered();
		answers.keySet().retainAll(inputs.stream().map(ModuleItem::getName).collect(Collectors.toSet()));
		offerImages(inputs, answers);
		while (true) {
			if (!new CommandDialog(command, inputs, answers).isAccepted()) return null;
			try {
				command.check(InputText.values(inputs, answers));
				return answers;
			}
			catch (final StyleTransferException | IllegalArgumentException exc) {
				IJ.showMessage(command.title(), WrappedText.of(exc.getMessage()));
			}
		}
	}

	/** @param answers what the dialog begins with, and what is in it when it is accepted */
	private CommandDialog(final HostedCommand command, final List<ModuleItem<?>> inputs,
		final Map<String, String> answers)
	{
		this.command = command;
		this.inputs = inputs;
		this.answers = answers;
		dialog = new GenericDialog(command.title());
		fields = new InputFields(dialog);
		addFields(dialog, fields, false);
		if (inputs.stream().anyMatch(InputKind::isAdvanced)) {
			dialog.addButton(MORE + "...", event -> askForMore());
		}
	}

	// -- Helper methods --

	private static void offerImages(final List<ModuleItem<?>> inputs, final Map<String, String> answers) {
		final List<ImagePlus> images = OpenImages.preselected();
		final Iterator<ImagePlus> image = images.iterator();
		for (final ModuleItem<?> input : inputs) {
			if (InputKind.of(input) != InputKind.IMAGE || InputKind.isOptional(input)) continue;
			if (!image.hasNext()) throw new StyleTransferException(OpenImages.missing(images.size()));
			answers.put(input.getName(), image.next().getTitle());
		}
	}

	private boolean isAccepted() {
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		answers.putAll(fields.texts());
		return true;
	}

	/** Opens the second dialog, over the first. */
	private void askForMore() {
		final GenericDialog more = new GenericDialog(command.title() + ": " + MORE.toLowerCase());
		final InputFields moreFields = new InputFields(more);
		addFields(more, moreFields, true);
		more.showDialog();
		if (more.wasOKed()) answers.putAll(moreFields.texts());
	}

	private void addFields(final GenericDialog target, final InputFields targetFields, final boolean advanced) {
		final List<ModuleItem<?>> group = inputs.stream().filter(input -> InputKind.isAdvanced(input) == advanced).collect(
			Collectors.toList());
		group.forEach(input -> targetFields.add(input, answers.get(input.getName())));
		target.addHelp(help(group));
	}

	/** GenericDialog has no tooltips, so its Help button shows the descriptions. */
	private static String help(final List<ModuleItem<?>> inputs) {
		final StringBuilder html = new StringBuilder("<html><dl>");
		for (final ModuleItem<?> input : inputs) {
			if (InputKind.of(input) == InputKind.MESSAGE) continue;
			html.append("<dt><b>").append(input.getLabel()).append("</b></dt><dd>").append(input.getDescription()).append("</dd>");
		}
		return html.append("</dl></html>").toString();
	}
}
