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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

import org.junit.jupiter.api.Test;

/** Style transfers that start from what somebody paints. */
class StartPainterTest {

	private static final StyleTransferListener SILENT = new StyleTransferListener() {};
	private static final StyleTransferJob JOB = StyleTransferJob.of(TestPictures.waves(61, 45, 1)).named("cat");
	private static final Style STYLE = Style.of(TestPictures.waves(40, 52, 2));
	private static final RandomAccessibleInterval<ARGBType> PAINTED = TestPictures.waves(122, 90, 3);

	/** What was painted, by its name. */
	private final List<String> painted = new ArrayList<>();

	@Test
	void startsFromWhatIsPainted() {
		final StyleTransferResult expected = transfer(recipe(Start.IMAGE)).run(JOB.startingFrom(PAINTED, "painting"), List
			.of(STYLE), SILENT);
		final StyleTransferResult result = transfer(recipe(Start.NETWORK)).run(JOB, List.of(STYLE), SILENT);
		assertArrayEquals(TestPictures.pixels(expected.image()), TestPictures.pixels(result.image()));
	}

	@Test
	void startsTheCoarsestLevelFromWhatIsPainted() {
		final Recipe levels = recipe(Start.IMAGE).toBuilder().set(Settings.PYRAMID, 2).set(Settings.SIZE, 96).build();
		final StyleTransferResult expected = transfer(levels).run(JOB.startingFrom(PAINTED, "painting"), List.of(STYLE),
			SILENT);
		final StyleTransferResult result = transfer(levels.toBuilder().set(Settings.START, Start.NETWORK).build()).run(JOB,
			List.of(STYLE), SILENT);
		assertArrayEquals(TestPictures.pixels(expected.image()), TestPictures.pixels(result.image()));
	}

	@Test
	void provenanceTellsTheNetworkAndReadsItAgain() {
		final Provenance told = transfer(recipe(Start.NETWORK)).run(JOB, List.of(STYLE), SILENT).provenance();
		final Provenance read = Provenance.fromJson(told.toJson());
		assertEquals("Waves", read.startNetwork().orElseThrow().name());
		assertEquals("ab12", read.startNetwork().orElseThrow().checksum());
		assertEquals(Optional.empty(), read.start());
	}

	@Test
	void nothingIsPaintedForOtherStarts() {
		final Provenance told = transfer(recipe(Start.CONTENT)).run(JOB, List.of(STYLE), SILENT).provenance();
		assertEquals(List.of(), painted);
		assertTrue(told.startNetwork().isEmpty());
	}

	@Test
	void frameThatGoesOnFromAnotherOneIsNotPainted() {
		final ImageSize size = JOB.content().size();
		try (StyleTransferSession session = transfer(recipe(Start.NETWORK)).open(STYLE)) {
			final StyleTransferResult first = session.run(JOB, SILENT);
			final int pixels = (int) size.pixels();
			final FlowField still = FlowField.of(size, new float[pixels], new float[pixels]);
			final StyleTransferResult next = session.run(JOB.named("next").goingOnFrom(first, still, WeightMap.ones(size)),
				SILENT);
			assertEquals(List.of("cat"), painted);
			assertTrue(next.provenance().startNetwork().isEmpty());
		}
	}

	@Test
	void frameThatIsRedrawnByItselfIsPainted() {
		final Recipe recipe = recipe(Start.NETWORK).toBuilder().set(Settings.COHERENCE, 0.0).build();
		try (StyleTransferSession session = transfer(recipe).open(STYLE)) {
			session.run(JOB, SILENT);
			session.run(JOB.named("next"), SILENT);
		}
		assertEquals(List.of("cat", "next"), painted);
	}

	@Test
	void withoutANetworkThereIsAnAdvice() {
		final StyleTransfer transfer = new StyleTransfer(new SmallNetwork(), recipe(Start.NETWORK));
		assertEquals("The picture is to start from a network's result, but there is no network: give one, or start from " +
			"the content.", assertThrows(WrongSettingException.class, () -> transfer.run(JOB, List.of(STYLE), SILENT))
				.getMessage());
	}

	// -- Helper methods --

	private static Recipe recipe(final Start start) {
		return SmallNetwork.recipe().set(Settings.START, start).set(Settings.PYRAMID, 1).build();
	}

	private StyleTransfer transfer(final Recipe recipe) {
		return new StyleTransfer(new SmallNetwork(), recipe).startingWith(new StartPainter() {

			@Override
			public Provenance.Painter record() {
				return new Provenance.Painter("Waves", "ab12");
			}

			@Override
			public RandomAccessibleInterval<ARGBType> paint(final StyleTransferJob job, final Recipe followed,
				final MachineShare share)
			{
				painted.add(job.name());
				return PAINTED;
			}
		});
	}
}
