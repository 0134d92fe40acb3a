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

import com.google.gson.JsonObject;

import java.util.List;
import java.util.Optional;

import net.neuralstyle.MachineShare;
import net.neuralstyle.image.ImageSize;

/**
 * How the picture of a unit is made, told by texts alone: by a style transfer, or by a network that paints. Units of
 * equal ways are made by one {@link UnitMaker}. Immutable.
 */
public abstract class UnitWay {

	/** NB: There are these two, and each knows its JSON. */
	UnitWay() {}

	/**
	 * Reads what {@link #toJson()} writes.
	 *
	 * @throws IllegalArgumentException if it is not that
	 */
	static UnitWay fromJson(final JsonObject json) {
		return PaintingWay.isIn(json) ? PaintingWay.fromJson(json) : TransferWay.fromJson(json);
	}

	/**
	 * Where the style is from: addresses of pictures, or names of sample styles, or the address or name of the network; at
	 * least one.
	 */
	public abstract List<String> styles();

	/** Longer side of the result in pixels; 0 for the size of the content. */
	public abstract int size();

	/** The longer side, in pixels, that pictures are needed in at least; 0 for all there are. */
	public abstract int neededLongerSide();

	/** About how much work a frame after the first one is, if that is 1. */
	public abstract double followingShare(ImageSize content);

	/** What tells the weights of the network that compares pictures, for a {@link WeightsFinder}; nothing without one. */
	public abstract Optional<String> weights();

	/** What each of the {@link #styles} is called. */
	abstract String noun();

	/**
	 * Returns what makes pictures this way; nothing is read yet.
	 *
	 * @param share of the machine that computes
	 */
	abstract UnitMaker maker(BatchFiles files, UnitPictures pictures, KeptWeights weights, MachineShare share);

	/** Returns everything. */
	abstract JsonObject toJson();

	@Override
	public final boolean equals(final Object other) {
		return other == this || other instanceof UnitWay && toJson().equals(((UnitWay) other).toJson());
	}

	@Override
	public final int hashCode() {
		return toJson().hashCode();
	}

	@Override
	public final String toString() {
		return toJson().toString();
	}
}
