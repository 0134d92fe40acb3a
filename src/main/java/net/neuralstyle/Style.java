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

package net.neuralstyle;

import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.Exemplar;
import net.neuralstyle.recipe.Settings;

/** A picture whose style is taken, and how much of it. Immutable. */
public final class Style {

	private final VggImage image;
	private final String checksum;
	private final boolean grey;
	private final String name;
	private final double weight;
	private final WeightMap region;
	/** What becomes of the picture's colours before it is looked at. */
	private final ColourTransform colours;

	private Style(final VggImage image, final String checksum, final boolean grey, final String name,
		final double weight, final WeightMap region, final ColourTransform colours)
	{
		this.image = image;
		this.checksum = checksum;
		this.grey = grey;
		this.name = name;
		this.weight = weight;
		this.region = region;
		this.colours = colours;
	}

	/**
	 * Reads a picture, which may change afterwards.
	 *
	 * @param image as {@link StyleTransfer} describes it
	 * @throws StyleTransferException if it cannot be used; says why
	 */
	public static Style of(final RandomAccessibleInterval<? extends NumericType<?>> image) {
		final VggImage read = read(image, "style");
		// NB: Once, as a session asks for them with every image that it redraws.
		return new Style(read, read.checksum(), read.isGrey(), "", 1, WeightMap.ones(read.size()), ColourTransform.IDENTITY);
	}

	/** Returns the same style with what people call its picture, for the record. */
	public Style named(final String pictureName) {
		return new Style(image, checksum, grey, pictureName, weight, region, colours);
	}

	/**
	 * Returns the same style with a share in a blend of several, in proportion to
	 * the others'.
	 *
	 * @param share positive
	 */
	public Style weighted(final double share) {
		if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException("A style's share must be a positive number, not " + share + ".");
		}
		return new Style(image, checksum, grey, name, share, region, colours);
	}

	/**
	 * Returns the same style with a limit to what is taken of its picture.
	 *
	 * @param mask how much each pixel counts; it takes effect together with those given
	 *          before
	 * @throws StyleTransferException if it is of another size, or nothing is left; says why
	 */
	public Style within(final WeightMap mask) {
		final String whose = "style image" + (name.isEmpty() ? "" : " " + name);
		return new Style(image, checksum, grey, name, weight, StyleTransferJob.limited(region, mask, whose),
			colours);
	}

	/** What people call its picture; may be empty. */
	public String name() {
		return name;
	}

	/** Its picture as it was given. */
	VggImage image() {
		return image;
	}

	/** The colours that its picture has as it was given, where something is taken of it. */
	ColourStatistics colours() {
		return ColourStatistics.of(image, region);
	}

	/** Returns the same style in other colours than those of its picture; the record stays that of the picture. */
	Style recoloured(final ColourTransform change) {
		return new Style(image, checksum, grey, name, weight, region, change);
	}

	/** The middle of its picture in a size, in the style's colours. */
	VggImage croppedTo(final ImageSize size) {
		return image.croppedTo(size).recoloured(colours);
	}

	/** Its picture in a size, in the style's colours, with what is taken of it and its share. */
	Exemplar exemplar(final ImageSize size) {
		return new Exemplar(image.resizedTo(size).recoloured(colours), region.resizedTo(size), weight);
	}

	/** Whether its picture as it was given is grey everywhere. */
	boolean isGrey() {
		return grey;
	}

	/** What is to be said if its picture is looked at in a size that is larger than its own. */
	Optional<String> noteOnEnlargement(final ImageSize used) {
		if (used.longerSide() <= image.size().longerSide()) return Optional.empty();
		return Optional.of("The style " + (name.isEmpty() ? "" : name + " ") + "has " + image.size() +
			" pixels and is enlarged to " + used + ", so its finest strokes are blurred.");
	}

	/** The picture, for the record. */
	public Provenance.Picture record() {
		return new Provenance.Picture(name, checksum, weight, region.isOnes() ? List.of() : List.of(region
			.checksum()));
	}

	/** @param role what the picture is there for, for messages */
	static VggImage read(final RandomAccessibleInterval<? extends NumericType<?>> image, final String role) {
		final VggImage result;
		try {
			result = VggImage.of(image);
		}
		catch (final IllegalArgumentException exc) {
			throw new StyleTransferException("The " + role + " image cannot be used: " + exc.getMessage(), exc);
		}
		if (result.size().shorterSide() < Settings.SMALLEST_SIDE) {
			throw new StyleTransferException("The " + role + " image is too small (" + result.size() +
				" pixels): use one of at least " + Settings.SMALLEST_SIDE + " pixels in width and height.");
		}
		return result;
	}
}
