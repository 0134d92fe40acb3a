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
import com.google.gson.JsonParser;

import java.util.List;
import java.util.Optional;

import net.neuralstyle.MachineShare;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;

/** A network that paints, and how what it paints is finished. Immutable. */
public final class PaintingWay extends UnitWay {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;
	private final PaintingRecipe recipe;

	/** @param network address of its file, or the name of one that comes with the plugin */
	PaintingWay(final String network, final PaintingRecipe recipe) {
		values = new Values();
		values.painter = network;
		values.recipe = JsonParser.parseString(recipe.toJson());
		this.recipe = recipe;
	}

	static boolean isIn(final JsonObject json) {
		return json.has("painter");
	}

	static PaintingWay fromJson(final JsonObject json) {
		final Values read = GSON.fromJson(json, Values.class);
		if (read.painter == null || read.recipe == null) throw new IllegalArgumentException("No painting: " + json);
		return new PaintingWay(read.painter, PaintingRecipe.fromJson(read.recipe.toString()));
	}

	// -- PaintingWay methods --

	/** Address of the network's file, or the name of one that comes with the plugin. */
	public String network() {
		return values.painter;
	}

	/** How pictures are finished. */
	public PaintingRecipe recipe() {
		return recipe;
	}

	// -- UnitWay methods --

	@Override
	public List<String> styles() {
		return List.of(network());
	}

	@Override
	public int size() {
		return recipe.get(PaintingSettings.SIZE);
	}

	@Override
	public int neededLongerSide() {
		return size();
	}

	@Override
	public double followingShare(final ImageSize content) {
		return 1;
	}

	@Override
	public Optional<String> weights() {
		return Optional.empty();
	}

	@Override
	String noun() {
		return "style network";
	}

	@Override
	UnitMaker maker(final BatchFiles files, final UnitPictures pictures, final KeptWeights weights,
		final MachineShare share)
	{
		return new PaintingMaker(this, files, share);
	}

	@Override
	JsonObject toJson() {
		return GSON.toJsonTree(values).getAsJsonObject();
	}

	/** As in JSON. */
	private static final class Values {

		private String painter;
		private JsonElement recipe;
	}
}
