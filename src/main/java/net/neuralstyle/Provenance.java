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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.recipe.JsonFormat;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Quoted;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/**
 * How a picture was made: the recipe and all else that decides what comes out. With
 * the same of each the picture can be made again. Immutable.
 */
public final class Provenance implements PictureOrigin {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;
	private final Recipe recipe;

	private Provenance(final Values values, final Recipe recipe) {
		this.values = values;
		this.recipe = recipe;
	}

	/**
	 * @param start null if none was given
	 * @param painter the network that has painted what it was started from; null if none has
	 * @param former what the picture goes on from; null if it begins anew
	 * @param stopped whether it was stopped before all evaluations were made
	 */
	static Provenance of(final Recipe recipe, final StyleTransferSetup setup, final Picture content,
		final List<Picture> styles, final Picture start, final Painter painter, final Picture former,
		final StyleTransferProgress last, final boolean stopped)
	{
		final Values values = new Values();
		// NB: Null where the classes are in no jar.
		final String version = Provenance.class.getPackage().getImplementationVersion();
		values.version = version == null ? "development" : version;
		values.network = setup.network();
		values.weights = setup.weightsChecksum();
		values.device = setup.device().toString();
		values.engine = setup.engine().toString();
		values.content = content;
		values.styles = List.copyOf(styles);
		values.start = start;
		values.startNetwork = painter;
		values.former = former;
		values.evaluations = last.evaluation();
		values.stopped = stopped;
		values.loss = last.bestLoss().total();
		values.seconds = last.elapsed().toMillis() / 1000.0;
		return new Provenance(values, recipe);
	}

	/**
	 * Reads what {@link #toJson()} writes.
	 *
	 * @throws IllegalArgumentException if it is not that, or was written by a newer
	 *           version; the message is one sentence for the user
	 */
	public static Provenance fromJson(final String json) {
		try {
			final Values values = GSON.fromJson(JsonFormat.read(GSON, json), Values.class);
			if (!isWhole(values)) {
				throw new IllegalArgumentException("It is not told how the picture was made: there is no recipe in " + Quoted.of(
					json) + ".");
			}
			values.styles = List.copyOf(values.styles);
			return new Provenance(values, Recipe.fromJson(values.recipe.toString()));
		}
		catch (final JsonParseException | NumberFormatException exc) {
			throw new IllegalArgumentException("How the picture was made cannot be read: it must be a JSON object.", exc);
		}
	}

	@Override
	public String toString() {
		return toJson();
	}

	/** Returns everything as one line of JSON. */
	public String toJson() {
		return GSON.toJson(json());
	}

	/** Returns the same as JSON in many lines, for people. */
	public String toPrettyJson() {
		return GSON.newBuilder().setPrettyPrinting().create().toJson(json());
	}

	public Recipe recipe() {
		return recipe;
	}

	/** The recipe that makes the same pixels: as {@link #recipe()}, in the arithmetic that the network was computed in. */
	public Recipe recipeAsComputed() {
		return recipe.toBuilder().set(Settings.PRECISION, precision()).build();
	}

	/** Version of this software. */
	public String version() {
		return Objects.requireNonNullElse(values.version, "");
	}

	/** What a user would call the network. */
	public String network() {
		return Objects.requireNonNullElse(values.network, "");
	}

	/** SHA-256 of the file with the network's weights, in hexadecimal digits. */
	public String weightsChecksum() {
		return Objects.requireNonNullElse(values.weights, "");
	}

	/** What it was computed on. */
	public String device() {
		return Objects.requireNonNullElse(values.device, "");
	}

	/** What computed the network there, and in which arithmetic; empty if it was made before that was told. */
	public String engine() {
		return Objects.requireNonNullElse(values.engine, "");
	}

	/** The arithmetic that the network was computed in, whatever the recipe asks for; not automatic. */
	public Precision precision() {
		// NB: Before it was told there was no other than float32.
		return engine().endsWith(", " + Settings.PRECISION.text(Precision.BFLOAT16)) ? Precision.BFLOAT16
			: Precision.FLOAT32;
	}

	@Override
	public Picture content() {
		return values.content;
	}

	public List<Picture> styles() {
		return values.styles;
	}

	/** The picture that it was started from, if one was given. */
	public Optional<Picture> start() {
		return Optional.ofNullable(values.start);
	}

	/** The network that has painted what it was started from, if one has. */
	public Optional<Painter> startNetwork() {
		return Optional.ofNullable(values.startNetwork);
	}

	/**
	 * What the picture goes on from: the former frame's name, and the checksum of what that was computed as. Such a
	 * picture can be made again with all frames before it alone.
	 */
	public Optional<Picture> former() {
		return Optional.ofNullable(values.former);
	}

