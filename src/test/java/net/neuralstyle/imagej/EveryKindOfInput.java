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

import static net.neuralstyle.imagej.input.InputKind.ADVANCED;
import static net.neuralstyle.imagej.input.InputKind.OPTIONAL;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

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
