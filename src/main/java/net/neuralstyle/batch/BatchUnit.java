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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.util.List;
import java.util.Objects;

import net.neuralstyle.recipe.JsonFormat;
import net.neuralstyle.recipe.Recipe;

/**
 * One picture that is to be made, or frames that belong together, told by texts alone, so that another machine can make
 * it: addresses, which frames, the recipe, and what the network's weights are called. Immutable.
 */
public final class BatchUnit {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;
	private final Recipe recipe;

	/**
	 * @param content address of the picture that is redrawn, or of what has the frames: a file or a folder
	 * @param slices which frames of it, as people write it; empty for one picture
	 * @param styles addresses of pictures, or names of sample styles; at least one, several are blended
	 * @param blend the styles' shares, as people write them; empty for the same share of each
	 * @param output address of the picture, stack or movie that is made; its ending chooses the format, and without one it
	 *          is a folder of frames
	 * @param weights what tells the network's weights, for a {@link WeightsFinder}
	 * @param asContent whether a grey content gives a picture of its own type
	 */
	BatchUnit(final String content, final String slices, final List<String> styles, final String blend,
		final String output, final Recipe recipe, final String weights, final boolean asContent)
	{
		values = new Values();
		values.content = content;
		values.slices = slices;
		values.styles = List.copyOf(styles);
		values.blend = blend;
		values.output = output;
		values.weights = weights;
		values.asContent = asContent;
		this.recipe = recipe;
	}

	private BatchUnit(final Values values, final Recipe recipe) {
		this.values = values;
		this.recipe = recipe;
	}

	/**
	 * Reads what {@link #toJson()} writes.
	 *
	 * @throws IllegalArgumentException if it is not that, or was written by a newer version
	 */
	public static BatchUnit fromJson(final String json) {
		try {
			final Values values = GSON.fromJson(JsonFormat.read(GSON, json), Values.class);
			if (values.recipe == null || values.content == null || values.styles == null || values.output == null) {
				throw new IllegalArgumentException("No unit of a batch: " + json);
			}
			values.styles = List.copyOf(values.styles);
			return new BatchUnit(values, Recipe.fromJson(values.recipe.toString()));
		}
		catch (final JsonParseException exc) {
			throw new IllegalArgumentException("No unit of a batch: " + json, exc);
		}
	}

	/** Returns everything as one line of JSON. */
	public String toJson() {
		final JsonObject object = JsonFormat.newObject();
		GSON.toJsonTree(values).getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
		object.add("recipe", JsonParser.parseString(recipe.toJson()));
		return GSON.toJson(object);
	}

	/** Returns the same unit with what tells the network whose result is started from, as {@link #startNetwork()}. */
	BatchUnit startingWith(final String network) {
		final Values copy = GSON.fromJson(GSON.toJsonTree(values), Values.class);
		copy.styles = List.copyOf(copy.styles);
		copy.startNetwork = network;
		return new BatchUnit(copy, recipe);
	}

	/** Address of the picture that is redrawn, or of what has the frames: a file or a folder. */
	public String content() {
		return values.content;
	}

	/** Which frames are redrawn, as people write it; empty for one picture. */
	public String slices() {
		return Objects.requireNonNullElse(values.slices, "");
	}

	/** Whether it is frames that belong together, and not one picture. */
	public boolean isOfFrames() {
		return !slices().isEmpty();
	}

	/** Addresses of pictures, or names of sample styles, at least one. */
	public List<String> styles() {
		return values.styles;
	}

	/** The styles' shares, as people write them; empty for the same share of each. */
	public String blend() {
		return Objects.requireNonNullElse(values.blend, "");
	}

	/** Address of what is made. */
	public String output() {
		return values.output;
	}

	/** How the picture is made. */
	public Recipe recipe() {
		return recipe;
	}

	/** What tells the network's weights, for a {@link WeightsFinder}. */
	public String weights() {
		return Objects.requireNonNullElse(values.weights, "");
	}

	/**
	 * The network that paints what the picture is started from: the address of its file, or a name; empty for one that was
	 * trained for the styles, or if the recipe starts from something else.
	 */
	public String startNetwork() {
		return Objects.requireNonNullElse(values.startNetwork, "");
	}

	/** Whether a grey content gives a picture of its own type. */
	public boolean isAsContent() {
		return values.asContent;
	}

	/** Whether one session can make both units. */
	boolean sharesSession(final BatchUnit other) {
		return styles().equals(other.styles()) && blend().equals(other.blend()) && weights().equals(other.weights()) &&
			startNetwork().equals(other.startNetwork()) && recipe.equals(other.recipe);
	}

	@Override
	public String toString() {
		return toJson();
	}

	/** As in JSON. */
	private static final class Values {

		private String content;
		private String slices;
		private List<String> styles;
		private String blend;
		private String output;
		private String weights;
		private String startNetwork;
		private boolean asContent;
		private JsonElement recipe;
	}
}
