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

package net.neuralstyle.weights;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A data set of floating-point numbers in an HDF5 file. */
public final class FloatDataSet {

	/** HDF5's number of the filter that sorts the bytes of numbers. */
	private static final int SHUFFLE = 2;

	/** HDF5's numbers of the filters LZ4 and bitshuffle, which jhdf knows but reads with another library only. */
	private static final Set<Integer> FILTERS_OF_LZ4 = Set.of(32004, 32008);

	/** More numbers than chunks have that are larger than their data set, as they may be if that can grow. */
	private static final long LARGEST_CHUNK = 1 << 20;

	private final Dataset dataSet;

	FloatDataSet(final Dataset dataSet) {
		this.dataSet = dataSet;
	}

	/**
	 * Returns why the numbers cannot be read, as a part of a sentence, although the
	 * file may be sound, or nothing.
	 */
	public Optional<String> obstacle() {
		if (dataSet.getFilters().stream().map(PipelineFilterWithData::getId).anyMatch(FILTERS_OF_LZ4::contains)) {
			return Optional.of("its numbers are compressed with LZ4; save it without compression, or with gzip");
		}
		return isFloatingPoint(dataSet.getDataType()) ? Optional.empty() : Optional.of(
			"its numbers are not floating-point numbers of 16, 32 or 64 bits; save it with such");
	}

	/** The length of each dimension; nothing of the numbers is read for it. */
	public int[] shape() {
		return dataSet.getDimensions();
	}

	/** The product of the lengths of all dimensions. */
	public long size() {
		return dataSet.getSize();
	}

	/**
	 * Reads all numbers, row-major, those of 64 bits rounded.
	 *
	 * @return where they are in the file's bytes, if they are there as float32 and one
	 *         after the other, as Keras writes them; else a copy
	 * @throws RuntimeException if the file is damaged
	 */
	FloatBuffer numbers() {
		if (dataSet instanceof ContiguousDataset && dataSet.getDataType().getSize() == Float.BYTES) {
			// NB: Its length is that of the shape, and the order of its bytes that of the numbers.
			return ((ContiguousDataset) dataSet).getBuffer().asFloatBuffer();
		}
		return FloatBuffer.wrap(values());
	}

	/** Copies all numbers; otherwise as {@link #numbers()}. */
	public float[] values() {
		checkChunks();
		final Object numbers = dataSet.getDataFlat();
		if (!(numbers instanceof double[])) return (float[]) numbers;
		final double[] doubles = (double[]) numbers;
		final float[] values = new float[doubles.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) doubles[i];
		}
		return values;
	}

	// -- Helper methods --

	/** NB: For sizes that are damaged jhdf would take seconds or minutes, and all memory. */
	private void checkChunks() {
		if (!(dataSet instanceof ChunkedDataset)) return;
		long size = 1;
		for (final int length : ((ChunkedDataset) dataSet).getChunkDimensions()) {
			if (length < 1) throw new IllegalStateException("A chunk has no numbers");
			size = Math.multiplyExact(size, length);
		}
		if (size > Math.max(LARGEST_CHUNK, size())) throw new IllegalStateException("A chunk has " + size + " numbers");
		for (final PipelineFilterWithData filter : dataSet.getFilters()) {
			if (filter.getId() == SHUFFLE && filter.getFilterData()[0] != dataSet.getDataType().getSize()) {
				throw new IllegalStateException("Bytes are shuffled for numbers of another size");
			}
		}
	}

	/** NB: jhdf takes every type of two, four or eight bytes for the one of IEEE 754, so others are found here. */
	private static boolean isFloatingPoint(final DataType type) {
		if (!(type instanceof FloatingPoint)) return false;
		final FloatingPoint numbers = (FloatingPoint) type;
		final int[] layout = { 8 * type.getSize(), numbers.getBitPrecision(), numbers.getBitOffset(), numbers
			.getMantissaLocation(), numbers.getMantissaSize(), numbers.getExponentLocation(), numbers.getExponentSize(), numbers
				.getExponentBias(), numbers.getSignLocation() };
		return Set.of(16, 32, 64).stream().anyMatch(bits -> Arrays.equals(layout, ieee754(bits)));
	}

	private static int[] ieee754(final int bits) {
		final int exponent = bits == 16 ? 5 : bits == 32 ? 8 : 11;
		final int mantissa = bits - 1 - exponent;
		return new int[] { bits, bits, 0, 0, mantissa, mantissa, exponent, (1 << exponent - 1) - 1, bits - 1 };
	}
}
