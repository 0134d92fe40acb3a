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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Proves that a scope releases what it owns, all of it and nothing else. */
class TensorScopeTest {

	@Test
	void closingReleasesEveryTensor() {
		final INDArray zeros;
		final INDArray values;
		try (TensorScope scope = new TensorScope()) {
			zeros = scope.zeros(3, 4);
			values = scope.tensor(new float[] { 1, 2 }, 2);
		}
		assertTrue(zeros.wasClosed());
		assertTrue(values.wasClosed());
	}

	@Test
	void tensorsLiveUntilTheScopeIsClosed() {
		try (TensorScope scope = new TensorScope()) {
			assertFalse(scope.zeros(3).wasClosed());
		}
	}

	@Test
	void tensorsOfOtherScopesLiveOn() {
		try (TensorScope outer = new TensorScope()) {
			final INDArray tensor = outer.zeros(3);
			new TensorScope().close();
			assertFalse(tensor.wasClosed());
		}
	}

	@Test
	void zerosAreZero() {
		try (TensorScope scope = new TensorScope()) {
			assertArrayEquals(new float[6], scope.zeros(2, 3).data().asFloat());
		}
	}

	@Test
	void tensorHoldsTheValuesRowByRow() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray tensor = scope.tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
			assertArrayEquals(new float[] { 4, 5, 6 }, tensor.getRow(1).toFloatVector());
		}
	}

	@Test
	void tensorIsACopy() {
		try (TensorScope scope = new TensorScope()) {
			final float[] values = { 1, 2 };
			final INDArray tensor = scope.tensor(values, 2);
			values[0] = 7;
			assertEquals(1, tensor.getFloat(0));
		}
	}

	@Test
	void productsMultiplyRowsByColumnsOfEitherMatrixAsItIsOrTransposed() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray a = scope.tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
			final INDArray b = scope.tensor(new float[] { 1, 0, 2, -1, 3, 1 }, 2, 3);
			final INDArray square = scope.tensor(new float[] { 10, 20, 30, 40 }, 2, 2);
			scope.product(a, false, b, true, square, 2, 0.5).run();
			assertArrayEquals(new float[] { 2 * 7 + 5, 2 * 8 + 10, 2 * 16 + 15, 2 * 17 + 20 }, TensorScope.values(square));
			final INDArray large = scope.zeros(3, 3);
			scope.product(a, true, b, false, large, 1, 0).run();
			assertArrayEquals(new float[] { -3, 12, 6, -3, 15, 9, -3, 18, 12 }, TensorScope.values(large));
			final INDArray result = scope.zeros(2, 3);
			scope.product(scope.tensor(new float[] { 0, 1, 2, 0 }, 2, 2), a, result).run();
			assertArrayEquals(new float[] { 4, 5, 6, 2, 4, 6 }, TensorScope.values(result));
		}
	}

	@Test
	void valuesOfAViewAreRowByRowAndOnlyItsOwn() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray tensor = scope.tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
			assertArrayEquals(new float[] { 4, 5, 6 }, TensorScope.values(tensor.getRow(1)));
			assertArrayEquals(new float[] { 2, 5 }, TensorScope.values(tensor.getColumn(1)));
			assertArrayEquals(new float[] { 1, 4, 2, 5, 3, 6 }, TensorScope.values(tensor.transpose()));
		}
	}

	@Test
	void valuesAreACopy() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray tensor = scope.zeros(2);
			final float[] values = TensorScope.values(tensor);
			tensor.assign(1);
			assertArrayEquals(new float[2], values);
			assertFalse(tensor.wasClosed());
		}
	}

	@Test
	void tensorsAreFloat32() {
		try (TensorScope scope = new TensorScope()) {
			assertEquals(DataType.FLOAT, scope.zeros(2).dataType());
			assertEquals(DataType.FLOAT, scope.tensor(new float[2], 2).dataType());
		}
	}

	@Test
	void operationWritesItsOutput() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray input = scope.tensor(new float[] { -1, 2 }, 2);
			final INDArray output = scope.zeros(2);
			scope.operation("relu", new INDArray[] { input }, output, new long[0], 0).run();
			assertArrayEquals(new float[] { 0, 2 }, output.toFloatVector());
		}
	}

	@Test
	void operationReadsWhatItsInputHoldsNow() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray input = scope.tensor(new float[] { -1, 2 }, 2);
			final INDArray output = scope.zeros(2);
			final Operation operation = scope.operation("relu", new INDArray[] { input }, output, new long[0], 0);
			operation.run();
			input.assign(5);
			operation.run();
			assertArrayEquals(new float[] { 5, 5 }, output.toFloatVector());
		}
	}

	@Test
	void resourcesAreClosedLastFirst() {
		final List<String> closed = new ArrayList<>();
		try (TensorScope scope = new TensorScope()) {
			scope.own((AutoCloseable) () -> closed.add("first"));
			scope.own((AutoCloseable) () -> closed.add("second"));
		}
		assertEquals(List.of("second", "first"), closed);
	}

	@Test
	void closingTwiceClosesResourcesOnce() {
		final List<String> closed = new ArrayList<>();
		final TensorScope scope = new TensorScope();
		scope.own((AutoCloseable) () -> closed.add("resource"));
		scope.close();
		scope.close();
		assertEquals(1, closed.size());
	}

	@Test
	void closingAnEmptyScopeIsHarmless() {
		assertDoesNotThrow(() -> new TensorScope().close());
	}

	@Test
	void resourceThatFailsDoesNotKeepOthersOpen() {
		final TensorScope scope = new TensorScope();
		final INDArray tensor = scope.zeros(3);
		scope.own(failing(new IllegalArgumentException()));
		assertThrows(IllegalStateException.class, scope::close);
		assertTrue(tensor.wasClosed());
	}

	@Test
	void everyFailureIsReported() {
		final TensorScope scope = new TensorScope();
		final Exception first = new IllegalArgumentException();
		final Exception second = new IllegalArgumentException();
		scope.own(failing(second));
		scope.own(failing(first));
		final IllegalStateException failure = assertThrows(IllegalStateException.class, scope::close);
		assertSame(first, failure.getCause());
		assertSame(second, failure.getSuppressed()[0]);
	}

	private static AutoCloseable failing(final Exception exception) {
		return () -> {
			throw exception;
		};
	}
}
