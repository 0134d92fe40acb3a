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
import java.util.Objects;
import java.util.Optional;

import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferEstimate;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

/** A style transfer: the styles, the recipe, and what the weights of the network are called. Immutable. */
public final class TransferWay extends UnitWay {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;
	private final Recipe recipe;

	/**
	 * @param styles addresses of pictures, or names of sample styles; at least one, several are blended
	 * @param blend the styles' shares, as people write them; empty for the same share of each
	 * @param weights what tells the network's weights, for a {@link WeightsFinder}
	 */
	TransferWay(final List<String> styles, final String blend, final Recipe recipe, final String weights) {
		values = new Values();
		values.styles = List.copyOf(styles);
		values.blend = blend;
		values.weights = weights;
		values.recipe = JsonParser.parseString(recipe.toJson());
		this.recipe = recipe;
	}

	static TransferWay fromJson(final JsonObject json) {
		final Values read = GSON.fromJson(json, Values.class);
		if (read.styles == null || read.styles.isEmpty() || read.recipe == null) {
			throw new IllegalArgumentException("No style transfer: " + json);
		}
		return new TransferWay(read.styles, Objects.requireNonNullElse(read.blend, ""), Recipe.fromJson(read.recipe
			.toString()), Objects.requireNonNullElse(read.weights, "")).startingWith(Objects.requireNonNullElse(
				read.startNetwork, ""));
	}

	// -- TransferWay methods --

	/** Returns the same style transfer with what tells the network whose result is started from. */
	TransferWay startingWith(final String text) {
		final TransferWay way = new TransferWay(styles(), blend(), recipe, network());
		way.values.startNetwork = text.isEmpty() ? null : text;
		return way;
	}

	/**
	 * The network whose result is started from, if the recipe says so: the address of its file, or its name; empty for one
	 * that was trained for the styles.
	 */
	public String startNetwork() {
		return Objects.requireNonNullElse(values.startNetwork, "");
	}

	/** The styles' shares, as people write them; empty for the same share of each. */
	public String blend() {
		return values.blend;
	}

	/** The recipe. */
	public Recipe recipe() {
		return recipe;
	}

	/** What tells the network's weights, for a {@link WeightsFinder}. */
	public String network() {
		return values.weights;
	}

	// -- UnitWay methods --

	@Override
	public List<String> styles() {
		return values.styles;
	}

	@Override
	public int size() {
		return recipe.get(Settings.SIZE);
	}

	@Override
	public int neededLongerSide() {
		return (int) Math.ceil(size() * Math.max(1, recipe.get(Settings.STROKE_SIZE)));
	}

	@Override
	public double followingShare(final ImageSize content) {
		// NB: Neither the network nor the styles matter much.
		return StyleTransferEstimate.of(recipe, NetworkKind.COMPACT, content, List.of(content)).followingShare();
	}

	@Override
	public Optional<String> weights() {
		return Optional.of(network());
	}

	@Override
	String noun() {
		return "style";
	}

	@Override
	UnitMaker maker(final BatchFiles files, final UnitPictures pictures, final KeptWeights weights,
		final MachineShare share)
	{
		return new TransferMaker(this, pictures, weights, share);
	}

	@Override
	JsonObject toJson() {
		return GSON.toJsonTree(values).getAsJsonObject();
	}

	/** As in JSON. */
	private static final class Values {

		private List<String> styles;
		private String blend;
		private String weights;
		private String startNetwork;
		private JsonElement recipe;
	}
}
