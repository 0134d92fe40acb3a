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

package net.neuralstyle.network.onednn;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/**
 * A map [height, width, channels] with a margin in which it is mirrored, as convolutions read it, or the gradient with
 * respect to that. Does not own its memory. Immutable.
 */
final class MirroredMap {

	private static final boolean[] SIDES = { false, true };

	private final long height;
	private final long width;
	private final long channels;
	private final int margin;
	/** Where the mirror is, in positions from the outermost one outwards. */
	private final int repeated;
	private final ValueType type;
	private final Pointer values;

	/**
	 * @param repeats whether the outermost row stands in the margin again, as it does where what is mirrored is the map
	 *          enlarged
	 * @param values of that type
	 */
	MirroredMap(final long height, final long width, final long channels, final int margin, final boolean repeats,
		final ValueType type, final Pointer values)
	{
		this.height = height;
		this.width = width;
		this.channels = channels;
		this.margin = margin;
		repeated = repeats ? 1 : 0;
		this.type = type;
		this.values = values;
	}

	/** What its values are. */
	ValueType type() {
		return type;
	}

	/** How much memory it takes, with the margin, in float32 values. */
	long length() {
		return type.length((height + 2 * margin) * rowLength());
	}

	/** The same map elsewhere. */
	MirroredMap at(final Pointer other) {
		return new MirroredMap(height, width, channels, margin, repeated > 0, type, other);
	}

	/** A map as large, of values of a type. */
	MirroredMap of(final ValueType other) {
		return new MirroredMap(height, width, channels, margin, repeated > 0, other, null);
	}

	/**
	 * Some rows with their margin, some positions side by side taken as one with as many times the channels.
	 *
	 * @param first counted with the margin
	 */
	memory rows(final long first, final long count, final int group, final Primitives primitives) {
		final long[] shape = { 1, count, (width + 2 * margin) / group, group * channels };
		return primitives.at(primitives.map(shape, type.type()), address(first, 0));
	}

	/** All rows with their margin, that above and below too. */
	long rowCount() {
		return height + 2 * margin;
	}

	/** Prepares taking over a map, and mirroring it. */
	Runnable fill(final DenseMap map, final Primitives primitives) {
		final List<Runnable> steps = new ArrayList<>();
		for (int part = 0; part < map.parts(); part++) {
			steps.add(primitives.copy(map.part(part, primitives), inside(part, map.parts(), primitives)));
		}
		for (int distance = 1; distance <= margin; distance++) {
			for (final boolean far : SIDES) {
				steps.add(primitives.copy(column(far, repeated - distance, primitives), column(far, distance, primitives)));
			}
		}
		for (int distance = 1; distance <= margin; distance++) {
			for (final boolean far : SIDES) {
				final Pointer from = address(edge(height, far, repeated - distance), 0);
				final Pointer to = address(edge(height, far, distance), 0);
				// NB: For a row alone oneDNN's threads would take longer to come together.
				steps.add(() -> Pointer.memcpy(to, from, rowLength() * type.bytes()));
			}
		}
		return () -> steps.forEach(Runnable::run);
	}

	/**
	 * Prepares giving a gradient back: what is in the margin counts for where it came from.
	 *
	 * @param adding whether it is added to what the map has
	 */
	Runnable giveBack(final DenseMap map, final boolean adding, final Primitives primitives) {
		final List<Runnable> steps = new ArrayList<>();
		for (int distance = 1; distance <= margin; distance++) {
			steps.add(primitives.add(rows(distance, primitives), rows(repeated - distance, primitives)));
		}
		for (int distance = 1; distance <= margin; distance++) {
			for (final boolean far : SIDES) {
				steps.add(primitives.add(column(far, distance, primitives), column(far, repeated - distance, primitives)));
			}
		}
		for (int part = 0; part < map.parts(); part++) {
			final memory from = inside(part, map.parts(), primitives);
			final memory to = map.part(part, primitives);
			steps.add(adding ? primitives.add(from, to) : primitives.copy(from, to));
		}
		return () -> steps.forEach(Runnable::run);
	}

	// -- Helper methods --

	private long rowLength() {
		return (width + 2 * margin) * channels;
	}

	private Pointer address(final long row, final long column) {
		return type.address(values, row * rowLength() + column * channels);
	}

	/** What is not margin, but of it only every so many rows. */
	private memory inside(final int first, final int every, final Primitives primitives) {
		return positions(margin + first, margin, height / every, width, every, primitives);
	}

	/**
	 * Where the row or column is that is so far outside of an outermost one, or inside for a number that is not positive.
	 *
	 * @param length how many there are, without the margin
	 * @param far whether it is the last one, not the first one
	 */
	private long edge(final long length, final boolean far, final long distance) {
		return far ? margin + length - 1 + distance : margin - distance;
	}

	/** A column of {@link #edge}, without the margin above and below. */
	private memory column(final boolean far, final long distance, final Primitives primitives) {
		return positions(margin, edge(width, far, distance), height, 1, 1, primitives);
	}

	/** Both rows of {@link #edge}, with their margin. */
	private memory rows(final long distance, final Primitives primitives) {
		return positions(edge(height, false, distance), 0, 2, width + 2 * margin, height - 1 + 2 * distance, primitives);
	}

	private memory positions(final long row, final long column, final long rows, final long columns, final long rowStep,
		final Primitives primitives)
	{
		return primitives.at(primitives.rows(new long[] { rows, columns, channels }, rowStep * rowLength(), type.type()),
			address(row, column));
	}
}
