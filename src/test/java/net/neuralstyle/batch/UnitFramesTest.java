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

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.MachineShare;
import net.neuralstyle.imagej.batch.FilePictures;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames that belong together, from file to file, with the engine itself: what is otherwise than with one picture. */
@Tag("slow")
class UnitFramesTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 40).set(Settings.ITERATIONS, 1).build();
	private static final UnitListener NOBODY = (unit, reason, content) -> frame -> new FrameWatcher() {};

	private final LocalFiles files = new LocalFiles();
	private final List<String> notes = new ArrayList<>();

	@TempDir
	private Path folder;
	private UnitWork work;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.stack(folder.resolve("in/walk.tif"));
		TestPictures.folder(folder.resolve("in/walk"), 3);
		Files.createDirectory(folder.resolve("out"));
		work = work(0, false);
	}

	@AfterEach
	void closeSession() {
		work.close();
	}

	@ParameterizedTest
	@CsvSource({ "walk.tif, a.tif", "walk.tif, a.avi", "walk.tif, a", "walk, a.tif", "walk, a.avi", "walk, a" })
	void framesBecomeAStackAMovieOrAFolderAndAreSkippedThen(final String content, final String name) throws IOException {
		final UnitReport done = work.make(unit(content, "all", name, RECIPE), NOBODY);
		assertEquals("done, new", told(done));
		assertEquals(3, done.frames());
		assertEquals(3, SeriesReader.read(out(name)).orElseThrow().image().getStackSize());
		assertEquals(List.of(FolderClaims.FILE, name), TestPictures.names(folder.resolve("out")));
		final UnitReport again = work.make(unit(content, "1-3", name, RECIPE), NOBODY);
		assertEquals("skipped, made before", told(again));
		assertEquals(done.checksum() + done.loss() + done.frames(), again.checksum() + again.loss() + again.frames());
		assertEquals(64, done.checksum().length());
	}

	@Test
	void movieIsReadAsAStackIs() throws IOException {
		TestPictures.stack(folder.resolve("in/walk.avi"));
		assertEquals(2, work.make(unit("walk.avi", "2-3", "a", RECIPE), NOBODY).frames());
		assertEquals(List.of("walk_0002.tif", "walk_0003.tif"), TestPictures.names(out("a")));
	}

	@Test
	void stackHasTheLabelsAndItsFramesGoOnFromEachOther() throws IOException {
		work.make(unit("walk.tif", "all", "a.tif", RECIPE), NOBODY);
		assertEquals("label 2", SeriesReader.read(out("a.tif")).orElseThrow().image().getStack().getSliceLabel(2));
		work.make(unit("walk.tif", "all", "a", RECIPE), NOBODY);
		assertTrue(PictureReader.info(out("a/walk_0002.tif")).contains("\"former\":"));
		assertTrue(PictureReader.info(out("a.tif")).contains("slices=all "));
	}

	@Test
	void stackMovieAndFolderHaveTheSameFrames() throws IOException {
		final String ofFile = work.make(unit("walk.tif", "all", "a.tif", RECIPE), NOBODY).checksum();
		assertEquals(ofFile, work.make(unit("walk.tif", "all", "a", RECIPE), NOBODY).checksum());
		assertEquals(ofFile, work.make(unit("walk", "all", "b.tif", RECIPE), NOBODY).checksum());
	}

	@Test
	void onePictureIsAFrameOfItsOwn() throws IOException {
		final UnitReport done = work.make(unit("walk/p1.png", "all", "a.tif", RECIPE), NOBODY);
		assertEquals(1, done.frames());
		assertEquals(work.make(unit("walk/p1.png", "", "b.png", RECIPE), NOBODY).checksum(), done.checksum());
		assertEquals(BatchStatus.SKIPPED, work.make(unit("walk/p1.png", "", "a.tif", RECIPE), NOBODY).status());
	}

	@Test
	void frameThatIsPickedMayBeAPicture() throws IOException {
		final UnitReport done = work.make(unit("walk.tif", "2", "a.png", RECIPE), NOBODY);
		assertEquals("done, new", told(done));
		assertEquals(work.make(unit("walk/p2.png", "", "b.png", RECIPE), NOBODY).checksum(), done.checksum());
		assertEquals("skipped, made before", told(work.make(unit("walk.tif", "2", "a.png", RECIPE), NOBODY)));
	}

	// -- What makes them again --

	@Test
	void otherSlicesMakeItAgain() throws IOException {
		work.make(unit("walk.tif", "all", "a.tif", RECIPE), NOBODY);
		assertAgain("slices was all", unit("walk.tif", "1-2", "a.tif", RECIPE));
	}

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void otherPixelsOfOneFrameMakeItAgain(final String name) throws IOException {
		work.make(unit("walk", "all", name, RECIPE), NOBODY);
		TestPictures.write(folder.resolve("in/walk/p3.png"), 9);
		assertAgain("walk, frame 3 was another picture", unit("walk", "all", name, RECIPE));
	}

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void otherRecipeReplacesAllOfIt(final String name) throws IOException {
		work.make(unit("walk.tif", "all", name, RECIPE), NOBODY);
		assertAgain("size was 40", unit("walk.tif", "2-3", name, RECIPE.toBuilder().set(Settings.SIZE, 48).build()));
		assertEquals(2, SeriesReader.read(out(name)).orElseThrow().image().getStackSize());
		assertEquals(List.of(FolderClaims.FILE, name), TestPictures.names(folder.resolve("out")));
	}

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void framesThatWereDoneWhenItWasStoppedAreThereAndAllAreMadeAgain(final String name) throws IOException {
		final UnitReport stopped = work.make(unit("walk.tif", "all", name, RECIPE), stoppedAt(2));
		assertEquals("stopped, 2 of 3 frames", told(stopped));
		assertEquals(2, SeriesReader.read(out(name)).orElseThrow().image().getStackSize());
		assertAgain("it has 2 of 3 frames", unit("walk.tif", "all", name, RECIPE));
	}

	@Test
	void firstFrameSoFarIsThereIfItWasStoppedThen() throws IOException {
		assertEquals("stopped, 1 of 3 frames", told(work.make(unit("walk.tif", "all", "a.tif", RECIPE), stoppedAt(0))));
		assertAgain("it was stopped before its end", unit("walk.tif", "all", "a.tif", RECIPE));
	}

	// -- What goes wrong --

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void framesBeforeOneThatCannotBeReadAreKept(final String name) throws IOException {
		Files.writeString(folder.resolve("in/walk/p3.png"), "no picture");
		final UnitReport failed = work.make(unit("walk", "all", name, RECIPE), NOBODY);
		assertEquals("failed, walk, frame 3: The file " + in("walk/p3.png") + " is not an image that can be read: convert " +
			"it to PNG, JPEG or TIFF. The 2 before it are in " + out(name) + ".", told(failed));
		assertFalse(failed.isWorthAnotherTry());
		assertEquals(2, SeriesReader.read(out(name)).orElseThrow().image().getStackSize());
		assertEquals(List.of(FolderClaims.FILE, name), TestPictures.names(folder.resolve("out")));
		TestPictures.write(folder.resolve("in/walk/p3.png"), 3);
		assertAgain("it has 2 of 3 frames", unit("walk", "all", name, RECIPE));
	}

	@Test
	void somethingWholeIsNotReplacedByFramesBeforeOneThatCannotBeRead() throws IOException {
		work.make(unit("walk", "all", "a.tif", RECIPE), NOBODY);
		final byte[] bytes = Files.readAllBytes(out("a.tif"));
		Files.writeString(folder.resolve("in/walk/p3.png"), "no picture");
		try (UnitWork overwriting = work(0, true)) {
			assertEquals(BatchStatus.FAILED, overwriting.make(unit("walk", "all", "a.tif", RECIPE), NOBODY).status());
		}
		assertArrayEquals(bytes, Files.readAllBytes(out("a.tif")));
	}

	@Test
	void framesThatAreNotThereAreReportedAndTheNextUnitIsMade() throws IOException {
		assertEquals("failed, There is no slice 4 in walk.tif: choose from 1 to 3.", told(work.make(unit("walk.tif", "3-4",
			"a.tif", RECIPE), NOBODY)));
		assertEquals("failed, The output " + out("a.png") + " has room for one picture, and there are 3 frames: end its " +
			"name in .tif or .avi, or give a folder.", told(work.make(unit("walk.tif", "all", "a.png", RECIPE), NOBODY)));
		assertEquals(BatchStatus.DONE, work.make(unit("walk.tif", "3", "b.tif", RECIPE), NOBODY).status());
	}

	@Test
	void folderOfSomebodyElseIsNeverReplaced() throws IOException {
		final Path mine = TestPictures.write(out("a/walk_0001.tif").resolveSibling("mine.png"), 1);
		final BatchUnit unit = unit("walk.tif", "all", "a", RECIPE);
		assertEquals("failed, The folder " + out("a") + " is there and does not tell how it was made: choose another " +
			"folder or other names.", told(work.make(unit, NOBODY)));
		try (UnitWork overwriting = work(0, true)) {
			assertEquals("failed, The folder " + out("a") + " is there and has what is no redrawn frame, mine.png: give the " +
				"result another name, or remove the folder.", told(overwriting.make(unit, NOBODY)));
		}
		assertTrue(Files.exists(mine));
		assertEquals(List.of("mine.png"), TestPictures.names(out("a")));
	}

	// -- On the way --

	@ParameterizedTest
	@CsvSource({ "a.tif", "a.avi", "a" })
	void whatFramesAreOnTheWayIsSavedBesideTheResult(final String name) throws IOException {
		try (UnitWork saving = work(1, false)) {
			// NB: Frames that go on from others take less than an iteration.
			saving.make(unit("walk.tif", "2-3", name, RECIPE.toBuilder().set(Settings.COHERENCE, 0.0).build()), NOBODY);
		}
		for (final String number : List.of("0002", "0003")) {
			final ImagePlus saved = PictureReader.read(out("a_" + number + "-iteration-0001.tif"), 0).image();
			assertEquals(40, saved.getWidth());
		}
	}

	@Test
	void lookingTellsHowManyFramesThereAre() throws IOException {
		final UnitReport report = work.look(unit("walk.tif", "2-3", "a", RECIPE));
		assertEquals("to do, new", told(report));
		assertEquals(2, report.frames());
		assertEquals(List.of(), TestPictures.names(folder.resolve("out")));
	}

	// -- Helper methods --

	private UnitWork work(final int saveEvery, final boolean overwrite) {
		return new UnitWork(files, new FilePictures(files, saveEvery, notes::add), reference -> new BundledWeights(),
			MachineShare.all(), overwrite);
	}

	private BatchUnit unit(final String content, final String slices, final String output, final Recipe recipe) {
		// NB: As another machine gets it.
		return BatchUnit.fromJson(new BatchUnit(in(content), slices, new TransferWay(List.of("gravel"), "", recipe, "w"),
			out(output).toString(), false).toJson());
	}

	private String in(final String name) {
		return folder.resolve("in").resolve(name).toString();
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
