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

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.feedforward.BundledNetworks;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.Quoted;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.samples.SampleStyle;
import net.neuralstyle.sequence.FrameNumbers;

/**
 * The units of a batch, in an order that is the same at any time and on any machine: style by style, or network by
 * network, so that each is read once, and the contents of each in the order in which they are named, those of a folder
 * by their names. No two units write one file, and none writes a file that is read. Immutable.
 */
public final class BatchPlan {

	private final List<BatchUnit> units;

	private BatchPlan(final List<BatchUnit> units) {
		this.units = List.copyOf(units);
	}

	/** Starts a plan whose files are found by these. */
	public static Builder builder(final BatchFiles files) {
		return new Builder(files);
	}

	/** All units, at least one. */
	public List<BatchUnit> units() {
		return units;
	}

	/** The folders into which units of a list write, each once. */
	public static List<String> folders(final List<BatchUnit> units) {
		return units.stream().map(unit -> Builder.folder(unit.output())).distinct().collect(Collectors.toList());
	}

	/** The units of a part, in their order; there may be none. */
	public List<BatchUnit> units(final BatchPart part) {
		return part.of(units);
	}

	/** Collects what is wanted. */
	public static final class Builder {

		private final BatchFiles files;
		/** With the subfolder of its results, empty for none; those that are named twice are twice in here. */
		private final List<Map.Entry<String, String>> found = new ArrayList<>();
		private final List<String> styles = new ArrayList<>();
		private final List<String> networks = new ArrayList<>();
		private boolean each;
		private String blend = "";
		private String folder;
		private String name;
		private FrameNumbers slices;
		private Recipe recipe;
		private String weights;
		private String startNetwork = "";
		private PaintingRecipe painting;
		private boolean asContent;

		private Builder(final BatchFiles files) {
			this.files = files;
		}

		/**
		 * Sets what is to be redrawn.
		 *
		 * @param texts as {@link BatchFiles#find} takes them
		 * @param frames which of each; of frames a content may be a folder, too, if a list has it
		 * @param deep whether subfolders of folders are meant, too, but not those of the output; their results go into
		 *          folders of the same names
		 */
		public Builder contents(final List<String> texts, final FrameNumbers frames, final boolean deep)
			throws IOException
		{
			slices = frames;
			for (final String text : texts) {
				// NB: What has wildcards is a path on some systems only.
				final String root = deep && !FileNames.hasWildcard(text) ? files.address(text) + "/" : "";
				files.find(text, frames.areOfFrames() ? FileKind.FRAMES : FileKind.PICTURES, deep).forEach(
					content -> found.add(Map.entry(content, !root.isEmpty() && content.startsWith(root) ? folder(content.substring(
						root.length())) : "")));
			}
			return this;
		}

		/**
		 * Adds styles, as {@link BatchFiles#find} takes them, or by the names of sample styles.
		 *
		 * @throws StyleTransferException if there is none
		 */
		public Builder styles(final List<String> texts) throws IOException {
			for (final String text : texts) {
				if (!files.exists(text) && SampleStyle.find(text).isPresent()) {
					styles.add(SampleStyle.byName(text).styleName());
					continue;
				}
				final List<String> found = files.find(text);
				for (final String address : found) {
					if (!files.exists(address)) {
						throw new StyleTransferException("There is no style " + address +
							": check its path, or use a bundled style, " + String.join(", ", SampleStyle.names()) + ".");
					}
				}
				styles.addAll(found);
			}
			return this;
		}

		/**
		 * Adds networks that paint, as {@link BatchFiles#find} takes their files, or by the names of those that come with the
		 * plugin. Each content is painted by each of them by itself.
		 *
		 * @throws StyleTransferException if there is none
		 */
		public Builder networks(final List<String> texts) throws IOException {
			for (final String text : texts) {
				final Optional<String> bundled = BundledNetworks.names().stream().filter(text::equalsIgnoreCase).findFirst();
				if (!files.exists(text) && bundled.isPresent()) {
					networks.add(bundled.get());
					continue;
				}
				final List<String> found = files.find(text, FileKind.NETWORKS, false);
				for (final String address : found) {
					if (!files.exists(address)) {
						throw new StyleTransferException("There is no style network " + address + ": check its path" + (BundledNetworks
							.names().isEmpty() ? "." : ", or use a bundled one, " + String.join(", ", BundledNetworks.names()) + "."));
					}
				}
				networks.addAll(found);
			}
			return this;
		}

