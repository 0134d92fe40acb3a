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

package net.neuralstyle.imagej.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.neuralstyle.StyleTransferException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write for slices, and what it means. */
class FrameSelectionTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "all | 1 2 3 4 5 6 7 8 9", " ALL | 1 2 3 4 5 6 7 8 9", "3-5 | 3 4 5",
		"2,5-7 | 2 5 6 7", "9 | 9", "1 - 2 , 4 | 1 2 4", "4-4 | 4" })
	void numbersAreThoseOfSlices(final String text, final String expected) {
		final FrameSelection selection = FrameSelection.of(text, stack(1, 9, 1));
		assertEquals(expected, IntStream.range(0, selection.count()).mapToObj(index -> String.valueOf(selection.z(index)))
			.collect(Collectors.joining(" ")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "all", "3-5", "2,5-7", "1,3,5-9" })
	void textIsReadAgainAsTheSame(final String text) {
		assertEquals(text, FrameSelection.of(text, stack(1, 9, 1)).toString());
		assertEquals(text, FrameSelection.of(text, stack(1, 1, 9)).toString());
	}

	@Test
	void framesOfAHyperstackRunThroughTimeFirst() {
		final FrameSelection selection = FrameSelection.of("2-3", stack(1, 2, 4));
		assertEquals("z1t2 z1t3 z2t2 z2t3", IntStream.range(0, 4).mapToObj(index -> "z" + selection.z(index) + "t" + selection
			.t(index)).collect(Collectors.joining(" ")));
		assertEquals("-1 0 0 2", IntStream.range(0, 4).mapToObj(index -> String.valueOf(selection.previous(index))).collect(
			Collectors.joining(" ")));
		assertEquals("2 4 3 5", IntStream.range(0, 4).mapToObj(index -> String.valueOf(selection.position(index))).collect(
			Collectors.joining(" ")));
		assertEquals("1 3 2 4", IntStream.range(0, 4).mapToObj(index -> String.valueOf(selection.slice(index))).collect(
			Collectors.joining(" ")));
		assertEquals("walk, z 2, t 3", selection.name(3));
		assertEquals("_t0003_z002", selection.number(3));
	}

	@Test
	void channelsAreNoFrames() {
		final ImagePlus image = stack(3, 4, 1);
		assertEquals(4, FrameSelection.of("all", new CompositeImage(image, CompositeImage.COMPOSITE)).count());
	}

	@Test
	void sliceGoesOnFromTheOneBefore() {
		final FrameSelection selection = FrameSelection.of("2-4", stack(1, 4, 1));
		assertEquals("-1 0 1", IntStream.range(0, 3).mapToObj(index -> String.valueOf(selection.previous(index))).collect(
			Collectors.joining(" ")));
		assertEquals("walk, slice 4", selection.name(2));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"10 | There is no slice 10 in walk: choose from 1 to 9.", //
		"0 | There is no slice 0 in walk: choose from 1 to 9.", //
		"0-3 | There is no slice 0 in walk: choose from 1 to 9.", //
		"3-20 | There is no slice 10 in walk: choose from 1 to 9.", //
		"3-2000000000 | There is no slice 10 in walk: choose from 1 to 9.", //
		"5-3 | The slices \"5-3\" do not ascend: give each once, the smallest first, as in 2,5-7.", //
		"3,3 | The slices \"3,3\" do not ascend: give each once, the smallest first, as in 2,5-7.", //
		"every | Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"every\".", //
		"-3 | Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"-3\".", //
		"3- | Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"3-\".", //
		"3,,4 | Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"3,,4\".", //
		"3.5 | Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"3.5\".", //
		"99999999999 | Slices must be current, all, or numbers such as 3-20 or 2,5-7, not \"99999999999\"." })
	void whatCannotBeMeantIsExplained(final String text, final String sentence) {
		assertEquals(sentence, assertThrows(StyleTransferException.class, () -> FrameSelection.of(text, stack(1, 9, 1)))
			.getMessage());
	}

	@Test
	void numbersOutsideOfTimeAreNamedSo() {
		assertEquals("There is no frame 7 in walk: choose from 1 to 6.", assertThrows(StyleTransferException.class,
			() -> FrameSelection.of("7", stack(1, 1, 6))).getMessage());
		assertEquals("There is no point of time 7 in walk: choose from 1 to 6.", assertThrows(StyleTransferException.class,
			() -> FrameSelection.of("7", stack(1, 9, 6))).getMessage());
	}

	@Test
	void singleImageHasOneSlice() {
		assertEquals(1, FrameSelection.of("all", stack(1, 1, 1)).count());
		assertEquals("walk", FrameSelection.of("1", stack(1, 1, 1)).name(0));
		assertEquals("There is no slice 2 in walk, which has one alone: say slices=current.", assertThrows(
			StyleTransferException.class, () -> FrameSelection.of("2", stack(1, 1, 1))).getMessage());
	}

	@Test
	void whatIsOnShowIsTheNumberOfItsSliceWhereThereIsOne() {
		final ImagePlus slices = stack(1, 5, 1);
		slices.setSlice(3);
		assertEquals("3", FrameSelection.textOfShown(slices));
		assertEquals("current", FrameSelection.textOfShown(stack(1, 2, 2)));
		assertEquals("current", FrameSelection.textOfShown(stack(1, 1, 1)));
	}

	private static ImagePlus stack(final int channels, final int slices, final int frames) {
		final ImageStack stack = new ImageStack(4, 4);
		for (int i = 0; i < channels * slices * frames; i++) {
			stack.addSlice(new ByteProcessor(4, 4));
		}
		final ImagePlus image = new ImagePlus("walk", stack);
		image.setDimensions(channels, slices, frames);
		return image;
	}
}
