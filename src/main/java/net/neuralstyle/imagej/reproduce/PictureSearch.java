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


package net.neuralstyle.imagej.reproduce;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.Provenance;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.recipe.Quoted;

/**
 * Looks for the pictures that went into another one, by their checksums, in one place after the other. What is not
 * found is told all at once.
 */
public final class PictureSearch {

	private final List<PicturePlace> places;
	private final List<String> problems = new ArrayList<>();

	/** @param places in the order in which they are looked through */
	public PictureSearch(final List<PicturePlace> places) {
		this.places = List.copyOf(places);
	}

	/**
	 * Looks for a picture.
	 *
	 * @param role what it was there for, as a message names it
	 * @return an image that shows it, not to be changed; if there is none, {@link #check} tells it
	 */
	public Optional<ImagePlus> find(final String role, final Provenance.Picture picture) {
		final String name = picture.name();
		final boolean[] isThereChanged = { false };
		final Optional<ImagePlus> found = places.stream().flatMap(place -> place.candidates(name)).filter(candidate -> {
			final boolean isIt = isShown(candidate, picture) || isGreyOf(candidate, picture);
			isThereChanged[0] |= !isIt && !name.isEmpty() && candidate.getTitle().equals(name);
			return isIt;
		}).findFirst();
		if (found.isEmpty()) {
			addProblem("the " + called(role, picture) + (isThereChanged[0] ? " has changed since then" : " is missing"));
		}
		return found;
	}

	/** Adds to what {@link #check} tells. */
	public void addProblem(final String problem) {
		problems.add(problem);
	}

	/**
	 * @param advice what to do, as the end of a sentence
	 * @throws StyleTransferException if something has not been found; says what, and whether there is another one of that
	 *           name
	 */
	public void check(final String advice) {
		if (problems.isEmpty()) return;
		throw new StyleTransferException("The picture cannot be made again, as " + String.join(", and ", problems) + ": " +
			advice + ".");
	}

	/** Returns what a message calls a picture. */
	public static String called(final String role, final Provenance.Picture picture) {
		return role + (picture.name().isEmpty() ? "" : " " + Quoted.of(picture.name()));
	}

	/** Whether a picture is what an image shows. */
	public static boolean isShown(final ImagePlus image, final Provenance.Picture picture) {
		return isOf(picture, () -> DisplayedPixels.of(image));
	}

	/** Whether a picture is an image's grey values, as they are read for a result of the same kind. */
	public static boolean isGreyOf(final ImagePlus image, final Provenance.Picture picture) {
		return GreyValues.areIn(image) && isOf(picture, () -> new GreyValues(image).pixels());
	}

	// -- Helper methods --

	/** Not, if the pixels cannot be read. */
	private static boolean isOf(final Provenance.Picture picture,
		final Supplier<RandomAccessibleInterval<? extends NumericType<?>>> pixels)
	{
		try {
			return VggImage.of(pixels.get()).checksum().equals(picture.checksum());
		}
		catch (final StyleTransferException | IllegalArgumentException exc) {
			return false;
		}
	}
}
