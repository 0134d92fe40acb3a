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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What kernels are made of; that networks compute with them what they should is tested with these. */
class KernelLayoutTest {

	private static final TransformationTopology TOPOLOGY = new TransformationTopology(2, 1);

	@Test
	void ownKernelIsTheConvolutions() {
		final KernelLayout layout = KernelLayout.own(convolution(Role.REDUCES));
		final float[] kernel = random(layout.length(), 1);
		assertArrayEquals(kernel, expanded(layout, kernel));
	}

	/** Of three numbers in a row, two read the same position of the smaller map. */
	@Test
	void enlargingKernelAddsUpWhatReadsTheSamePosition() {
		final TransformationTopology.Convolution convolution = convolution(Role.ENLARGES);
		final float[] ones = new float[convolution.kernelLength()];
		Arrays.fill(ones, 1);
		final KernelLayout even = KernelLayout.enlarging(convolution, false);
		final float[] kernel = expanded(even, ones);
		final int outputs = convolution.outputChannels();
		final float[][] first = { { 1, 2, 0 }, { 2, 4, 0 } };
		final float[][] second = { { 0, 2, 1 }, { 0, 4, 2 } };
		for (int row = 0; row < 2; row++) {
			for (int column = 0; column < 3; column++) {
				final int at = (row * 3 + column) * convolution.inputChannels() * 2 * outputs;
				assertEquals(first[row][column], kernel[at]);
				assertEquals(second[row][column], kernel[at + outputs]);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void gradientIsFoldedAsTheKernelWasExpanded(final KernelLayout layout, final int length) {
		final float[] kernel = random(length, 1);
		final float[] gradient = random(layout.length(), 2);
		final float[] folded = new float[length];
		layout.fold(gradient, folded);
		assertEquals(product(expanded(layout, kernel), gradient), product(kernel, folded), 1e-3);
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void whatWasThereBeforeIsOverwritten(final KernelLayout layout, final int length) {
		final float[] kernel = random(length, 1);
		final float[] target = random(layout.length(), 3);
		layout.expand(kernel, target);
		assertArrayEquals(expanded(layout, kernel), target);
	}

	static Stream<Object[]> layouts() {
		return Stream.of(arguments(KernelLayout.own(convolution(Role.PLAIN)), Role.PLAIN), arguments(KernelLayout.enlarging(
			convolution(Role.ENLARGES), false), Role.ENLARGES), arguments(KernelLayout.enlarging(convolution(Role.ENLARGES),
				true), Role.ENLARGES), arguments(KernelLayout.grouped(convolution(Role.LAST), 4), Role.LAST));
	}

	private static Object[] arguments(final KernelLayout layout, final Role role) {
		return new Object[] { layout, convolution(role).kernelLength() };
	}

	private static TransformationTopology.Convolution convolution(final Role role) {
		return TOPOLOGY.convolutions().stream().filter(convolution -> convolution.role() == role).findFirst().orElseThrow();
	}

	private static float[] expanded(final KernelLayout layout, final float[] kernel) {
		final float[] result = new float[layout.length()];
		layout.expand(kernel, result);
		return result;
	}

	private static float[] random(final int length, final long seed) {
		final Random random = new Random(seed);
		final float[] result = new float[length];
		for (int i = 0; i < length; i++) {
			result[i] = random.nextFloat() - 0.5f;
		}
		return result;
	}

	private static double product(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (double) a[i] * b[i];
		}
		return sum;
	}
}
