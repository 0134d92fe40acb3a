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

package net.neuralstyle.reference;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.LossWeights;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A problem whose answers were computed in float64 by another implementation
 * (PyTorch and SciPy); see README.md beside the files.
 */
public final class ReferenceProblem {

	/** The notebook's weights and layers. */
	public static final LossWeights WEIGHTS = new LossWeights(0.025, 5.0, 1.0, "block2_conv2", //
		Arrays.asList("block1_conv2", "block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3"));

	private final JsonObject json;

	private ReferenceProblem(final JsonObject json) {
		this.json = json;
	}

	public static List<ReferenceProblem> all() {
		try (InputStream in = ReferenceProblem.class.getResourceAsStream("reference.json")) {
			final JsonObject root = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject();
			final List<ReferenceProblem> problems = new ArrayList<>();
			for (final JsonElement problem : root.getAsJsonArray("problems")) {
				problems.add(new ReferenceProblem(problem.getAsJsonObject()));
			}
			return problems;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** The expected values. */
	public JsonObject expected() {
		return json;
	}

	public VggImage content() {
		return VggImage.of(image("content"));
	}

	public VggImage style() {
		return VggImage.of(image("style"));
	}

	/** The starting noise, [H, W, 3] BGR, mean subtracted. */
	public float[] start() {
		try (InputStream in = ReferenceProblem.class.getResourceAsStream(json.get("start").getAsString())) {
			final ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
			final float[] values = new float[bytes.remaining() / Float.BYTES];
			bytes.asFloatBuffer().get(values);
			return values;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	@Override
	public String toString() {
		return json.get("name").getAsString();
	}

	public net.imglib2.img.Img<net.imglib2.type.numeric.ARGBType> image(final String role) {
		try (InputStream in = ReferenceProblem.class.getResourceAsStream(json.get(role).getAsString())) {
			final BufferedImage image = ImageIO.read(in);
			final int width = image.getWidth();
			final int height = image.getHeight();
			return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
