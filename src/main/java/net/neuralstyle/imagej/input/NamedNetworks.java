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

import ij.IJ;
import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import net.neuralstyle.Provenance;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.feedforward.BundledNetworks;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.picture.PicturePath;

/**
 * Style networks by what people write for them: the path of a file, the name of one that comes with the plugin, or of
 * one in the folder {@code networks} of ImageJ, in this order. May be used by any thread.
 */
public final class NamedNetworks {

	/** System property that names the folder of networks, for installations shared by many users. */
	public static final String FOLDER_PROPERTY = "neuralstyle.networks.folder";

	/** What a file in the folder of networks must end in, to be offered. */
	private static final String FILES = "*.{h5,hdf5,onnx}";

	/** NB: A dialog asks for the same ones over and over. */
	private static final Map<String, SoftReference<StyleNetwork>> READ = new ConcurrentHashMap<>();

	private NamedNetworks() {
		// NB: Not instantiable.
	}

	/** The names that a dialog offers: networks of the plugin, then those of the folder. */
	public static Set<String> names() {
		final Set<String> names = new LinkedHashSet<>(BundledNetworks.names());
		names.addAll(inFolder().keySet());
		return names;
	}

	/** The name of the network that is used when none is said; empty if there is none to offer. */
	public static String usual() {
		return names().stream().findFirst().orElse("");
	}

	/**
	 * Finds a network.
	 *
	 * @throws StyleTransferException if there is none, or its file cannot be read; says what there is
	 */
	public static StyleNetwork find(final String name) {
		final String text = name == null ? "" : name.trim();
		if (text.isEmpty()) {
			throw new StyleTransferException("There is no network: " + offered());
		}
		try {
			if (new File(text).exists()) return kept(PicturePath.of(text));
			final Optional<StyleNetwork> bundled = bundled(text);
			if (bundled.isPresent()) return bundled.get();
			final Optional<Path> file = fileInFolder(text);
			if (file.isPresent()) return kept(file.get());
		}
		catch (final IOException exc) {
			throw new StyleTransferException(exc.getMessage(), exc);
		}
		throw new StyleTransferException("No file or style network is called \"" + text + "\": " + offered());
	}

	/**
	 * Refuses the name of a network where none is wanted; passes all others.
	 *
	 * @param why the rest of the sentence that begins with the name
	 * @throws StyleTransferException if a network is called so
	 */
	public static void refuse(final String name, final String why) {
		if (names().stream().noneMatch(name::equalsIgnoreCase)) return;
		throw new StyleTransferException("\"" + name + "\" " + why);
	}

	/** Returns the file of a network in the folder of networks, by its name; nothing if there is none. */
	public static Optional<Path> fileInFolder(final String name) {
		return Optional.ofNullable(inFolder().get(withoutExtension(name.trim())));
	}

	/**
	 * Finds the network that paints what a style transfer is started from.
	 *
	 * @param name as {@link #find} takes it; blank for a network that was trained for the styles
	 * @param styles of the style transfer, with their shares
	 * @throws StyleTransferException if there is none; says what to do
	 */
	public static StyleNetwork toStartWith(final String name, final List<Provenance.Picture> styles) {
		if (name != null && !name.isBlank()) return find(name);
		return trainedFor(styles).orElseThrow(() -> new StyleTransferException("No style network was trained for " + inWords(
			styles) + ": name one as the start network, train one with Train Style Network, or start from the content."));
	}

	/**
	 * Finds a network that was trained for just these styles, whatever it is called: the first one of those that are
	 * offered.
	 *
	 * @param styles with their shares
	 */
	public static Optional<StyleNetwork> trainedFor(final List<Provenance.Picture> styles) {
		return first(names(), network -> network.card().isOf(styles));
	}

	/**
	 * Finds a network among those that are offered.
	 *
	 * @param checksum see {@link StyleNetwork#checksum()}
	 */
	public static Optional<StyleNetwork> withChecksum(final String checksum) {
		return first(names(), network -> network.checksum().equals(checksum));
	}

