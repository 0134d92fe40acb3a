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

package net.neuralstyle;

import static net.neuralstyle.NativeMemory.assertNoGrowth;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.Test;

/**
 * A run gives back all its native memory.
 * <p>
 * Most runs change it by some 20 kB, so few of them tell a leak. Java's compiler takes and
 * gives back megabytes meanwhile; a leak is in every run, so that it is in the third of the
 * least changes as well.
 * </p>
 */
class MemoryTest {

	private static final Img<ARGBType> CONTENT = TestPictures.waves(64, 64, 1);
	private static final Img<ARGBType> STYLE = TestPictures.waves(64, 64, 2);
	private static final StyleTransfer TRANSFER = new StyleTransfer(new BundledWeights(), Recipe.builder().set(
		Settings.SIZE, 0).build());

	@Test
	void runsDoNotGrowTheNativeMemory() throws InterruptedException {
		assertNoGrowth(() -> TRANSFER.run(CONTENT, STYLE, impatient()));
	}

	@Test
	void runsOfOneSessionDoNotGrowTheNativeMemory() throws InterruptedException {
		try (StyleTransferSession session = TRANSFER.open(Style.of(STYLE))) {
			final StyleTransferJob job = StyleTransferJob.of(CONTENT);
			assertNoGrowth(() -> session.run(job, impatient()));
		}
	}

	// -- Helper methods --

	private static StyleTransferListener impatient() {
		return new StyleTransferListener() {

			private int evaluations;

			@Override
			public boolean isCancelled() {
				return ++evaluations == 3;
			}
		};
	}
}
