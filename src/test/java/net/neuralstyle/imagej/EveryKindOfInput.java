package net.neuralstyle.imagej;

import static net.neuralstyle.imagej.InputKind.ADVANCED;
import static net.neuralstyle.imagej.InputKind.OPTIONAL;
import static net.neuralstyle.imagej.RememberedInputs.REMEMBERED;

import ij.ImagePlus;

import java.io.File;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** A command that has an input of each kind, and does nothing. */
@Plugin(type = Command.class, headless = true, label = EveryKindOfInput.LABEL)
public class EveryKindOfInput extends StyleTransferCommand {

	static final String LABEL = "Every Kind of Input";

	@Parameter
	private LogService service;

	@Parameter(label = "State", description = "A message.", visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String state = "All is well.";

	@Parameter(label = "Content", description = "An image.", required = false, persist = false)
	private ImagePlus content;

	@Parameter(label = "Mask", description = "An image that can be done without.", required = false, autoFill = false,
		persist = false, attrs = @Attr(name = OPTIONAL))
	private ImagePlus mask;

	@Parameter(label = "Styles", description = "Several images.", required = false, persist = false)
	private ImagePlus[] styles;

	@Parameter(label = "Flip", description = "Yes or no.", persist = false, attrs = @Attr(name = REMEMBERED))
	private boolean flip;

	@Parameter(label = "Keep colours", description = "Yes or no, usually yes.", required = false, persist = false)
	private Boolean keepColours = true;

	@Parameter(label = "Recipe", description = "A file to be read.", required = false, persist = false)
	private File recipe;

	@Parameter(label = "Report", description = "A file to be written.", style = FileWidget.SAVE_STYLE, required = false,
		persist = false, attrs = @Attr(name = REMEMBERED))
	private File report;

	@Parameter(label = "Folder", description = "A folder.", style = FileWidget.DIRECTORY_STYLE, required = false,
		persist = false, attrs = @Attr(name = ADVANCED))
	private File folder;

	@Parameter(label = "Path", description = "A file's path as a text.", style = FileWidget.OPEN_STYLE, required = false,
		persist = false, attrs = @Attr(name = ADVANCED))
	private String path = "";

	@Parameter(label = "Mode", description = "A choice.", choices = { "fast", "slow and good" }, persist = false, attrs = {
		@Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String mode = "fast";

	@Parameter(label = "Note", description = "Any text.", required = false, persist = false,
		attrs = @Attr(name = ADVANCED))
	private String note = "";

	@Parameter(label = "Count", description = "A whole number.", min = "0", max = "9", persist = false,
		attrs = @Attr(name = ADVANCED))
	private int count = 3;

	@Parameter(label = "Seed", description = "A large whole number.", required = false, persist = false,
		attrs = @Attr(name = ADVANCED))
	private Long seed = 1L;

	@Parameter(label = "Weight", description = "Any number.", required = false, persist = false,
		attrs = @Attr(name = ADVANCED))
	private Double weight;

	public EveryKindOfInput() {
		super(LABEL);
	}

	@Override
	void check() {
		// NB: Anything will do.
	}

	@Override
	void execute() {
		// NB: The inputs are what matters.
	}
}
