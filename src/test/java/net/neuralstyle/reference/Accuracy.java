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

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The accuracy that float32 owes to a value computed in float64. Another float32
 * library reaches 1e-6, so an error above {@link #TOLERANCE} means a bug.
 */
public final class Accuracy {

	/** Largest relative error allowed. */
	public static final double TOLERANCE = 1e-5;

	private Accuracy() {
		// NB: Not instantiable.
	}

	/** Asserts that a value has the relative accuracy of float32; a value expected to be 0 must be 0. */
	public static void assertClose(final double expected, final double actual, final String what) {
		assertClose(expected, actual, Math.abs(expected), what);
	}

	/**
	 * Asserts that an element of a tensor is accurate relative to itself or to the
	 * root mean square of all elements, whichever is larger.
	 */
	public static void assertElementClose(final double expected, final double actual, final double rootMeanSquare,
		final String what)
	{
		assertClose(expected, actual, Math.max(Math.abs(expected), rootMeanSquare), what);
	}

	/** Asserts that a value is accurate relative to a scale. */
	public static void assertClose(final double expected, final double actual, final double scale, final String what) {
		final double error = Math.abs(actual - expected);
		assertTrue(error <= TOLERANCE * scale, () -> what + " is " + actual + ", not " + expected + ": the error is " +
			error / scale + " relative to " + scale);
	}

	/** Returns the norm of the difference over the norm of the expected values. */
	public static double relativeError(final double[] expected, final double[] actual) {
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
			norm += expected[i] * expected[i];
		}
		return Math.sqrt(difference / norm);
	}
}
