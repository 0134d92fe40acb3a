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

package net.neuralstyle.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/** The style pictures that come with the plugin. Where they are from is in sample-images/SOURCES.md. */
public enum SampleStyle {

		GREAT_WAVE("Katsushika Hokusai: The Great Wave off Kanagawa"),
		POPPIES("Katsushika Hokusai: Poppies"),
		STARRY_NIGHT("Vincent van Gogh: The Starry Night"),
		VILLAGE_STREET_IN_AUVERS("Vincent van Gogh: Village Street in Auvers"),
		MOULIN_DE_LA_GALETTE("Pierre-Auguste Renoir: Bal du moulin de la Galette"),
		COMPOSITION_VIII("Wassily Kandinsky: Composition VIII"),
		INK_DRAWING("Ink drawing: Daedalus and Icarus"),
		MOSAIC("Mosaic: a village street"),
		GRAVEL("Photograph: gravel");

	private final String title;

	SampleStyle(final String title) {
		this.title = title;
	}

	/** The style's name in macros and on command lines, for instance {@code great-wave}. */
	public String styleName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The picture's name for people. */
	public String title() {
		return title;
	}

	/** The names of all styles. */
	public static List<String> names() {
		return Arrays.stream(values()).map(SampleStyle::styleName).collect(Collectors.toUnmodifiableList());
	}

	/** Finds a style by its name, in capitals or not; nothing if there is none. */
	public static Optional<SampleStyle> find(final String name) {
		return Arrays.stream(values()).filter(style -> style.styleName().equalsIgnoreCase(name)).findFirst();
	}

	/**
	 * Finds a style by its name.
	 *
	 * @throws IllegalArgumentException if there is none; the message is one sentence for the user
	 */
	public static SampleStyle byName(final String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not a bundled style: use " +
			String.join(", ", names()) + "."));
	}

	/** Reads the picture, a new one each time: two dimensions, opaque. */
	public Img<ARGBType> read() {
		final String file = styleName() + ".jpg";
		try (InputStream in = SampleStyle.class.getResourceAsStream(file)) {
			if (in == null) throw new IllegalStateException("The plugin's file lacks " + file + ": install it anew.");
			final BufferedImage picture = ImageIO.read(in);
			final int width = picture.getWidth();
			final int height = picture.getHeight();
			return ArrayImgs.argbs(picture.getRGB(0, 0, width, height, null, 0, width), width, height);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException("The plugin's file " + file + " cannot be read: install it anew.", exc);
		}
	}
}
