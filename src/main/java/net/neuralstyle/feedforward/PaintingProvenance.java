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

import java.util.Objects;
import java.util.Optional;

import net.neuralstyle.PictureOrigin;
import net.neuralstyle.Provenance;
import net.neuralstyle.Provenance.Picture;
import net.neuralstyle.recipe.JsonFormat;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.Quoted;

/**
 * How a picture was painted: the network, the recipe and all else that decides what comes out. With the same of each
 * the picture can be painted again. Immutable.
 */
public final class PaintingProvenance implements PictureOrigin {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;
	private final PaintingRecipe recipe;

	private PaintingProvenance(final Values values, final PaintingRecipe recipe) {
		this.values = values;
		this.recipe = recipe;
	}

	/**
	 * @param former what the picture goes on from; null if it begins anew
	 * @param stopped whether it was stopped before all of it was painted
	 */
	static PaintingProvenance of(final PaintingRecipe recipe, final PaintingSetup setup, final String checksum,
		final Picture content, final Picture former, final boolean stopped, final double seconds)
	{
		final Values values = new Values();
		// NB: Null where the classes are in no jar.
		final String version = Provenance.class.getPackage().getImplementationVersion();
		values.version = version == null ? "development" : version;
		values.painter = setup.network().card().name();
		values.numbers = checksum;
		values.device = setup.device().toString();
		values.engine = setup.engine();
		values.content = content;
		values.former = former;
		values.stopped = stopped;
		values.seconds = seconds;
		return new PaintingProvenance(values, recipe);
	}

	/**
	 * Reads what {@link #toJson()} writes.
	 *
	 * @throws IllegalArgumentException if it is not that, or was written by a newer version; the message is one sentence
	 *           for the user
	 */
	public static PaintingProvenance fromJson(final String json) {
		try {
			final Values values = GSON.fromJson(JsonFormat.read(GSON, json), Values.class);
			if (values.recipe == null || values.painter == null || values.content == null) {
				throw new IllegalArgumentException("It is not told how the picture was painted: there is no network in " + Quoted
					.of(json) + ".");
			}
			return new PaintingProvenance(values, PaintingRecipe.fromJson(values.recipe.toString()));
		}
		catch (final JsonParseException | NumberFormatException exc) {
			throw new IllegalArgumentException("How the picture was painted cannot be read: it must be a JSON object.", exc);
		}
	}

	/** Returns everything as one line of JSON. */
	public String toJson() {
		final JsonObject object = JsonFormat.newObject();
		values.recipe = JsonParser.parseString(recipe.toJson());
		GSON.toJsonTree(values).getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
		return GSON.toJson(object);
	}

	/** The version of this software. */
	public String version() {
		return Objects.requireNonNullElse(values.version, "");
	}

	/** What people call the network that painted. */
	public String network() {
		return values.painter;
	}

	/** See {@link StyleNetwork#checksum()}. */
	public String networkChecksum() {
		return Objects.requireNonNullElse(values.numbers, "");
	}

	/** What it was computed on. */
	public String device() {
		return Objects.requireNonNullElse(values.device, "");
	}

	/** What computed it, and in which arithmetic. */
	public String engine() {
		return Objects.requireNonNullElse(values.engine, "");
	}

	/** How the picture was finished. */
	public PaintingRecipe recipe() {
		return recipe;
	}

	/** What was painted. */
	@Override
	public Picture content() {
		return values.content;
	}

	/** The frame that it goes on from, if it goes on from one. */
	public Optional<Picture> former() {
		return Optional.ofNullable(values.former);
	}

	/** Whether it was stopped before all of it was painted. */
	@Override
	public boolean isStopped() {
		return values.stopped;
	}

	@Override
	public double loss() {
		return Double.NaN;
	}

	/** How long it took. */
	public double seconds() {
		return values.seconds;
	}

	@Override
	public String toString() {
		return toJson();
	}

	/** As in JSON. */
	private static final class Values {

		private String version;
		private String painter;
		private String numbers;
		private String device;
		private String engine;
		private JsonElement recipe;
		private Picture content;
		private Picture former;
		private boolean stopped;
		private double seconds;
	}
}
