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

package net.neuralstyle.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.TestPictures;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.Test;

/** Redraws three small pictures. */
class FrameTransferTest {

	private static final StyleTransfer TRANSFER = new StyleTransfer(new BundledWeights(), Recipe.builder().set(
		Settings.SIZE, 48).set(Settings.ITERATIONS, 1).build());
	private static final Img<ARGBType> STYLE = TestPictures.waves(40, 40, 9);

	private final List<String> written = new ArrayList<>();
	private final List<int[]> pictures = new ArrayList<>();
	private final FrameSink sink = (index, result) -> {
		written.add(index + " " + result.provenance().content().name());
		pictures.add(TestPictures.pixels(result.image()));
	};

	@Test
	void picturesComeOutInTheirOrderAsIfEachWereAlone() throws IOException {
		final Pictures source = new Pictures();
		assertEquals(3, run(source, index -> new StyleTransferListener() {}));
		assertEquals(List.of("0 picture 0", "1 picture 1", "2 picture 2"), written);
		for (int index = 0; index < 3; index++) {
			assertArrayEquals(TestPictures.pixels(TRANSFER.run(TestPictures.waves(48, 36, index), STYLE,
				new StyleTransferListener() {}).image()), pictures.get(index));
		}
	}

	@Test
	void cancelledPictureIsTheLastOneWritten() throws IOException {
		assertEquals(2, run(new Pictures(), index -> new StyleTransferListener() {

			@Override
			public boolean isCancelled() {
				return index == 1;
			}
		}));
		assertEquals(List.of("0 picture 0", "1 picture 1"), written);
	}

	@Test
	void picturesBeforeOneThatCannotBeReadAreWritten() {
		assertThrows(IOException.class, () -> run(new Pictures() {

			@Override
			public StyleTransferJob read(final int index) throws IOException {
				if (index == 2) throw new IOException("It is gone.");
				return super.read(index);
			}
		}, index -> new StyleTransferListener() {}));
		assertEquals(2, written.size());
	}

	private int run(final FrameSource source, final IntFunction<StyleTransferListener> listeners)
		throws IOException
	{
		try (StyleTransferSession session = TRANSFER.open(Style.of(STYLE))) {
			return new FrameTransfer(session).run(source, sink, listeners);
		}
	}

	private static class Pictures implements FrameSource {

		@Override
		public int count() {
			return 3;
		}

		@Override
		public String name(final int index) {
			return "picture " + index;
		}

		@Override
		public StyleTransferJob read(final int index) throws IOException {
			return StyleTransferJob.of(TestPictures.waves(48, 36, index));
		}
	}
}
