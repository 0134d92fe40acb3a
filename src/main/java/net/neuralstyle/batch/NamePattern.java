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

package net.neuralstyle.batch;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.neuralstyle.WrongSettingException;
import net.neuralstyle.picture.PictureWriter;
import net.neuralstyle.recipe.Quoted;
import net.neuralstyle.sequence.FrameNumbers;

/**
 * How the files of results are called: a name in which words in braces stand for what belongs to a picture. Immutable.
 */
final class NamePattern {

	/** The content's name without its ending. */
	static final String CONTENT = "{content}";
	/** The styles' names without their endings, with plus signs between them, or the network's. */
	static final String STYLE = "{style}";
	/** The content's ending. */
	static final String EXTENSION = "{extension}";

	/** What file systems of one kind or another do not take. */
	private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");
	private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}|[{}]");
	private static final Pattern ENDING = Pattern.compile("(?s)(.+)\\.([A-Za-z0-9]{1,5})");
	/** Most bytes that file systems take. */
	private static final int LONGEST = 255;

	private final String text;

	/**
	 * @param slices which frames of each content are redrawn
	 * @throws WrongSettingException if no file can be called so, or its ending is that of no file for what is made
	 */
	NamePattern(final String text, final FrameNumbers slices) {
		this.text = text.trim();
		final Matcher forbidden = FORBIDDEN.matcher(text);
		if (forbidden.find()) {
			throw new WrongSettingException("The name " + Quoted.of(text) + " has " + Quoted.of(forbidden.group()) +
				", which a file's name cannot have: leave it out, and give the folder as the output.");
		}
		BRACES.matcher(text).results().map(word -> word.group()).filter(word -> !List.of(CONTENT, STYLE, EXTENSION).contains(
			word)).findFirst().ifPresent(word -> {
				throw new WrongSettingException("The name " + Quoted.of(text) + " has " + word +
					", which stands for nothing: use " + CONTENT + ", " + STYLE + " and " + EXTENSION + ".");
			});
		if (slices.areOfFrames()) checkEnding(slices);
		else PictureWriter.checkName(Paths.get(text));
	}

	/** Whether a word in braces is in it. */
	boolean has(final String word) {
		return text.contains(word);
	}

	/**
	 * Returns the name of a file.
	 *
	 * @param content name of the content's file
	 * @param styles names of files, of sample styles or of networks
	 * @throws WrongSettingException if it is longer than file systems take
	 */
	String name(final String content, final List<String> styles) {
		final String name = text.replace(EXTENSION, extension(content)).replace(STYLE, styles.stream().map(NamePattern::stem)
			.collect(Collectors.joining("+"))).replace(CONTENT, stem(content));
		if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST || !isName(name)) {
			throw new WrongSettingException("The name " + Quoted.of(name) + " cannot be that of a file (it has " + name
				.length() + " characters): make the name pattern shorter, for instance without " + STYLE + ".");
		}
		return name;
	}

	// -- Helper methods --

	/** Without an ending it is a folder's name. */
	private void checkEnding(final FrameNumbers slices) {
		final Path name = Paths.get(text);
		final boolean isFolder = !text.isEmpty() && !BRACES.matcher(text).replaceAll("").contains(".");
		if (isFolder || PictureWriter.isOfStacks(name)) return;
		if (!PictureWriter.isPicture(name)) {
			throw new WrongSettingException("The name " + Quoted.of(text) + " must end in .tif or .avi, or have no ending for " +
				"a folder of frames.");
		}
		if (slices.mayBeSeveral()) {
			throw new WrongSettingException("The name " + Quoted.of(text) + " has room for one picture, and the slices are " +
				slices + ": end it in .tif or .avi, or leave the ending out for a folder of frames.");
		}
	}

	private static boolean isName(final String name) {
		try {
			return !name.isEmpty() && Paths.get(name).getNameCount() == 1;
		}
		catch (final InvalidPathException exc) {
			return false;
		}
	}

	private static String stem(final String file) {
		final Matcher parts = ENDING.matcher(file);
		return parts.matches() ? parts.group(1) : file;
	}

	private static String extension(final String file) {
		final Matcher parts = ENDING.matcher(file);
		return parts.matches() ? parts.group(2) : "";
	}

	@Override
	public String toString() {
		return text;
	}
}
