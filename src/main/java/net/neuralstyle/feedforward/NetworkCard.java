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

package net.neuralstyle.feedforward;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import net.neuralstyle.Provenance.Picture;
import net.neuralstyle.recipe.JsonFormat;
import net.neuralstyle.recipe.Recipe;

/**
 * What a network tells of itself: what it is called, how it was trained, by whom, and what may be done with it. Of a
 * network that somebody else has trained less may be known. Immutable.
 */
public final class NetworkCard {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;

	private NetworkCard(final Values values) {
		this.values = values;
	}

	/**
	 * Starts with a name and nothing else.
	 *
	 * @param name what people call the network, not blank
	 */
	public static Builder builder(final String name) {
		return new Builder(new Values()).name(name);
	}

	/** Starts with all that this tells. */
	public Builder toBuilder() {
		return new Builder(values.copy());
	}

	/**
	 * Reads what {@link #toJson()} writes.
	 *
	 * @throws IllegalArgumentException if it is not that, or was written by a newer version; the message is one sentence
	 *           for the user
	 */
	public static NetworkCard fromJson(final String json) {
		try {
			final Values values = GSON.fromJson(JsonFormat.read(GSON, json), Values.class);
			if (!isWhole(values)) throw new JsonParseException("no name, or a number that cannot be");
			values.styles = values.styles == null ? List.of() : List.copyOf(values.styles);
			return new NetworkCard(values);
		}
		catch (final JsonParseException | NumberFormatException | DateTimeException |
			NullPointerException exc)
		{
			throw new IllegalArgumentException(
				"What the network tells of itself cannot be read: it must be a JSON object with a name.", exc);
		}
	}

	/** Returns everything as one line of JSON. */
	public String toJson() {
		return GSON.toJson(json());
	}

	/** Returns the same as JSON in many lines, for people. */
	public String toPrettyJson() {
		return GSON.newBuilder().setPrettyPrinting().create().toJson(json());
	}

	/** What people call the network. */
	public String name() {
		return values.name;
	}

	/** The styles it paints in, with their shares; none if that is not known. */
	public List<Picture> styles() {
		return List.copyOf(values.styles);
	}

	/** Whether it was trained for just these styles: the same parts of the same pictures, with the same shares. */
	public boolean isOf(final List<Picture> styles) {
		return Picture.areSame(styles(), styles) && Picture.haveSameShares(styles(), styles);
	}

	/**
	 * The recipe of the objective that it was trained with, if that is known.
	 *
	 * @throws IllegalArgumentException if a newer version wrote it, which had other settings; the message is one sentence
	 *           for the user
	 */
	public Optional<Recipe> recipe() {
		return Optional.ofNullable(values.recipe).map(recipe -> Recipe.fromJson(recipe.toString()));
	}

	/** What else was set for the training, as a JSON object, if that is known. */
	public Optional<String> training() {
		return Optional.ofNullable(values.training).map(JsonElement::toString);
	}

	/** How many steps it was trained for; 0 if that is not known. */
	public int steps() {
		return values.steps;
	}

	/** How many pictures it saw at each step; 0 if that is not known. */
	public int picturesPerStep() {
		return values.picturesPerStep;
	}

	/** The longer side of these pictures, in pixels; 0 if that is not known. */
	public int pictureSize() {
		return values.pictureSize;
	}

	/** What the folder of photographs is called, without where it is; empty if that is not known. */
	public String photographs() {
		return Objects.requireNonNullElse(values.photographs, "");
	}

	/** How many photographs there were; 0 if that is not known. */
	public int photographCount() {
		return values.photographCount;
	}

	/** What a user would call the network that judged the pictures; empty if that is not known. */
	public String lossNetwork() {
		return Objects.requireNonNullElse(values.lossNetwork, "");
	}

	/** SHA-256 of the file with that network's weights, in hexadecimal digits; empty if that is not known. */
	public String lossNetworkChecksum() {
		return Objects.requireNonNullElse(values.lossNetworkChecksum, "");
	}

	/** What the network is called whose numbers the training began with; empty if it began with random ones. */
	public String beganWith() {
		return Objects.requireNonNullElse(values.beganWith, "");
	}

	/** The {@link StyleNetwork#checksum()} of that network; empty if there is none. */
	public String beganWithChecksum() {
		return Objects.requireNonNullElse(values.beganWithChecksum, "");
	}

	/** The running mean of the loss at the end, if that is known. */
	public OptionalDouble loss() {
		return values.loss == null ? OptionalDouble.empty() : OptionalDouble.of(values.loss);
	}

	/** The version of this software that trained it; empty if another one did. */
	public String version() {
		return Objects.requireNonNullElse(values.version, "");
	}

	/** When it was trained, to the second, if that is known. */
	public Optional<Instant> date() {
		return Optional.ofNullable(values.date).map(Instant::parse);
	}

	/** What may be done with it: a licence's SPDX identifier or its text; empty if that is not known. */
	public String licence() {
		return Objects.requireNonNullElse(values.licence, "");
	}

	/** Who trained it; empty if that is not told. */
	public String author() {
		return Objects.requireNonNullElse(values.author, "");
	}

	/** The file of another kind from which it was imported, without its folder; empty if it was not. */
	public String importedFrom() {
		return Objects.requireNonNullElse(values.importedFrom, "");
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof NetworkCard && toJson().equals(((NetworkCard) other).toJson());
	}

