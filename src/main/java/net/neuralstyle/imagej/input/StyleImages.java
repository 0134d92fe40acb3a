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

package net.neuralstyle.imagej.input;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.neuralstyle.Provenance;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.Regions;
import net.neuralstyle.imagej.image.StackFrame;
import net.neuralstyle.picture.AlphaChannel;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.samples.SampleStyle;

/**
 * The styles that the inputs of {@code NeuralStyleTransfer} say: an image, further ones, and their shares. Each slice
 * of a stack is a style of its own; the channels of a composite are the colours that it shows; of an image with a
 * selection, a mask or transparent parts, what these leave is taken. Immutable but for the images, which are not
 * changed.
 */
public final class StyleImages {

	private final List<ImagePlus> images;
	/** One for each style. */
	private final List<ImagePlus> slices;
	private final List<Double> shares;
	/** Of the first styles, those that have one. */
	private final List<ImagePlus> masks;

	/**
	 * @param first may be missing, which is told
	 * @param others may be null, for none
	 * @param masks of the styles, in their order: what is taken of each; may be null, or fewer than there are styles
	 * @param blend a positive number for each style, with commas; blank or null for the same share of each
	 * @throws StyleTransferException if the images or shares cannot be used; the message is one sentence for the user
	 */
	public StyleImages(final ImagePlus first, final ImagePlus[] others, final ImagePlus[] masks, final String blend) {
		images = new ArrayList<>();
		images.add(first);
		if (others != null) images.addAll(Arrays.asList(others));
		if (!images.stream().allMatch(StyleImages::isImage)) {
			throw new StyleTransferException("There is no style image: give an open image by its title, a file by its path, " +
				"or a bundled style by its name, such as " + SampleStyle.names().get(0) + ".");
		}
		slices = images.stream().flatMap(image -> slices(image).stream()).collect(Collectors.toList());
		shares = blend == null || blend.isBlank() ? slices.stream().map(slice -> 1.0).collect(Collectors.toList()) : shares(
			blend, slices.size());
		this.masks = masks == null ? List.of() : List.of(masks);
		if (this.masks.size() > slices.size()) {
			throw new StyleTransferException("There are " + this.masks.size() + " style masks for " + slices.size() + (slices
				.size() == 1 ? " style" : " styles") + ": give at most one for each.");
		}
	}

	/** Whether an input has an image: ImageJ makes one of 0 x 0 pixels from a title that it does not find. */
	public static boolean isImage(final ImagePlus image) {
		return image != null && image.getWidth() > 0 && image.getHeight() > 0 && image.getProcessor() != null;
	}

	/**
	 * Reads the styles, in the order of images and slices.
	 *
	 * @throws StyleTransferException if one cannot be used
	 */
	public List<Style> styles() {
		final List<Style> styles = new ArrayList<>();
		for (int i = 0; i < slices.size(); i++) {
			final ImagePlus slice = slices.get(i);
			final Style whole = Style.of(DisplayedPixels.of(slice)).named(slice.getTitle()).weighted(shares.get(i));
			styles.add(limited(whole, slice, i < masks.size() ? masks.get(i) : null));
		}
		return styles;
	}

	/** The styles, for the record, as {@link #styles} reads them. */
	public List<Provenance.Picture> records() {
		return styles().stream().map(Style::record).collect(Collectors.toList());
	}

	/** The images as they were given, stacks as a whole; not to be changed. */
	public List<ImagePlus> images() {
		return images;
	}

	/** The pictures, one for each style; not to be changed. */
	public List<ImagePlus> pictures() {
		return slices;
	}

	/** The styles' shares in the blend, positive, in the order of the pictures. */
	List<Double> shares() {
		return shares;
	}

	/** What is to be said of the pictures, in sentences for the log. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		images.forEach(image -> notes.addAll(NamedPictures.notes(image)));
		slices.forEach(slice -> FinitePixels.note(slice).ifPresent(notes::add));
		return notes;
	}

	/** What the styles are, to go on after the content's name: {@code in the styles of a, b}. */
	public String inWords() {
		return inWords(slices.size(), images);
	}

	/** As {@link #inWords()}, of a number of styles that images show; several of one title are named once. */
	public static String inWords(final int count, final List<ImagePlus> images) {
		final List<String> titles = images.stream().map(ImagePlus::getTitle).distinct().collect(Collectors.toList());
		return (count == 1 ? "in the style of " : "in the styles of ") + String.join(", ", titles);
	}

	/**
	 * Returns a style without what is transparent of its picture, not selected, or masked.
	 *
	 * @param mask null for none
	 * @throws StyleTransferException if a limit does not fit, or leaves nothing
	 */
	public static Style limited(final Style style, final ImagePlus picture, final ImagePlus mask) {
		final Stream<Optional<WeightMap>> limits = Stream.of(AlphaChannel.of(picture).map(AlphaChannel::weights), Regions
			.selection(picture), Optional.ofNullable(mask).map(Regions::mask));
		Style limited = style;
		for (final WeightMap limit : limits.flatMap(Optional::stream).collect(Collectors.toList())) {
			limited = limited.within(limit);
		}
		return limited;
	}

	/** The images of which each is one style, without a copy of their pixels where there is only one. */
	public static List<ImagePlus> slices(final ImagePlus image) {
		final int channels = image.isComposite() ? image.getNChannels() : 1;
		final int count = image.getStackSize() / channels;
		if (count == 1) return List.of(image);
		final List<ImagePlus> slices = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final ImagePlus slice = image.isComposite() ? StackFrame.composite(image.getStack(), (CompositeImage) image, i *
				channels) : StackFrame.slice(image.getStack(), image.getProcessor(), i + 1);
			slice.setTitle(image.getTitle() + ", slice " + (i + 1));
			if (image.getRoi() != null) slice.setRoi((Roi) image.getRoi().clone());
			slices.add(slice);
		}
		return slices;
	}

	// -- Helper methods --

	private static List<Double> shares(final String blend, final int count) {
		final String[] parts = blend.split(",", -1);
		if (parts.length != count) {
			throw new StyleTransferException("Style blend has " + parts.length + (parts.length == 1 ? " number" : " numbers") +
				" for " + count + (count == 1 ? " style" : " styles") +
				": give one for each with commas between them, as in 2,1, or none for the same share of each.");
		}
		return Arrays.stream(parts).map(StyleImages::share).collect(Collectors.toList());
	}

	private static double share(final String text) {
		try {
			final double share = Double.parseDouble(text.trim());
			if (share > 0 && share < Double.POSITIVE_INFINITY) return share;
		}
		catch (final NumberFormatException exc) {
			// NB: Refused below.
		}
		throw new StyleTransferException("The shares of a style blend must be positive numbers with commas between them, " +
			"as in 2,1, not \"" + text.trim() + "\".");
	}
}
