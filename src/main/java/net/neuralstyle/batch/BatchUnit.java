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
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import java.util.Objects;

import net.neuralstyle.recipe.JsonFormat;

/**
 * One picture that is to be made, or frames that belong together, told by texts alone, so that another machine can make
 * it: addresses, which frames, and the way in which it is made. Immutable.
 */
public final class BatchUnit {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Values values;
	private final UnitWay way;

	/**
	 * @param content address of the picture that is redrawn, or of what has the frames: a file or a folder
	 * @param slices which frames of it, as people write it; empty for one picture
	 * @param way how it is made
	 * @param output address of the picture, stack or movie that is made; its ending chooses the format, and without one it
	 *          is a folder of frames
	 * @param asContent whether a grey content gives a picture of its own type
	 */
	BatchUnit(final String content, final String slices, final UnitWay way, final String output,
		final boolean asContent)
	{
		values = new Values();
		values.content = content;
		values.slices = slices;
		values.output = output;
		values.asContent = asContent;
		this.way = way;
	}

	private BatchUnit(final Values values, final UnitWay way) {
		this.values = values;
		this.way = way;
	}

	/**
	 * Reads what {@link #toJson()} writes.
	 *
	 * @throws IllegalArgumentException if it is not that, or was written by a newer version
	 */
	public static BatchUnit fromJson(final String json) {
		try {
			final Values values = GSON.fromJson(JsonFormat.read(GSON, json), Values.class);
			if (values.way == null || values.content == null || values.output == null) {
				throw new IllegalArgumentException("No unit of a batch: " + json);
			}
			return new BatchUnit(values, UnitWay.fromJson(values.way));
		}
		catch (final JsonParseException exc) {
			throw new IllegalArgumentException("No unit of a batch: " + json, exc);
		}
	}

	/** Returns everything as one line of JSON. */
	public String toJson() {
		final JsonObject object = JsonFormat.newObject();
		GSON.toJsonTree(values).getAsJsonObject().entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
		object.add("way", way.toJson());
		return GSON.toJson(object);
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

	/** How it is made. */
	public UnitWay way() {
		return way;
	}

	/** Address of what is made. */
	public String output() {
		return values.output;
	}

	/** Whether a grey content gives a picture of its own type. */
	public boolean isAsContent() {
		return values.asContent;
	}

	@Override
	public String toString() {
		return toJson();
	}

	/** As in JSON. */
	private static final class Values {

		private String content;
		private String slices;
		private String output;
		private boolean asContent;
		/** Read only, as units share it. */
		private JsonObject way;
	}
}
