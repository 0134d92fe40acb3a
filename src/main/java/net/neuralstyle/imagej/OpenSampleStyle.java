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

import static net.neuralstyle.imagej.input.InputKind.STYLES;

import ij.ImagePlus;

import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.samples.SampleStyle;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Style Transfer &gt; Open Sample Style: opens a style picture that comes with the plugin. */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = OpenSampleStyle.LABEL) })
public class OpenSampleStyle extends StyleTransferCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = "Open Sample Style";

	@Parameter(label = "Name", description = "Which style picture to open.", choices = { "great-wave", "poppies",
		"starry-night", "village-street-in-auvers", "moulin-de-la-galette", "composition-viii", "ink-drawing", "mosaic",
		"gravel" }, persist = false, attrs = @Attr(name = STYLES))
	private String name = "great-wave";

	@Parameter(type = ItemIO.OUTPUT, label = "Style")
	private ImagePlus image;

	public OpenSampleStyle() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		SampleStyle.byName(name);
	}

	@Override
	void execute() {
		image = NamedPictures.image(SampleStyle.byName(name));
		image.setTitle(OpenImages.unusedTitle(image.getTitle()));
	}

	@Override
	ImagePlus shownResult() {
		return image;
	}
}