	@Override
	public int hashCode() {
		return toJson().hashCode();
	}

	@Override
	public String toString() {
		return toJson();
	}

	// -- Helper methods --

	private JsonObject json() {
		final JsonObject object = JsonFormat.newObject();
		GSON.toJsonTree(values).getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
		return object;
	}

	private static boolean isWhole(final Values values) {
		if (values == null || values.name == null || values.name.isBlank()) return false;
		if (values.date != null) Instant.parse(values.date);
		return values.steps >= 0 && values.picturesPerStep >= 0 &&
			values.pictureSize >= 0 && values.photographCount >= 0 && (values.loss == null || Double.isFinite(values.loss)) &&
			(values.recipe == null || values.recipe.isJsonObject()) && (values.training == null || values.training
				.isJsonObject()) && (values.styles == null || values.styles.stream().allMatch(style -> style
					.share() > 0 && style.share() < Double.POSITIVE_INFINITY && style.regions() != null));
	}

	/** Collects what a network tells; every method returns the builder. What is not given is not known. */
	public static final class Builder {

		private final Values values;

		private Builder(final Values values) {
			this.values = values;
		}

		/** @param name see {@link NetworkCard#name} */
		public Builder name(final String name) {
			if (name.isBlank()) throw new IllegalArgumentException("A network has no name: give it one.");
			values.name = name;
			return this;
		}

		/** @param styles see {@link NetworkCard#styles} */
		public Builder styles(final List<Picture> styles) {
			values.styles = List.copyOf(styles);
			return this;
		}

		/** @param recipe see {@link NetworkCard#recipe} */
		public Builder recipe(final Recipe recipe) {
			values.recipe = JsonParser.parseString(recipe.toJson());
			return this;
		}

		/** @param json see {@link NetworkCard#training}; a JSON object */
		public Builder training(final String json) {
			values.training = JsonParser.parseString(json).getAsJsonObject();
			return this;
		}

		/**
		 * @param steps see {@link NetworkCard#steps}
		 * @param picturesPerStep see {@link NetworkCard#picturesPerStep}
		 * @param pictureSize see {@link NetworkCard#pictureSize}
		 */
		public Builder steps(final int steps, final int picturesPerStep, final int pictureSize) {
			values.steps = steps;
			values.picturesPerStep = picturesPerStep;
			values.pictureSize = pictureSize;
			return this;
		}

		/**
		 * @param folder see {@link NetworkCard#photographs}
		 * @param count see {@link NetworkCard#photographCount}
		 */
		public Builder photographs(final String folder, final int count) {
			values.photographs = folder;
			values.photographCount = count;
			return this;
		}

		/**
		 * @param name see {@link NetworkCard#lossNetwork}
		 * @param checksum see {@link NetworkCard#lossNetworkChecksum}
		 */
		public Builder lossNetwork(final String name, final String checksum) {
			values.lossNetwork = name;
			values.lossNetworkChecksum = checksum;
			return this;
		}

		/**
		 * @param name see {@link NetworkCard#beganWith}
		 * @param checksum see {@link NetworkCard#beganWithChecksum}
		 */
		public Builder beganWith(final String name, final String checksum) {
			values.beganWith = name;
			values.beganWithChecksum = checksum;
			return this;
		}

		/** @param loss see {@link NetworkCard#loss}; finite */
		public Builder loss(final double loss) {
			values.loss = loss;
			return this;
		}

		/** @param version see {@link NetworkCard#version} */
		public Builder version(final String version) {
			values.version = version;
			return this;
		}

		/** @param date see {@link NetworkCard#date} */
		public Builder date(final Instant date) {
			values.date = date.truncatedTo(ChronoUnit.SECONDS).toString();
			return this;
		}

		/** @param licence see {@link NetworkCard#licence} */
		public Builder licence(final String licence) {
			values.licence = licence;
			return this;
		}

		/** @param author see {@link NetworkCard#author} */
		public Builder author(final String author) {
			values.author = author;
			return this;
		}

		/** @param file see {@link NetworkCard#importedFrom} */
		public Builder importedFrom(final String file) {
			values.importedFrom = file;
			return this;
		}

		/**
		 * Makes the card.
		 *
		 * @throws IllegalArgumentException if a number is negative, or a loss or a share is not one that can be
		 */
		public NetworkCard build() {
			if (!isWhole(values)) throw new IllegalArgumentException("A network's card has numbers that cannot be.");
			return new NetworkCard(values.copy());
		}
	}

	/** As in JSON. */
	private static final class Values {

		private String name;
		private List<Picture> styles = List.of();
		private JsonElement recipe;
		private JsonElement training;
		private int steps;
		private int picturesPerStep;
		private int pictureSize;
		private String photographs;
		private int photographCount;
		private String lossNetwork;
		private String lossNetworkChecksum;
		private String beganWith;
		private String beganWithChecksum;
		private Double loss;
		private String version;
		private String date;
		private String licence;
		private String author;
		private String importedFrom;

		private Values copy() {
			final Values copy = GSON.fromJson(GSON.toJsonTree(this), Values.class);
			copy.styles = List.copyOf(copy.styles);
			return copy;
		}
	}
}
