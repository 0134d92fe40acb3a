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

package net.neuralstyle.tensor;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Owns native memory: every tensor and {@link Operation} made through a scope
 * lives until the scope is closed, and no longer.
 * <p>
 * Tensors are float32, row-major and contiguous. Views of them (reshaped, or
 * parts) need no closing. A scope is not thread-safe; a tensor may be used from
 * any thread, by one at a time.
 * </p>
 */
public final class TensorScope implements AutoCloseable {

	private final Deque<AutoCloseable> owned = new ArrayDeque<>();

	public TensorScope() {
		Backend.load();
	}

	/** Makes a tensor of zeros that this scope owns. */
	public INDArray zeros(final long... shape) {
		return own(Nd4j.create(DataType.FLOAT, shape));
	}

	/**
	 * Makes a tensor with a copy of the given values that this scope owns.
	 *
	 * @param values in row-major order, as many as the shape has elements
	 */
	public INDArray tensor(final float[] values, final long... shape) {
		return own(Nd4j.create(values, shape, 'c'));
	}

	/**
	 * Makes room for bytes outside of Java's heap that this scope owns. They are not set to
	 * anything, and nobody may look at them once the scope is closed.
	 *
	 * @throws OutOfMemoryError if Java may not take so much memory
	 */
	public ByteBuffer bytes(final int length) {
		return own(new BytePointer(length)).asByteBuffer();
	}

	/**
	 * Copies a tensor's values.
	 *
	 * @param tensor of any shape; may be a view, or laid out in another order
	 * @return in row-major order, as many as the tensor has elements
	 */
	public static float[] values(final INDArray tensor) {
		// NB: A view shares the buffer of the whole tensor, so it is the copy's buffer that is read.
		try (INDArray copy = tensor.dup('c')) {
			return copy.data().asFloat();
		}
	}

	/**
	 * Prepares an ND4J operation whose arguments never change, so that running
	 * it again and again allocates nothing.
	 *
	 * @param name ND4J's name of the operation
	 */
	public Operation operation(final String name, final INDArray[] inputs, final INDArray output,
		final long[] integers, final double... numbers)
	{
		return operation(name, inputs, new INDArray[] { output }, integers, numbers);
	}

	/** Prepares an ND4J operation that has several outputs. */
	public Operation operation(final String name, final INDArray[] inputs, final INDArray[] outputs,
		final long[] integers, final double... numbers)
	{
		return own(new Operation(name, inputs, outputs, integers, numbers));
	}

	/**
	 * Prepares a product of matrices: result = factor * a * b + share * result.
	 *
	 * @param aTransposed whether a counts with its rows as columns
	 * @param bTransposed whether b does
	 */
	public Operation product(final INDArray a, final boolean aTransposed, final INDArray b, final boolean bTransposed,
		final INDArray result, final double factor, final double share)
	{
		return operation("matmul", new INDArray[] { a, b }, result, new long[] { aTransposed ? 1 : 0, bTransposed ? 1 : 0,
			0 }, factor, share);
	}

	/** Prepares result = a * b, a product of matrices. */
	public Operation product(final INDArray a, final INDArray b, final INDArray result) {
		return product(a, false, b, false, result, 1, 0);
	}

	/** Hands a resource to this scope, which closes it. */
	public <C extends AutoCloseable> C own(final C resource) {
		owned.push(resource);
		return resource;
	}

	/** Releases everything the scope owns, last made first. Closing twice is harmless. */
	@Override
	public void close() {
		RuntimeException failure = null;
		while (!owned.isEmpty()) {
			try {
				owned.pop().close();
			}
			catch (final Exception exc) {
				if (failure == null) failure = new IllegalStateException("Native memory could not be released", exc);
				else failure.addSuppressed(exc);
			}
		}
		if (failure != null) throw failure;
	}
}