	/** As {@link #withChecksum(String)}, among the files of a folder. */
	public static Optional<StyleNetwork> withChecksum(final String checksum, final Path folder) {
		return first(inFolder(folder).values().stream().map(Path::toString).collect(Collectors.toList()), network -> network
			.checksum().equals(checksum));
	}

	/**
	 * Returns what a network paints like; null if it does not tell.
	 *
	 * @throws StyleTransferException as {@link #find} does
	 */
	public static ImagePlus preview(final String name) {
		final StyleNetwork network = find(name);
		if (network.preview().isEmpty()) return null;
		try {
			final BufferedImage picture = ImageIO.read(new ByteArrayInputStream(network.preview().get()));
			return picture == null ? null : new ImagePlus(network.card().name(), picture);
		}
		catch (final IOException exc) {
			// NB: It is for looking at, and nothing else depends on it.
			return null;
		}
	}

	// -- Helper methods --

	private static Optional<StyleNetwork> first(final Collection<String> names,
		final Predicate<StyleNetwork> condition)
	{
		return names.stream().flatMap(name -> readable(name).stream()).filter(condition).findFirst();
	}

	/** NB: What is wrong with a file is told to who names it. */
	private static Optional<StyleNetwork> readable(final String name) {
		try {
			return Optional.of(find(name));
		}
		catch (final StyleTransferException exc) {
			return Optional.empty();
		}
	}

	private static String inWords(final List<Provenance.Picture> styles) {
		final String names = styles.stream().map(Provenance.Picture::name).collect(Collectors.joining(", "));
		return styles.size() == 1 ? "the style " + names : "the styles " + names + " together";
	}

	private static Optional<StyleNetwork> bundled(final String name) throws IOException {
		if (BundledNetworks.names().stream().noneMatch(name::equalsIgnoreCase)) return Optional.empty();
		final String key = name.toLowerCase(Locale.ROOT);
		final StyleNetwork known = known(key);
		if (known != null) return Optional.of(known);
		final Optional<StyleNetwork> network = BundledNetworks.find(name);
		network.ifPresent(read -> READ.put(key, new SoftReference<>(read)));
		return network;
	}

	private static StyleNetwork kept(final Path path) throws IOException {
		final File file = path.toFile();
		// NB: A file that has changed is another network.
		final String key = file.getAbsolutePath() + "\n" + file.lastModified() + "\n" + file.length();
		final StyleNetwork known = known(key);
		if (known != null) return known;
		final StyleNetwork network = StyleNetworkFile.read(path);
		READ.put(key, new SoftReference<>(network));
		return network;
	}

	private static StyleNetwork known(final String key) {
		READ.values().removeIf(reference -> reference.get() == null);
		final SoftReference<StyleNetwork> reference = READ.get(key);
		return reference == null ? null : reference.get();
	}

	/** The files in the folder of networks, by the names that are said for them, in the order of these. */
	private static Map<String, Path> inFolder() {
		return inFolder(folder());
	}

	/** @param folder null for none */
	private static Map<String, Path> inFolder(final Path folder) {
		final Map<String, Path> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		if (folder == null || !Files.isDirectory(folder)) return files;
		try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, FILES)) {
			found.forEach(file -> files.put(withoutExtension(file.getFileName().toString()), file));
		}
		catch (final IOException exc) {
			// NB: A folder that cannot be read offers nothing.
		}
		return files;
	}

	/** Returns null if ImageJ has no folder of its own. */
	private static Path folder() {
		final String fixed = System.getProperty(FOLDER_PROPERTY, "");
		if (!fixed.isEmpty()) return Paths.get(fixed);
		final String imageJ = IJ.getDirectory("imagej");
		// NB: Where ImageJ is only a library, it takes the current folder for its own.
		if (imageJ == null || !Files.isDirectory(Paths.get(imageJ, "plugins"))) return null;
		return Paths.get(imageJ, "networks");
	}

	private static String withoutExtension(final String name) {
		return name.replaceFirst("(?i)(?<=.)\\.(h5|hdf5|onnx)$", "");
	}

	/** What can be done, as the end of a sentence. */
	private static String offered() {
		return "give the path of its file (.h5 or .onnx)" + (names().isEmpty() ? "." : ", or one of these names: " + String
			.join(", ", names()) + ".");
	}
}
