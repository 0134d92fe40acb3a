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


package net.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.MachineShare;
import net.neuralstyle.feedforward.RandomNetworks;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.imagej.batch.FilePictures;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and frames that a network paints, from file to file: what is otherwise than with style transfers. */
class UnitPaintingTest {

	private static final PaintingRecipe RECIPE = PaintingRecipe.builder().build();
	private static final UnitListener NOBODY = (unit, reason, content) -> frame -> new FrameWatcher() {};

	private final LocalFiles files = new LocalFiles();

	@TempDir
	private Path folder;
	private UnitWork work;

	@BeforeEach
	void writePicturesAndNetwork() throws IOException {
		TestPictures.folder(folder.resolve("in"), 3);
		StyleNetworkFile.write(folder.resolve("waves.h5"), RandomNetworks.make(1, 2, 1));
		Files.createDirectory(folder.resolve("out"));
		work = work();
	}

	@AfterEach
	void closeSession() {
		work.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif" })
	void whatIsPaintedIsSkippedInEveryFormat(final String name) throws IOException {
		final UnitReport done = work.make(unit("p1.png", name, RECIPE), NOBODY);
		assertEquals("done, new", told(done));
		assertTrue(Double.isNaN(done.loss()));
		final byte[] bytes = Files.readAllBytes(out(name));
		final UnitReport again = work.make(unit("p1.png", name, RECIPE), NOBODY);
		assertEquals("skipped, made before", told(again));
		assertEquals(done.checksum(), again.checksum());
		assertArrayEquals(bytes, Files.readAllBytes(out(name)));
	}

	@Test
	void otherRecipeMakesItAgainAndSaysWhatWasOtherwise() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		assertAgain("strength was 1, size was 0", unit("p1.png", "a.png", RECIPE.toBuilder().set(PaintingSettings.STRENGTH,
			0.5).set(PaintingSettings.SIZE, 40).build()));
	}

