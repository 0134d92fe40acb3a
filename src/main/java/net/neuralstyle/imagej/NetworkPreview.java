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
import ij.process.ColorProcessor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.feedforward.NetworkStart;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.imagej.dialog.Preview;
import net.neuralstyle.imagej.dialog.PreviewPanel;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.input.ContentInputs;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/**
 * What a network that was trained for the styles of a dialog paints of its content, small: at once, where a style
 * transfer takes a while.
 */
final class NetworkPreview {

	/** Of a larger content only so many pixels are read, in its longer side and at most twice as many. */
	private static final int FEWEST_PIXELS = 512;
	/** In the longer side of what is painted, so that it takes no time. */
	private static final int MOST_PIXELS = 640;

	private final Map<String, String> answers;

	/** @param answers what is in the fields of {@link NeuralStyleTransfer}, by the inputs' names */
	NetworkPreview(final Map<String, String> answers) {
		this.answers = answers;
	}

	/**
	 * Paints it, on the calling thread, and leaves no native memory behind.
	 *
	 * @return nothing if no network was trained for the styles
	 * @throws RuntimeException if something is wrong in the fields
	 */
	Optional<Preview> make() {
		final ImagePlus content = OpenImages.find(answers.get("content"));
		if (content == null) return Optional.empty();
		final List<ImagePlus> others = NamedPictures.findAll(answers.getOrDefault("moreStyles", ""));
		final List<ImagePlus> masks = NamedPictures.findAll(answers.getOrDefault("styleMask", ""));
		final StyleImages styles = new StyleImages(NamedPictures.find(answers.get("style")), others.toArray(
			new ImagePlus[0]), masks.toArray(new ImagePlus[0]), answers.getOrDefault("styleBlend", ""));
		final String named = answers.getOrDefault(RecipeInputs.START_NETWORK, "");
		final Optional<StyleNetwork> network = named.isBlank() ? NamedNetworks.trainedFor(styles.records()) : Optional.of(
			NamedNetworks.find(named));
		return network.map(painter -> preview(painter, content, styles.pictures().size()));
	}

	// -- Helper methods --

	private Preview preview(final StyleNetwork network, final ImagePlus content, final int styleCount) {
		final int step = Math.max(1, Math.max(content.getWidth(), content.getHeight()) / FEWEST_PIXELS);
		final Img<ARGBType> pixels = DisplayedPixels.of(content);
		final StyleTransferJob job = new ContentInputs(content, image("mask"), image("labels"), null).reducedJob(Views
			.subsample(pixels, step), styleCount);
		final Recipe recipe = new RecipeInputs(answers).recipe();
		final Recipe reduced = recipe.toBuilder().set(Settings.SOFT_EDGE, recipe.get(Settings.SOFT_EDGE) / step).build();
		final Img<ARGBType> painted = new NetworkStart(network).paint(job, reduced, MachineShare.all(),
			MOST_PIXELS);
		return new Preview(small(painted).getBufferedImage(), "What the style network " + network.card().name() +
			" paints: a preview, not the result.");
	}

	/** The image of a field; null for none. */
	private ImagePlus image(final String input) {
		final String title = answers.getOrDefault(input, InputText.NONE);
		return title.equals(InputText.NONE) ? null : OpenImages.get(title);
	}

	private static ColorProcessor small(final Img<ARGBType> picture) {
		final int width = (int) picture.dimension(0);
		final int height = (int) picture.dimension(1);
		final int[] pixels = new int[width * height];
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(picture)) {
			pixels[i++] = pixel.get();
		}
		final double factor = (double) PreviewPanel.LONGER_SIDE / Math.max(width, height);
		return (ColorProcessor) new ColorProcessor(width, height, pixels).resize(Math.max(1, (int) Math.round(width *
			factor)), Math.max(1, (int) Math.round(height * factor)), true);
	}
}
