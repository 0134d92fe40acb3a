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

package net.neuralstyle.tensor;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;

/**
 * The folder into which JavaCPP unpacks native libraries when they are used for
 * the first time, and what this program's jars have for it: several hundred
 * megabytes.
 * <p>
 * JavaCPP keeps a folder for each jar, by the jar's name, and unpacks what is not
 * there with the size and the time that the jar says.
 * </p>
 */
final class NativeCache {

	/** Where JavaCPP looks first; else in the home folder, and then in the one for temporary files. */
	private static final String OPTION = "org.bytedeco.javacpp.cachedir";
	private static final String REMEDY = " by Java's option -D" + OPTION + "=FOLDER";

	/** Folders in jars, below each a folder for each platform, and the library in it that Java calls. */
	private static final Map<String, String> LIBRARIES = Map.of(CpuLibrary.FOLDER, CpuLibrary.LIBRARY, //
		OpenBlas.FOLDER, OpenBlas.LIBRARY, "org/bytedeco/javacpp", "jnijavacpp", //
		OneDnn.FOLDER, OneDnn.LIBRARY, OneDnn.OPENCL_FOLDER, OneDnn.OPENCL_LIBRARY);

	/** What the dynamic linker says where the C or C++ library lacks what is asked for. */
	private static final Pattern TOO_OLD = Pattern.compile("version .(GLIBC|GLIBCXX|CXXABI)_\\S+ not found");

	private static final String OPENBLAS = "libopenblas";

	private final Path folder;
	private final List<Library> libraries;

	private NativeCache(final Path folder, final List<Library> libraries) {
		this.folder = folder;
		this.libraries = libraries;
	}

	/**
	 * Finds the folder, and the libraries of this system in the jars that a class
	 * loader sees.
	 *
	 * @param extension of the build of ND4J's library that will be loaded
	 * @throws IllegalStateException if no folder can be used; the message is one
	 *           sentence that says what to do
	 */
	static NativeCache of(final ClassLoader loader, final String extension) {
		final List<Library> libraries = new ArrayList<>();
		for (final Map.Entry<String, String> entry : LIBRARIES.entrySet()) {
			final String build = entry.getKey().equals(CpuLibrary.FOLDER) ? extension : "";
			final String path = entry.getKey() + "/" + Loader.getPlatform() + build + "/";
			libraries.addAll(beside(loader.getResource(path + System.mapLibraryName(entry.getValue())), path));
		}
		return new NativeCache(folder(libraries), libraries);
	}

	/**
	 * Returns the sentence that says that the user's own folder is not used, or
	 * nothing if it is, or the user named none.
	 */
	Optional<String> substitution() {
		final String wish = System.getProperty(OPTION);
		if (wish == null || folder.equals(Paths.get(wish).toAbsolutePath().normalize())) return Optional.empty();
		return Files.isDirectory(Paths.get(wish)) && Files.isWritable(Paths.get(wish)) ? Optional.empty() : Optional.of(
			"The folder " + wish + " of Java's option -D" + OPTION + " cannot be written, so native libraries are unpacked " +
				"into " + folder + ".");
	}