	@Test
	void otherNetworkMakesItAgainAndTheSameInAnotherFileDoesNot() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		Files.copy(folder.resolve("waves.h5"), folder.resolve("copy.h5"));
		assertEquals("skipped, made before", told(work.make(unit("copy.h5", "p1.png", "", "a.png", RECIPE), NOBODY)));
		StyleNetworkFile.write(folder.resolve("other.h5"), RandomNetworks.make(2, 2, 1));
		assertAgain("it was painted by another style network, Waves", unit("other.h5", "p1.png", "", "a.png", RECIPE));
	}

	@Test
	void otherPixelsOfTheContentMakeItAgain() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		TestPictures.write(folder.resolve("in/p1.png"), 5);
		assertAgain("it was made from another picture", unit("p1.png", "a.png", RECIPE));
	}

	@Test
	void resultsOfTheOtherWayAreMadeAgain() throws IOException {
		final BatchUnit painting = unit("p1.png", "a.png", RECIPE);
		final BatchUnit transfer = new BatchUnit(painting.content(), "", new TransferWay(List.of("gravel"), "", Recipe
			.builder().set(Settings.SIZE, 40).set(Settings.ITERATIONS, 1).build(), "w"), painting.output(), false);
		work.make(painting, NOBODY);
		assertAgain("it was painted by a style network", transfer);
		assertAgain("it was made by a style transfer", painting);
	}

	@Test
	void pictureThatIsStoppedIsNotWritten() throws IOException {
		final UnitReport report = work.make(unit("p1.png", "a.png", RECIPE), stoppedAt(0));
		assertEquals("stopped, nothing of it is done", told(report));
		assertEquals(List.of(FolderClaims.FILE), TestPictures.names(folder.resolve("out")));
	}

	@Test
	void networkThatCannotBeUsedIsReportedAndTheNextOnePaints() throws IOException {
		final Path letter = Files.writeString(folder.resolve("letter.h5"), "A letter");
		for (final String name : List.of("letter.h5", "none.h5")) {
			final BatchUnit unit = unit(name, "p1.png", "", "a.png", RECIPE);
			final UnitReport report = work.make(unit, NOBODY);
			assertEquals(BatchStatus.FAILED, report.status());
			assertFalse(report.isWorthAnotherTry());
			assertTrue(report.reason().contains(letter.resolveSibling(name).toString()), report.reason());
			assertEquals(report.reason(), work.look(unit).reason());
		}
		assertEquals("done, new", told(work.make(unit("p1.png", "a.png", RECIPE), NOBODY)));
	}

	@Test
	void pictureTellsTheMacroThatPaintsItAgain() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		final String info = PictureReader.info(out("a.png"));
		assertTrue(info.contains("Macro: run(\"Apply Style Network\", \"content=p1.png network=waves.h5 strength=1 "), info);
		assertFalse(info.contains(folder.toString()), info);
	}

	// -- Frames --

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void framesArePaintedAndSkippedThen(final String name) throws IOException {
		final UnitReport done = work.make(frames("all", name), NOBODY);
		assertEquals("done, new", told(done));
		assertEquals(3, done.frames());
		assertEquals(3, SeriesReader.read(out(name)).orElseThrow().image().getStackSize());
		final UnitReport again = work.make(frames("1-3", name), NOBODY);
		assertEquals("skipped, made before", told(again));
		assertEquals(done.checksum() + done.frames(), again.checksum() + again.frames());
		assertEquals(List.of(FolderClaims.FILE, name), TestPictures.names(folder.resolve("out")));
	}

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void framesThatWereDoneWhenItWasStoppedAreThereAndAllAreMadeAgain(final String name) throws IOException {
		assertEquals("stopped, 2 of 3 frames", told(work.make(frames("all", name), stoppedAt(2))));
		assertEquals(2, SeriesReader.read(out(name)).orElseThrow().image().getStackSize());
		assertAgain("it has 2 of 3 frames", frames("all", name));
	}

	@Test
	void framesBeforeOneThatCannotBeReadAreKept() throws IOException {
		Files.writeString(folder.resolve("in/p3.png"), "no picture");
		final String told = told(work.make(frames("all", "a.tif"), NOBODY));
		assertTrue(told.startsWith("failed, in, frame 3: ") && told.endsWith(" The 2 before it are in " + out("a.tif") +
			"."), told);
		assertEquals(2, SeriesReader.read(out("a.tif")).orElseThrow().image().getStackSize());
	}

	// -- Helper methods --

	private UnitWork work() {
		return new UnitWork(files, new FilePictures(files, 0, note -> {}), reference -> new BundledWeights(), MachineShare
			.all(), false);
	}

	private BatchUnit unit(final String content, final String output, final PaintingRecipe recipe) {
		return unit("waves.h5", content, "", output, recipe);
	}

	private BatchUnit frames(final String slices, final String output) {
		return unit("waves.h5", "", slices, output, RECIPE);
	}

	private BatchUnit unit(final String network, final String content, final String slices, final String output,
		final PaintingRecipe recipe)
	{
		// NB: As another machine gets it.
		return BatchUnit.fromJson(new BatchUnit(folder.resolve("in").resolve(content).toString(), slices, new PaintingWay(
			folder.resolve(network).toString(), recipe), out(output).toString(), false).toJson());
	}

	private Path out(final String name) {
		return folder.resolve("out").resolve(name);
	}

	/** Stops when a frame is under way. */
	private static UnitListener stoppedAt(final int index) {
		return (unit, reason, content) -> frame -> new FrameWatcher() {

			@Override
			public boolean isCancelled() {
				return frame == index;
			}
		};
	}

	private static String told(final UnitReport report) {
		return report.status() + ", " + report.reason();
	}

	private void assertAgain(final String reason, final BatchUnit unit) throws IOException {
		assertEquals("done, " + reason, told(work.make(unit, NOBODY)));
		assertEquals("skipped, made before", told(work.make(unit, NOBODY)));
	}
}
