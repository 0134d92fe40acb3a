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

import java.io.File;
import java.util.List;
import java.util.Set;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;
import org.scijava.widget.WidgetStyle;

/**
 * What an input of a command is to its user. Every host has a way to give each kind: a dialog, macros
 * ({@link InputText}), and options of a command line.
 */
public enum InputKind {

		/** A text that tells something and cannot be set. */
		MESSAGE,
		/** An {@link ImagePlus}. */
		IMAGE,
		/** Any number of images, in their order: an array. */
		IMAGES,
		/** A {@code boolean}. */
		FLAG,
		/** A text, one of those that the input lists. */
		CHOICE,
		/** A {@link File}, or the path of one as a text, with SciJava's styles for files. */
		PATH,
		/** A whole number ({@code int}, {@code long}), or any ({@code double}). */
		NUMBER,
		/** A text. */
		TEXT;

	/** Marks an image that can be done without: an attribute of the {@code @Parameter}. */
	public static final String OPTIONAL = "optional";

	/**
	 * Marks images that may be files and sample styles, too, and a choice of sample styles, as {@link NamedPictures} has
	 * them; a dialog shows small pictures of them. An attribute of the {@code @Parameter}.
	 */
	public static final String STYLES = "styles";

	/**
	 * Marks a path that may be the name of a network, too, as {@link NamedNetworks} has them; a dialog shows what it
	 * paints like. An attribute of the {@code @Parameter}.
	 */
	public static final String NETWORKS = "networks";

	/**
	 * Marks a choice that a {@link NamedNetworks} network's name is easily taken for; the attribute's value is the rest of
	 * a sentence that begins with that name and tells what to do. An attribute of the {@code @Parameter}.
	 */
	public static final String NO_NETWORKS = "noNetworks";

	/**
	 * Marks several images that go on where another input, whose name is the attribute's value, has its first one: a
	 * command line's option for that one may be repeated. An attribute of the {@code @Parameter}.
	 */
	public static final String MORE_OF = "moreOf";

	/** Marks an input that few users need, which is asked for behind a button: an attribute of the {@code @Parameter}. */
	public static final String ADVANCED = "advanced";

	/** Marks an image whose values count, whatever is shown of them: an attribute of the {@code @Parameter}. */
	public static final String VALUES = "values";

	/**
	 * Marks an input that comes before another one, whose name is the attribute's value; Java's way is that inputs of a
	 * class above come first. An attribute of the {@code @Parameter}.
	 */
	public static final String BEFORE = "before";

	/**
	 * Marks a text that may name several things, in the form of {@link NameList}: a command line's option may be repeated
	 * for them. An attribute of the {@code @Parameter}.
	 */
	public static final String LIST = "list";

	/**
	 * Marks a text that may be given in the place of another input, whose name is the attribute's value. An attribute of
	 * the {@code @Parameter}.
	 */
	public static final String INSTEAD_OF = "insteadOf";

	private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, Long.class, Double.class);

	/**
	 * Returns the kind of an input.
	 *
	 * @throws IllegalArgumentException if no host can carry its type
	 */
	public static InputKind of(final ModuleItem<?> input) {
		final Class<?> type = Types.box(input.getType());
		if (input.getVisibility() == ItemVisibility.MESSAGE) return MESSAGE;
		if (type == ImagePlus.class) return IMAGE;
		if (type == ImagePlus[].class) return IMAGES;
		if (type == Boolean.class) return FLAG;
		if (type == File.class) return PATH;
		if (NUMBERS.contains(type)) return NUMBER;
		if (type == String.class) {
			if (!InputText.choices(input).isEmpty()) return CHOICE;
			return isOfStyle(input, FileWidget.OPEN_STYLE) || isDirectory(input) || isToBeSaved(input) ? PATH : TEXT;
		}
		throw new IllegalArgumentException("The input " + input.getName() + " has a type that no host can carry, " + input
			.getType().getTypeName() + ": use an image, several images, boolean, String, File, int, long or double.");
	}

	/** Whether an input comes from SciJava and not from the user: services and the context. */
	public static boolean isInjected(final ModuleItem<?> input) {
		return Service.class.isAssignableFrom(input.getType()) || Context.class.isAssignableFrom(input.getType());
	}

	/** Whether an image can be done without. */
	public static boolean isOptional(final ModuleItem<?> input) {
		return input.is(OPTIONAL);
	}

	/** Whether an image may be a file or a sample style, too, or a choice is one of sample styles. */
	public static boolean isOfStyles(final ModuleItem<?> input) {
		return input.is(STYLES);
	}

	/** Whether a path may be the name of a network, too. */
	public static boolean isOfNetworks(final ModuleItem<?> input) {
		return input.is(NETWORKS);
	}

	/** Whether a text may name several things. */
	public static boolean isList(final ModuleItem<?> input) {
		return input.is(LIST);
	}

	/** Whether of an image the values count, and not what is shown. */
	public static boolean isOfValues(final ModuleItem<?> input) {
		return input.is(VALUES);
	}

	/** Whether inputs are one image that cannot be done without, and nothing else. */
	public static boolean isLoneImage(final List<ModuleItem<?>> inputs) {
		return inputs.size() == 1 && of(inputs.get(0)) == IMAGE && !isOptional(inputs.get(0));
	}

	/** Whether an input is one that few users need. */
	public static boolean isAdvanced(final ModuleItem<?> input) {
		return input.is(ADVANCED);
	}

	/** Whether a path is that of a folder. */
	public static boolean isDirectory(final ModuleItem<?> input) {
		return isOfStyle(input, FileWidget.DIRECTORY_STYLE);
	}

	/** Whether a path is that of a file to be written. */
	public static boolean isToBeSaved(final ModuleItem<?> input) {
		return isOfStyle(input, FileWidget.SAVE_STYLE);
	}

	private static boolean isOfStyle(final ModuleItem<?> input, final String style) {
		return WidgetStyle.isStyle(input, style);
	}
}
