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

package net.neuralstyle.imagej.batch;

import ij.plugin.frame.Recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.PaintingWay;
import net.neuralstyle.batch.TransferWay;
import net.neuralstyle.imagej.input.MacroLine;
import net.neuralstyle.imagej.input.NameList;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.SettingValues;
import net.neuralstyle.recipe.Settings;

/** The line of a macro that makes the picture of a unit by itself. */
final class UnitMacro {

	private static final String SLICES = "slices";
	private static final Pattern SLICES_TEXT = Pattern.compile(" " + SLICES + "=(\\S+)");
	private static final String AS_CONTENT = "resulttype=" + MacroLine.value(RecipeInputs.AS_CONTENT);

	private UnitMacro() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the line, with all settings.
	 *
	 * @param content title of the content
	 * @param slices which frames of it, empty for what is on show
	 */
	static String of(final BatchUnit unit, final String content, final String slices) {
		final List<String> options = new ArrayList<>();
		add(options, "content", content);
		add(options, SLICES, slices);
		final boolean isPainting = unit.way() instanceof PaintingWay;
		if (isPainting) addAll(options, (PaintingWay) unit.way());
		else addAll(options, (TransferWay) unit.way());
		options.add(unit.isAsContent() ? AS_CONTENT : "resulttype=" + RecipeInputs.RGB);
		return "run(\"" + Recorder.fixString(isPainting ? MacroLine.STYLE_NETWORK : MacroLine.STYLE_TRANSFER) + "\", \"" +
			String.join(" ", options) + "\");";
	}

	/** Whether a line asks for a result of the content's own type; other commands' lines of this plugin, too. */
	static boolean isAsContent(final String line) {
		return line.contains(" " + AS_CONTENT);
	}

	/** Which frames a line asks for; empty for one picture. */
	static String slices(final String line) {
		final Matcher text = SLICES_TEXT.matcher(line);
		return text.find() ? text.group(1) : "";
	}

	// -- Helper methods --

	private static void addAll(final List<String> options, final TransferWay way) {
		add(options, "style", name(way.styles().get(0)));
		add(options, "morestyles", NameList.join(way.styles().stream().skip(1).map(UnitMacro::name).collect(Collectors
			.toList())));
		add(options, "styleblend", way.blend());
		final boolean isFile = !way.network().equals(RecipeInputs.COMPACT_NETWORK) && !way.network().equals(
			RecipeInputs.VGG16_NETWORK);
		add(options, isFile ? "weightsfile" : "network", name(way.network()));
		add(options, "startnetwork", name(way.startNetwork()));
		addAll(options, Settings.all(), way.recipe());
	}

	private static void addAll(final List<String> options, final PaintingWay way) {
		add(options, "network", name(way.network()));
		addAll(options, PaintingSettings.all(), way.recipe());
	}

	private static void addAll(final List<String> options, final List<Setting<?>> settings, final SettingValues values) {
		for (final Setting<?> setting : settings) {
			add(options, setting.key().toLowerCase(Locale.ROOT), values.text(setting));
		}
	}

	private static void add(final List<String> options, final String key, final String text) {
		if (!text.isBlank()) options.add(key + "=" + MacroLine.value(text));
	}

	/** NB: Without folders, as where somebody keeps his files is nobody else's business. */
	private static String name(final String address) {
		return address.substring(address.lastIndexOf('/') + 1);
	}
}
