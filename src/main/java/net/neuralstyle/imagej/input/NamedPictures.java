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

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.io.File;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.PicturePath;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.samples.SampleStyle;

/**
 * Pictures by what people write for them: the title or ID of an open image, the path of a
 * file, or the name of a sample style, in this order. May be used by any thread.
 */
public final class NamedPictures {

	/** Where a picture was read from, and what is to be said of it: properties of its image. */
	private static final String PATH = "neuralstyle.path";
	private static final String NOTES = "neuralstyle.notes";
	/** How many pictures are kept as long as there is memory; a dialog asks for the same ones over and over. */
	private static final int KEPT = 8;

	private static final Map<String, SoftReference<ImagePlus>> READ = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<String, SoftReference<ImagePlus>> eldest) {
			return size() > KEPT;
		}
	};

	private NamedPictures() {
		// NB: Not instantiable.
	}

	/** Whether there is a picture of a name; whether its file can be read is another question. */
	public static boolean exists(final String name) {
		return OpenImages.find(name) != null || isFile(name) || SampleStyle.find(name).isPresent();
	}

	/** The names that a dialog offers: open images, then sample styles. */
	public static Set<String> names() {
		final Set<String> names = new LinkedHashSet<>(OpenImages.titles());
		names.addAll(SampleStyle.names());
		return names;
	}

	/**
	 * Finds a picture, which may be in use elsewhere and is not to be changed.
	 *
	 * @throws StyleTransferException if there is none, or its file cannot be read; says what there is
	 */
	public static ImagePlus find(final String name) {
		final ImagePlus open = OpenImages.find(name);
		if (open != null) return open;
		if (isFile(name)) return of(PicturePath.of(name));
		return SampleStyle.find(name).map(NamedPictures::of).orElseThrow(() -> unknown(name));
	}

	/** Whether there is an open image or a file of a name. */
	static boolean isOpenOrFile(final String name) {
		return OpenImages.find(name) != null || isFile(name);
	}

	/**
	 * Finds a picture that is no style, which is not to be changed.
	 *
	 * @throws StyleTransferException if there is none, or its file cannot be read; says which images are open
	 */
	static ImagePlus openOrFile(final String name) {
		return OpenImages.find(name) == null && isFile(name) ? of(PicturePath.of(name)) : OpenImages.get(name);
	}

	/** As {@link #find}, of several names in one text; a new list. */
	public static List<ImagePlus> findAll(final String names) {
		return NameList.split(names, NamedPictures::exists).stream().map(NamedPictures::find).collect(Collectors
			.toCollection(ArrayList::new));
	}

	/** Returns what a picture is read from where no images are open: a sample style, or else the path of a file. */
	public static Object fileOrSample(final String name) {
		final Optional<SampleStyle> sample = isFile(name) ? Optional.empty() : SampleStyle.find(name);
		return sample.isPresent() ? sample.get() : PicturePath.of(name);
	}

	/** Returns the sentence for a user who has given a file that is not there, where no images are open. */
	public static String missing(final Path file) {
		return "There is no image file " + file + ": check its path, or use a bundled style, " + samples() + ".";
	}

	/** Makes a new image of a sample style, titled by its name. */
	public static ImagePlus image(final SampleStyle style) {
		final Img<ARGBType> picture = style.read();
		final int width = (int) picture.dimension(0);
		final int height = (int) picture.dimension(1);
		final int[] pixels = new int[width * height];
		final Cursor<ARGBType> cursor = Views.flatIterable(picture).cursor();
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = cursor.next().get();
		}
		return new ImagePlus(style.styleName(), new ColorProcessor(width, height, pixels));
	}

	/** Returns the name by which the same picture is found again. */
	static String name(final ImagePlus image) {
		final Object path = image.getProperty(PATH);
		return path == null ? image.getTitle() : path.toString();
	}

	/** What is to be said, in sentences for the log, of how a picture was read. */
	static List<String> notes(final ImagePlus image) {
		final List<String> notes = Cast.unchecked(image.getProperty(NOTES));
		return notes == null ? List.of() : notes;
	}

	// -- Helper methods --

	private static boolean isFile(final String name) {
		return new File(name).isFile();
	}

	private static ImagePlus of(final SampleStyle style) {
		return kept(style.styleName(), () -> image(style));
	}

	private static ImagePlus of(final Path path) {
		final File file = path.toFile();
		// NB: A file that has changed is another picture.
		return kept(file.getAbsolutePath() + "\n" + file.lastModified() + "\n" + file.length(), () -> {
			final Picture picture = PictureReader.readPages(path, 0);
			picture.image().setProperty(PATH, path);
			picture.image().setProperty(NOTES, picture.notes());
			return picture.image();
		});
	}

	private static ImagePlus kept(final String key, final Supplier<ImagePlus> reader) {
		synchronized (READ) {
			final SoftReference<ImagePlus> reference = READ.get(key);
			final ImagePlus known = reference == null ? null : reference.get();
			if (known != null) return known;
			final ImagePlus image = reader.get();
			READ.put(key, new SoftReference<>(image));
			return image;
		}
	}

	private static StyleTransferException unknown(final String name) {
		final List<String> open = OpenImages.titles();
		return new StyleTransferException("No open image, file or bundled style is called \"" + name + "\": " + (open
			.isEmpty() ? "no image is open" : "open are \"" + String.join("\", \"", open) + "\"") + ", bundled are " +
			samples() + ".");
	}

	private static String samples() {
		return String.join(", ", SampleStyle.names());
	}
}