		/** Each content is redrawn in each style by itself; else all styles are blended. */
		public Builder each(final boolean isEach) {
			each = isEach;
			return this;
		}

		/** @param shares of the styles that are blended, as people write them; empty for the same share of each */
		public Builder blend(final String shares) {
			blend = shares;
			return this;
		}

		/**
		 * Sets where results go.
		 *
		 * @param address of a folder, which need not be there
		 * @param pattern of their names
		 */
		public Builder into(final String address, final String pattern) {
			folder = address;
			name = pattern;
			return this;
		}

		/**
		 * Sets the network whose result style transfers are started from, if their recipe says so.
		 *
		 * @param text as {@link TransferWay#startNetwork()}
		 */
		public Builder startNetwork(final String text) {
			startNetwork = text;
			return this;
		}

		/**
		 * Sets how style transfers make pictures.
		 *
		 * @param weightsReference what tells the network's weights
		 * @param isAsContent whether a grey content gives a picture of its own type
		 */
		public Builder recipe(final Recipe followed, final String weightsReference, final boolean isAsContent) {
			recipe = followed;
			weights = weightsReference;
			asContent = isAsContent;
			return this;
		}

		/**
		 * Sets how networks paint pictures.
		 *
		 * @param isAsContent whether a grey content gives a picture of its own type
		 */
		public Builder painting(final PaintingRecipe followed, final boolean isAsContent) {
			painting = followed;
			asContent = isAsContent;
			return this;
		}

		/** How many units the plan would have; nothing else is looked at. */
		public int count() {
			return contents().size() * (networks.isEmpty() ? uses().size() : networks.size());
		}

		/**
		 * Makes the plan.
		 *
		 * @throws StyleTransferException if nothing is to be made, no file can be called so, two units would write one file,
		 *           or one would write what is read; the message is one sentence for the user
		 */
		public BatchPlan build() {
			final List<Map.Entry<String, String>> contents = contents();
			if (contents.isEmpty()) {
				throw new WrongSettingException("There are no pictures to redraw: give a folder, files, or a list of them.");
			}
			if (!styles.isEmpty() && !networks.isEmpty()) {
				throw new WrongSettingException("There are styles and style networks: give the ones or the others.");
			}
			if (styles.isEmpty() && networks.isEmpty()) {
				throw new WrongSettingException("There is no style: give a file or folder, or a bundled style, " + String.join(", ",
					SampleStyle.names()) + ".");
			}
			if (!networks.isEmpty() && !blend.isBlank()) {
				throw new WrongSettingException("There are shares to blend styles, but each style network paints by itself: " +
					"leave the shares out.");
			}
			if (each && !blend.isBlank()) {
				throw new WrongSettingException("There are shares to blend styles, but each style is used by itself: leave the " +
					"shares out, or blend the styles.");
			}
			final NamePattern pattern = new NamePattern(name, slices);
			final List<BatchUnit> units = new ArrayList<>();
			for (final UnitWay way : ways()) {
				final List<String> names = way.styles().stream().map(Builder::name).collect(Collectors.toList());
				for (final Map.Entry<String, String> content : contents) {
					final String place = content.getValue().isEmpty() ? folder : files.inFolder(folder, content.getValue());
					units.add(new BatchUnit(content.getKey(), slices.areOfFrames() ? slices.toString() : "", way, files.inFolder(
						place, pattern.name(name(content.getKey()), names)), asContent));
				}
			}
			checkOutputs(units, contents.stream().map(Map.Entry::getKey).collect(Collectors.toList()), pattern);
			return new BatchPlan(units);
		}

