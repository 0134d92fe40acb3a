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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The house that docs/architecture.md draws: which package may use which other
 * ones, and which know nothing of ImageJ. A use is an import or a qualified name;
 * comments and texts in quotation marks are none.
 */
final class ImportRule {

	private static final String ROOT = "net.neuralstyle";

	/** For every package of the house, those that it may use. */
	private static final Map<String, Set<String>> BELOW = new LinkedHashMap<>();
	/** Packages below the dashed line. */
	private static final Set<String> ENGINE = new TreeSet<>();
	/** Packages above it that run where there is no SciJava. */
	private static final Set<String> WITHOUT_SCIJAVA = Set.of(ROOT + ".picture", ROOT + ".batch");

	static {
		engine(".tensor");
		engine(".samples");
		engine(".recipe");
		engine(".image", ".tensor");
		engine(".weights", ".image");
		engine(".weights.download", ".weights");
		engine(".network", ".weights", ".recipe");
		engine(".optimize", ".tensor");
		engine(".network.nd4j", ".network");
		engine(".network.onednn", ".network");
		engine(".loss", ".network", ".optimize");
		engine("", ".loss", ".recipe", ".network.nd4j", ".network.onednn");
		engine(".sequence", "");
		engine(".feedforward", ".sequence");
		host(".picture", "");
		host(".batch", ".picture", ".samples", ".feedforward");
		host(".imagej.image", ".picture", ".feedforward");
		host(".imagej.input", ".imagej.image", ".samples");
		host(".imagej.dialog", ".imagej.input");
		host(".imagej.progress", ".imagej.image", ".weights.download");
		host(".imagej.stack", ".imagej.input", ".sequence");
		host(".imagej.batch", ".imagej.stack", ".imagej.progress", ".batch");
		host(".imagej.reproduce", ".imagej.input");
		host(".imagej.train", ".imagej.progress", ".feedforward");
		host(".imagej", ".imagej.dialog", ".imagej.stack", ".imagej.batch", ".imagej.reproduce",
			".imagej.train");
		host(".imagej.ij1", ".imagej");
		host(".commandline", ".imagej");
		host(".spark", ".commandline");
	}

	private static final Pattern NOT_CODE = Pattern.compile(
		"\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
	private static final Pattern PACKAGE = Pattern.compile("package (" + ROOT + "[a-z0-9.]*);");
	private static final Pattern OURS = Pattern.compile("(?<![\\w.])" + ROOT + "(?:\\.[a-z][a-z0-9]*)*(?![\\w])");
	private static final Pattern OF_IMAGEJ = Pattern.compile(
		"(?<![\\w.])(?:ij|net\\.imagej|org\\.scijava|picocli|java\\.awt|javax\\.swing|javax\\.imageio)\\.[\\w.*]+");

	private static final Pattern OF_SCIJAVA = Pattern.compile(
		"(?<![\\w.])(?:net\\.imagej|org\\.scijava|picocli)\\.[\\w.*]+");

	/** What one package has to itself. */
	private static final Pattern OF_SPARK = Pattern.compile(
		"(?<![\\w.])(?:org\\.apache\\.(?:spark|hadoop)|scala)\\.[\\w.*]+");
	private static final String SPARK = ROOT + ".spark";

	/** What the package that reads pictures of its own needs of Java's for that. */
	private static final Pattern OF_PICTURES = Pattern.compile("java\\.awt\\.image\\..+|javax\\.imageio\\..+");
	private static final String PICTURES = ROOT + ".samples";

	/** The code of all sources, by the paths of their files. */
	private final Map<String, String> sources = new TreeMap<>();

	/** Takes all Java files of a folder. */
	static ImportRule forFolder(final Path folder) throws IOException {
		final ImportRule rule = new ImportRule();
		try (Stream<Path> files = Files.walk(folder)) {
			files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
				try {
					rule.add(folder.relativize(file).toString(), Files.readString(file));
				}
				catch (final IOException exc) {
					throw new UncheckedIOException(exc);
				}
			});
		}
		return rule;
	}

	/** Adds a source file. */
	void add(final String file, final String text) {
		sources.put(file, withoutComments(text));
	}

	/** The packages that have sources. */
	Set<String> packages() {
		return sources.values().stream().map(ImportRule::packageOf).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Says of every use against the rule, in a line, which file it is in. */
	List<String> violations() {
		final List<String> violations = new ArrayList<>();
		sources.forEach((file, code) -> {
			final String user = packageOf(code);
			if (!BELOW.containsKey(user)) {
				violations.add(file + ": " + user + " has no place in the house");
				return;
			}
			for (final String used : packagesIn(code)) {
				if (!BELOW.get(user).contains(used)) violations.add(file + ": " + user + " must not use " + used);
			}
			if (ENGINE.contains(user)) OF_IMAGEJ.matcher(code).results().map(MatchResult::group).filter(use -> !user.equals(
				PICTURES) || !OF_PICTURES.matcher(use).matches()).forEach(use -> violations.add(file + ": " + user +
					" must not know of " + use));
			if (!user.equals(SPARK)) OF_SPARK.matcher(code).results().map(MatchResult::group).forEach(use -> violations.add(
				file + ": " + user + " must not know of " + use));
			if (WITHOUT_SCIJAVA.contains(user)) OF_SCIJAVA.matcher(code).results().map(MatchResult::group).forEach(
				use -> violations.add(file + ": " + user + " must not know of " + use));
		});
		return violations;
	}

	/** The packages that use themselves by way of others. */
	Set<String> circles() {
		final Map<String, Set<String>> uses = new TreeMap<>();
		sources.values().forEach(code -> uses.computeIfAbsent(packageOf(code), user -> new TreeSet<>()).addAll(packagesIn(
			code)));
		return uses.keySet().stream().filter(user -> reachable(user, uses).contains(user)).collect(Collectors.toCollection(
			TreeSet::new));
	}

	// -- Helper methods --

	private static void engine(final String name, final String... below) {
		ENGINE.add(ROOT + name);
		host(name, below);
	}

	/** NB: Only packages that are there already can be below, so that the house itself has no circle. */
	private static void host(final String name, final String... below) {
		final Set<String> all = new TreeSet<>();
		for (final String other : below) {
			all.add(ROOT + other);
			all.addAll(BELOW.get(ROOT + other));
		}
		BELOW.put(ROOT + name, all);
	}

	private static String withoutComments(final String text) {
		final String code = NOT_CODE.matcher(text).replaceAll(part -> part.group().startsWith("/") ? " " : "\"\"");
		// NB: A name may go on in the next line.
		return code.replaceAll("\\s*\\.\\s*", ".");
	}

	private static String packageOf(final String code) {
		final Matcher declaration = PACKAGE.matcher(code);
		return declaration.find() ? declaration.group(1) : "";
	}

	/** The other packages of ours that a source names. */
	private static Set<String> packagesIn(final String code) {
		final Set<String> packages = OURS.matcher(code).results().map(name -> name.group()).collect(Collectors.toCollection(
			TreeSet::new));
		packages.remove(packageOf(code));
		return packages;
	}

	private static Set<String> reachable(final String start, final Map<String, Set<String>> uses) {
		final Set<String> reachable = new TreeSet<>();
		final List<String> open = new ArrayList<>(uses.get(start));
		while (!open.isEmpty()) {
			final String next = open.remove(open.size() - 1);
			if (reachable.add(next)) open.addAll(uses.getOrDefault(next, Set.of()));
		}
		return reachable;
	}
}