	/**
	 * Takes libraries that another jar of the same content has unpacked already, as
	 * the runnable jar and a plugin beside each other in ImageJ do: each file gets
	 * a second name, and takes its space once.
	 */
	void share() {
		final Map<Path, Path> links = new LinkedHashMap<>();
		for (final Library library : libraries) {
			final Path place = library.place(folder);
			if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) other(library).ifPresent(other -> links.put(place, other));
		}
		if (links.isEmpty()) return;
		// NB: As JavaCPP does, so that no process writes what another one has just made a link of.
		synchronized (Runtime.getRuntime()) {
			try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock())
			{
				for (final Map.Entry<Path, Path> link : links.entrySet()) {
					Files.createDirectories(link.getKey().getParent());
					Files.createLink(link.getKey(), link.getValue());
				}
			}
			catch (final IOException | UnsupportedOperationException exc) {
				// NB: JavaCPP will unpack the rest, or another process has just done so.
			}
		}
	}

	/**
	 * Checks that there is room, if ND4J's library, the largest, has still to be
	 * unpacked.
	 *
	 * @throws IllegalStateException if there is too little; the message is one
	 *           sentence that says what to do
	 */
	void checkRoom() {
		final boolean isFirstUse = missing().stream().anyMatch(library -> library.path.startsWith(CpuLibrary.FOLDER));
		// NB: Some file systems cannot tell what is free and say 0.
		if (isFirstUse && free() > 0) shortage().ifPresent(sentence -> {
			throw new IllegalStateException(sentence);
		});
	}

	/**
	 * Returns one sentence that says why libraries could not be unpacked and what
	 * to do, or nothing if this folder is not the reason.
	 */
	Optional<String> obstacle() {
		return shortage().or(() -> missing().stream().map(library -> library.place(folder).getParent()).filter(
			place -> !canCreateFiles(place)).findFirst().map(place -> "The native libraries cannot be unpacked into " + place +
				", which cannot be written: change its permissions, or name another folder" + REMEDY + "."));
	}

	/** Returns one sentence that says that what was unpacked does not load, and what to do if that helps. */
	String failure(final Throwable reason) {
		final String why = NativeLibraries.reason(reason).replaceAll(Pattern.quote(folder.toString()) + "[^:]*: ", "");
		if (TOO_OLD.matcher(why).find()) return "The native libraries are made for a newer Linux than this one (" + why +
			").";
		return "The native libraries in " + folder + " do not load (" + why + "): delete that folder, so that they are " +
			"unpacked again, or name another folder" + REMEDY + ".";
	}

	/** Returns whether the jars with ND4J's library for this system are there. */
	boolean isComplete() {
		return libraries.stream().anyMatch(library -> library.path.startsWith(CpuLibrary.FOLDER));
	}

	// -- Helper methods --

	private List<Library> missing() {
		return libraries.stream().filter(library -> !library.isUnpacked(folder)).collect(Collectors.toList());
	}

	private long free() {
		return folder.toFile().getUsableSpace();
	}

	private Optional<String> shortage() {
		final long needed = missing().stream().mapToLong(library -> library.size).sum();
		if (free() >= needed) return Optional.empty();
		return Optional.of("The native libraries cannot be unpacked into " + folder + ", where " + megabytes(free()) +
			" are free and they take " + megabytes(needed) + ": make room there, or name another folder" + REMEDY + ".");
	}

	private static Path folder(final List<Library> libraries) {
		final String sizes = megabytes(libraries.stream().mapToLong(library -> library.size).sum());
		try {
			final Path folder = Loader.getCacheDir().toPath();
			if (Files.isDirectory(folder)) return folder;
			throw new IllegalStateException("The native libraries cannot be unpacked into " + folder +
				", which is no folder: name a folder with " + sizes + " of free space" + REMEDY + ".");
		}
		catch (final IOException exc) {
			throw new IllegalStateException("The native libraries cannot be unpacked, because neither the home folder " + System
				.getProperty("user.home") + " nor the temporary folder " + System.getProperty("java.io.tmpdir") +
				" can be written: name a folder with " + sizes + " of free space" + REMEDY + ".", exc);
		}
	}

	/** Lists the libraries in the same folder of the same jar. */
	private static List<Library> beside(final URL library, final String path) {
		final List<Library> libraries = new ArrayList<>();
		// NB: A library that lies in a folder, not in a jar, is loaded from there without being unpacked.
		if (library == null || !library.getProtocol().equals("jar")) return libraries;
		final JarFile file;
		try {
			file = ((JarURLConnection) library.openConnection()).getJarFile();
		}
		catch (final IOException exc) {
			return libraries;
		}
		final String jar = Paths.get(file.getName()).getFileName().toString();
		file.stream().filter(entry -> entry.getName().startsWith(path) && isLibrary(
			entry.getName().substring(path.length())) && !isNd4js(entry.getName())).forEach(entry -> {
				libraries.add(new Library(jar, entry.getName(), entry.getSize(), entry.getTime()));
				// NB: JavaCPP unpacks OpenBLAS twice, under two names.
				if (entry.getName().contains("/" + OPENBLAS + ".")) libraries.add(new Library(jar, entry.getName().replace("/" +
					OPENBLAS, "/" + OPENBLAS + "_nolapack"), entry.getSize(), entry.getTime()));
			});
		return libraries;
	}

	/** Leaves out headers and the like. */
	private static boolean isLibrary(final String name) {
		return name.matches("[^/]+\\.(so|dll|dylib)(\\.\\d+)*");
	}

	/** NB: oneDNN's jar has OpenMP too, but JavaCPP takes ND4J's, which is loaded before. */
	private static boolean isNd4js(final String path) {
		return path.startsWith(OneDnn.FOLDER) && path.contains("gomp");
	}

	/** Finds a library where another jar has unpacked it. */
	private Optional<Path> other(final Library library) {
		try (Stream<Path> jars = Files.list(folder)) {
			return jars.map(jar -> jar.resolve(library.path)).filter(library::isSameAs).findFirst();
		}
		catch (final IOException exc) {
			return Optional.empty();
		}
	}

	private static boolean canCreateFiles(final Path place) {
		Path existing = place;
		while (!Files.exists(existing)) {
			existing = existing.getParent();
		}
		try {
			Files.delete(Files.createTempFile(existing, "test", null));
			return true;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private static String megabytes(final long bytes) {
		return (bytes + 999_999) / 1_000_000 + " MB";
	}

	/** A file in a jar. */
	private static final class Library {

		private final String jar;
		private final String path;
		private final long size;
		private final long time;

		private Library(final String jar, final String path, final long size, final long time) {
			this.jar = jar;
			this.path = path;
			this.size = size;
			this.time = time;
		}

		private Path place(final Path folder) {
			return folder.resolve(jar).resolve(path);
		}

		private boolean isUnpacked(final Path folder) {
			return isSameAs(place(folder));
		}

		/** NB: JavaCPP sets the time when all is unpacked, so a file that broke off has another one. */
		private boolean isSameAs(final Path file) {
			try {
				return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size && Files
					.getLastModifiedTime(file).toMillis() == time;
			}
			catch (final IOException exc) {
				return false;
			}
		}
	}
}