		// -- Helper methods --

		/** What is redrawn: of subfolders nothing that lies in the output folder, as that is of an earlier batch. */
		private List<Map.Entry<String, String>> contents() {
			final String place = files.identity(folder) + "/";
			return found.stream().filter(content -> content.getValue().isEmpty() || !files.identity(content.getKey()).startsWith(
				place)).collect(Collectors.toList());
		}

		private List<UnitWay> ways() {
			if (!networks.isEmpty()) return networks.stream().map(network -> new PaintingWay(network, painting)).collect(
				Collectors.toList());
			return uses().stream().map(used -> new TransferWay(used, blend, recipe, weights).startingWith(startNetwork)).collect(
				Collectors.toList());
		}

		/** The styles that are used together. */
		private List<List<String>> uses() {
			if (styles.isEmpty()) return List.of();
			return each ? styles.stream().map(List::of).collect(Collectors.toList()) : List.of(styles);
		}

		private void checkOutputs(final List<BatchUnit> units, final List<String> contents, final NamePattern pattern) {
			final Map<String, String> inputs = new HashMap<>();
			contents.forEach(input -> inputs.put(files.identity(input), input));
			styles.stream().filter(style -> SampleStyle.find(style).isEmpty()).forEach(input -> inputs.put(files.identity(input),
				input));
			networks.stream().filter(files::exists).forEach(input -> inputs.put(files.identity(input), input));
			final Map<String, BatchUnit> outputs = new LinkedHashMap<>();
			for (final BatchUnit unit : units) {
				final String output = files.identity(unit.output());
				final BatchUnit other = outputs.put(output, unit);
				if (other != null) throw twice(unit, other, pattern);
				if (inputs.containsKey(output)) {
					throw new StyleTransferException("The output " + unit.output() +
						" would replace a picture that is read: choose another output folder or other names.");
				}
			}
			final String place = files.identity(folder);
			for (final String content : contents) {
				final boolean isInside = files.identity(content.substring(0, content.lastIndexOf('/') + 1)).equals(place);
				final boolean isPlace = slices.areOfFrames() && files.identity(content).equals(place);
				if (!isInside && !isPlace) continue;
				throw new StyleTransferException("The picture " + content + (isInside ? " lies in" : " is") +
					" the output folder: choose another one, as the next batch would take the results for pictures to redraw.");
			}
		}

		private StyleTransferException twice(final BatchUnit unit, final BatchUnit other, final NamePattern pattern) {
			final String where = "would both be written to " + unit.output() + ": ";
			final String noun = unit.way().noun();
			final List<String> styles = unit.way().styles();
			final List<String> otherStyles = other.way().styles();
			if (unit.content().equals(other.content()) && styles.equals(otherStyles)) {
				return new StyleTransferException("The picture " + unit.content() + " is named twice: name each picture and each " +
					noun + " once.");
			}
			if (!styles.equals(otherStyles) && !pattern.has(NamePattern.STYLE)) {
				return new WrongSettingException("The results of two " + noun + "s " + where + "put " + NamePattern.STYLE +
					" into the name " + Quoted.of(pattern.toString()) + ".");
			}
			if (!unit.content().equals(other.content()) && !pattern.has(NamePattern.CONTENT)) {
				return new WrongSettingException("The results of two pictures " + where + "put " + NamePattern.CONTENT +
					" into the name " + Quoted.of(pattern.toString()) + ".");
			}
			if (unit.content().equals(other.content())) {
				return new StyleTransferException("The results of the " + noun + "s " + otherStyles.get(0) + " and " + styles.get(
					0) + " " + where + "rename one of them.");
			}
			return new StyleTransferException("The results of " + other.content() + " and " + unit.content() + " " + where +
				"rename one of them, or put " + NamePattern.EXTENSION + " into the name.");
		}

		private static String name(final String address) {
			return address.substring(address.lastIndexOf('/') + 1);
		}

		private static String folder(final String address) {
			return address.substring(0, Math.max(0, address.lastIndexOf('/')));
		}
	}
}
