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
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.weights.Checksums;

/**
 * Where a training stands, so that it can go on from there as if it had not stopped: the network's numbers, what the
 * update remembers, the losses so far, and which training it is. Immutable, but for its arrays, which are not to be
 * changed.
 * <p>
 * In a file: eight letters, the format's version, what tells the training as JSON, the numbers, big-endian, and the
 * SHA-256 of all that. A file is there whole or as it was before.
 * </p>
 */
final class Checkpoint {

	private static final byte[] LETTERS = "NSTTRAIN".getBytes(StandardCharsets.US_ASCII);
	private static final int VERSION = 2;
	private static final int DIGEST_LENGTH = 64;
	private static final Gson GSON = new Gson();

	private final JsonObject training;
	private final JsonObject length;
	private final int steps;
	private final double seconds;
	private final float[] parameters;
	private final float[] mean;
	private final float[] meanSquare;
	private final double[] losses;

	/**
	 * @param training what it depends on, by what people call it; another value is another training
	 * @param length how long it was to be
	 * @param steps how many there will be, as far as that is known; 0 if it is not
	 * @param seconds that it has taken so far
	 * @param mean the update's
	 * @param meanSquare the update's
	 * @param losses of the steps so far
	 */
	Checkpoint(final JsonObject training, final JsonObject length, final int steps, final double seconds,
		final float[] parameters, final float[] mean, final float[] meanSquare, final double[] losses)
	{
		this.training = training;
		this.length = length;
		this.steps = steps;
		this.seconds = seconds;
		this.parameters = parameters;
		this.mean = mean;
		this.meanSquare = meanSquare;
		this.losses = losses;
	}

	/**
	 * Reads a file.
	 *
	 * @throws StyleTransferException if it is none, or damaged; says what to do
	 */
	static Checkpoint read(final Path file) {
		try {
			return of(ByteBuffer.wrap(Files.readAllBytes(file)), file);
		}
		catch (final NoSuchFileException exc) {
			throw new StyleTransferException("There is no checkpoint " + file + ": begin the training anew.", exc);
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The checkpoint " + file + " cannot be read (" + exc.getMessage() +
				"): check its permissions, or begin the training anew.", exc);
		}
		catch (final BufferUnderflowException | JsonParseException | IllegalStateException exc) {
			throw damaged(file);
		}
	}

	/**
	 * Writes a file, in place of one that is there.
	 *
	 * @throws StyleTransferException if it cannot be written; says why
	 */
	void write(final Path file) {
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING))
			{
				final ByteBuffer bytes = bytes();
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			try {
				Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (final AtomicMoveNotSupportedException exc) {
				Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (final IOException exc) {
			throw new StyleTransferException("The checkpoint cannot be written to " + file + " (" + exc.getMessage() +
				"): make room on the disk, or choose another folder for the network.", exc);
		}
	}

	/**
	 * Checks that a training can go on from this.
	 *
	 * @param file where this is from
	 * @param other what that depends on
	 * @throws StyleTransferException if it is another training; says in what
	 */
	void check(final Path file, final JsonObject other) {
		final Set<String> all = new LinkedHashSet<>(other.keySet());
		all.addAll(training.keySet());
		for (final String what : all) {
			if (Objects.equals(other.get(what), training.get(what))) continue;
			throw new StyleTransferException("The checkpoint " + file + " is of another training, whose " + what +
				(what.endsWith("s") ? " are" : " is") +
				" not the same: give what it was begun with, or begin the training anew in another file.");
		}
	}

	/** How many steps there will be if it is to be as long as is told; 0 if that is not known. */
	int steps(final JsonObject toBe) {
		return toBe.equals(length) ? steps : 0;
	}

	/** Whether there were more steps to come. */
	boolean isUnfinished() {
		return losses.length < steps || steps == 0;
	}

	double seconds() {
		return seconds;
	}

	float[] parameters() {
		return parameters;
	}

	float[] mean() {
		return mean;
	}

	float[] meanSquare() {
		return meanSquare;
	}

	double[] losses() {
		return losses;
	}

	// -- Helper methods --

	private ByteBuffer bytes() {
		final byte[] what = GSON.toJson(List.of(training, length)).getBytes(StandardCharsets.UTF_8);
		final int count = LETTERS.length + 5 * Integer.BYTES + what.length + Double.BYTES + 3 * parameters.length *
			Float.BYTES + losses.length * Double.BYTES;
		final ByteBuffer bytes = ByteBuffer.allocate(count + DIGEST_LENGTH);
		bytes.put(LETTERS).putInt(VERSION).putInt(what.length).put(what).putInt(steps).putDouble(seconds).putInt(
			parameters.length).putInt(losses.length);
		for (final float[] numbers : List.of(parameters, mean, meanSquare)) {
			for (final float number : numbers) {
				bytes.putFloat(number);
			}
		}
		for (final double loss : losses) {
			bytes.putDouble(loss);
		}
		bytes.put(digest(bytes, count));
		return bytes.flip();
	}

	private static Checkpoint of(final ByteBuffer bytes, final Path file) {
		final byte[] letters = new byte[LETTERS.length];
		bytes.get(letters);
		if (!ByteBuffer.wrap(LETTERS).equals(ByteBuffer.wrap(letters))) {
			throw new StyleTransferException("The file " + file + " is no checkpoint of a training: choose another name for " +
				"the network, or move that file.");
		}
		final int version = bytes.getInt();
		if (version > VERSION) {
			throw new StyleTransferException("The checkpoint " + file + " was written by a newer version of the plugin " +
				"(format " + version + ", and this one knows " + VERSION + "): update the plugin.");
		}
		if (version < VERSION) {
			throw new StyleTransferException("The checkpoint " + file + " was written by an older version of the plugin, " +
				"whose trainings made other steps: begin a training anew, with the network that this one has made.");
		}
		final int count = bytes.limit() - DIGEST_LENGTH;
		final byte[] digest = new byte[DIGEST_LENGTH];
		if (count < bytes.position()) throw damaged(file);
		bytes.duplicate().position(count).get(digest);
		if (!ByteBuffer.wrap(digest(bytes, count)).equals(ByteBuffer.wrap(digest))) throw damaged(file);
		final byte[] what = new byte[bytes.getInt()];
		bytes.get(what);
		final JsonElement[] told = GSON.fromJson(new String(what, StandardCharsets.UTF_8), JsonElement[].class);
		final int steps = bytes.getInt();
		final double seconds = bytes.getDouble();
		final int parameterCount = bytes.getInt();
		final double[] losses = new double[bytes.getInt()];
		final float[][] numbers = new float[3][parameterCount];
		for (final float[] vector : numbers) {
			for (int i = 0; i < parameterCount; i++) {
				vector[i] = bytes.getFloat();
			}
		}
		for (int i = 0; i < losses.length; i++) {
			losses[i] = bytes.getDouble();
		}
		return new Checkpoint(told[0].getAsJsonObject(), told[1].getAsJsonObject(), steps, seconds, numbers[0], numbers[1],
			numbers[2], losses);
	}

	/** Hexadecimal digits of the first bytes' SHA-256. */
	private static byte[] digest(final ByteBuffer bytes, final int count) {
		return Checksums.sha256(ByteBuffer.wrap(bytes.array(), 0, count).slice()).getBytes(StandardCharsets.US_ASCII);
	}

	private static StyleTransferException damaged(final Path file) {
		return new StyleTransferException("The checkpoint " + file + " is damaged: begin the training anew.");
	}
}