	/** Evaluations of the loss that were made. */
	public int evaluations() {
		return values.evaluations;
	}

	/** Whether it was stopped before all evaluations were made. */
	@Override
	public boolean isStopped() {
		return values.stopped;
	}

	/** The picture's loss. */
	@Override
	public double loss() {
		return values.loss;
	}

	/** How long it took. */
	public double seconds() {
		return values.seconds;
	}

	// -- Helper methods --

	private static boolean isWhole(final Values values) {
		return values.recipe != null && isPicture(values.content) && (values.start == null || isPicture(values.start)) &&
			(values.former == null || isPicture(values.former)) &&
			values.styles != null && !values.styles.isEmpty() && values.styles.stream().allMatch(style -> isPicture(style) &&
				style.share > 0 && style.share < Double.POSITIVE_INFINITY);
	}

	private static boolean isPicture(final Picture picture) {
		return picture != null && (picture.regions == null || picture.regions.stream().allMatch(Objects::nonNull));
	}

	private JsonObject json() {
		values.recipe = JsonParser.parseString(recipe.toJson());
		final JsonObject object = JsonFormat.newObject();
		GSON.toJsonTree(values).getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
		return object;
	}

	/** One of the pictures that went in. Immutable. */
	public static final class Picture {

		private final String name;
		private final String sha256;
		private final double share;
		/** Null if all of it took part. */
		private final List<String> regions;

		/**
		 * @param name as {@link #name()}
		 * @param sha256 as {@link #checksum()}
		 * @param share as {@link #share()}
		 * @param regions as {@link #regions()}
		 */
		public Picture(final String name, final String sha256, final double share, final List<String> regions) {
			this.name = name;
			this.sha256 = sha256;
			this.share = share;
			this.regions = regions.isEmpty() ? null : List.copyOf(regions);
		}

		/** What people call it; may be empty. */
		public String name() {
			return Objects.requireNonNullElse(name, "");
		}

		/** SHA-256 of its size and pixels, see {@link net.neuralstyle.image.VggImage#checksum()}. */
		public String checksum() {
			return Objects.requireNonNullElse(sha256, "");
		}

		/** Its share in a blend of styles; 1 for a content. */
		public double share() {
			return share;
		}

		/** Whether the same parts of the same picture take part, whatever it is called and what its share is. */
		public boolean isSame(final Picture other) {
			return checksum().equals(other.checksum()) && regions().equals(other.regions());
		}

		/** Whether each of some pictures {@link #isSame} as the one at its place among others. */
		public static boolean areSame(final List<Picture> styles, final List<Picture> others) {
			return styles.size() == others.size() && IntStream.range(0, styles.size()).allMatch(i -> styles.get(i).isSame(others
				.get(i)));
		}

		/** Whether as many styles have the same shares of the whole, in this order. */
		public static boolean haveSameShares(final List<Picture> styles, final List<Picture> others) {
			return shares(styles).equals(shares(others));
		}

		private static List<Double> shares(final List<Picture> styles) {
			final double sum = styles.stream().mapToDouble(Picture::share).sum();
			return styles.stream().map(style -> style.share() / sum).collect(Collectors.toList());
		}

		/**
		 * SHA-256 of which parts took part, without their soft edge, see
		 * {@link net.neuralstyle.image.WeightMap#checksum()}: of a style one, of a content one for
		 * all styles or one for each; empty if all of it did.
		 */
		public List<String> regions() {
			return regions == null ? List.of() : List.copyOf(regions);
		}
	}

	/** A network that has painted what a picture was started from. Immutable. */
	public static final class Painter {

		private final String name;
		private final String sha256;

		/**
		 * @param name as {@link #name()}
		 * @param sha256 as {@link #checksum()}
		 */
		public Painter(final String name, final String sha256) {
			this.name = name;
			this.sha256 = sha256;
		}

		/** What people call it; may be empty. */
		public String name() {
			return Objects.requireNonNullElse(name, "");
		}

		/** SHA-256 of what it consists of and its numbers, which decide what it paints, in hexadecimal digits. */
		public String checksum() {
			return Objects.requireNonNullElse(sha256, "");
		}
	}

	/** As in JSON. */
	private static final class Values {

		private String version;
		private String network;
		private String weights;
		private String device;
		private String engine;
		private JsonElement recipe;
		private Picture content;
		private List<Picture> styles;
		private Picture start;
		private Painter startNetwork;
		private Picture former;
		private int evaluations;
		private boolean stopped;
		private double loss;
		private double seconds;
	}
}
