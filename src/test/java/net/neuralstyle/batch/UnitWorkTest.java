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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;


import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.MachineShare;
import net.neuralstyle.StartPainter;
import net.neuralstyle.Style;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.imagej.batch.FilePictures;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.FullDiskException;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One picture after the other, from file to file, with the engine itself. */
class UnitWorkTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 40).set(Settings.ITERATIONS, 1).build();
	private static final UnitListener NOBODY = (unit, reason, content) -> frame -> new FrameWatcher() {};

	private final LocalFiles files = new LocalFiles();
	private final List<String> notes = new ArrayList<>();

	@TempDir
	private Path folder;
	private UnitWork work;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.folder(folder.resolve("in"), 2);
		TestPictures.write(folder.resolve("style.png"), 7);
		Files.createDirectory(folder.resolve("out"));
		work = work(new FilePictures(files, 0, notes::add), false);
	}

	@AfterEach
	void closeSession() {
		work.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif" })
	void whatIsDoneIsSkippedInEveryFormat(final String name) throws IOException {
		final UnitReport done = work.make(unit("p1.png", name, RECIPE), NOBODY);
		assertEquals("done, new", done.status() + ", " + done.reason());
		final byte[] bytes = Files.readAllBytes(out(name));
		final UnitReport again = work.make(unit("p1.png", name, RECIPE), NOBODY);
		assertEquals("skipped, made before", again.status() + ", " + again.reason());
		assertArrayEquals(bytes, Files.readAllBytes(out(name)));
		assertEquals(done.checksum(), again.checksum());
		assertEquals(done.loss(), again.loss());
		assertTrue(done.seconds() > 0 && Double.isNaN(again.seconds()));
	}

	@Test
	void reportHasTheChecksumAndTheLossOfThePicture() throws IOException {
		final UnitReport report = work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		final MadeResult made = new FilePictures(files, 0, notes::add).content(unit("p1.png", "a.png", RECIPE), 1).made(out(
			"a.png")).orElseThrow();
		assertEquals(made.checksum(), report.checksum());
		assertEquals(made.origin().loss(), report.loss());
		assertEquals("p1.png", made.origin().content().name());
		assertEquals(64, report.checksum().length());
	}

	@Test
	void otherRecipeMakesItAgainAndSaysWhatWasOtherwise() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		assertAgain("size was 40, iterations was 1", unit("p1.png", "a.png", RECIPE.toBuilder().set(Settings.SIZE, 48).set(
			Settings.ITERATIONS, 2).build()));
	}

	@Test
	void otherPixelsOfTheContentMakeItAgain() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		TestPictures.write(folder.resolve("in/p1.png"), 5);
		assertAgain("it was made from another picture", unit("p1.png", "a.png", RECIPE));
	}

	@Test
	void contentOfAnotherNameWithTheSamePixelsIsTheSame() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		Files.copy(folder.resolve("in/p1.png"), folder.resolve("in/q.png"));
		assertEquals(BatchStatus.SKIPPED, work.make(unit("q.png", "a.png", RECIPE), NOBODY).status());
	}

	@Test
	void otherPixelsOfTheStyleMakeItAgain() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		TestPictures.write(folder.resolve("style.png"), 8);
		// NB: Within a batch a style is read once.
		work.close();
		work = work(new FilePictures(files, 0, notes::add), false);
		assertAgain("it was made in another style", unit("p1.png", "a.png", RECIPE));
	}

	@Test
	void otherSharesMakeItAgainButNotTheSameInProportion() throws IOException {
		work.make(blend("1,2"), NOBODY);
		assertEquals(BatchStatus.SKIPPED, work.make(blend("2,4"), NOBODY).status());
		assertAgain("its styles had other shares", blend("2,1"));
	}

	@Test
	void otherTypeOfResultMakesItAgain() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		assertAgain("its type was another one", new BatchUnit(in("p1.png"), "", new TransferWay(List.of(style()), "",
			RECIPE, "w"), out("a.png").toString(), true));
	}

	@Test
	void stoppedPictureIsWrittenAndMadeAgain() throws IOException {
		final UnitReport stopped = work.make(unit("p1.png", "a.png", RECIPE), (unit, reason,
			content) -> frame -> new FrameWatcher() {

				@Override
				public boolean isCancelled() {
					return true;
				}
			});
		assertEquals(BatchStatus.STOPPED, stopped.status());
		assertTrue(Files.exists(out("a.png")));
		assertAgain("it was stopped before its end", unit("p1.png", "a.png", RECIPE));
	}

	@Test
	void overwritingMakesEverything() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		try (UnitWork overwriting = work(new FilePictures(files, 0, notes::add), true)) {
			assertEquals("overwritten", overwriting.make(unit("p1.png", "a.png", RECIPE), NOBODY).reason());
		}
	}

	@Test
	void pictureOfSomebodyElseIsNotReplacedUnasked() throws IOException {
		final Path other = TestPictures.write(out("a.png"), 3);
		final byte[] bytes = Files.readAllBytes(other);
		assertFailed("The picture " + other + " is there and does not tell how it was made: choose another folder or other " +
			"names, or have it overwritten.", unit("p1.png", "a.png", RECIPE));
		Files.write(other, new byte[] { 1, 2, 3 });
		assertFailed("The picture " + other + " is there and cannot be read: ", unit("p1.png", "a.png", RECIPE));
		Files.write(other, bytes);
		try (UnitWork overwriting = work(new FilePictures(files, 0, notes::add), true)) {
			assertEquals(BatchStatus.DONE, overwriting.make(unit("p1.png", "a.png", RECIPE), NOBODY).status());
		}
	}

	@Test
	void badPictureIsReportedAndTheNextOneIsMade() throws IOException {
		Files.write(folder.resolve("in/bad.png"), "no picture".getBytes());
		assertFailed("The file " + in("bad.png") + " is", unit("bad.png", "a.png", RECIPE));
		assertFailed("There is no image file " + in("none.png") + ": check its path.", unit("none.png", "a.png", RECIPE));
		assertEquals(BatchStatus.DONE, work.make(unit("p1.png", "b.png", RECIPE), NOBODY).status());
		assertEquals(List.of(FolderClaims.FILE, "b.png"), TestPictures.names(folder.resolve("out")));
	}

	@Test
	void folderThatCannotBeWrittenIsReported() throws IOException {
		Files.delete(folder.resolve("out"));
		assertFailed("There is no folder " + folder.resolve("out") + " for the output: create it first.", unit("p1.png",
			"a.png", RECIPE));
	}

	@Test
	void fullDiskIsReportedAndLeavesTheOldPicture() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		final byte[] bytes = Files.readAllBytes(out("a.png"));
		try (UnitWork full = work(new FullDisk(new FilePictures(files, 0, notes::add)), true)) {
			final UnitReport report = full.make(unit("p1.png", "a.png", RECIPE), NOBODY);
			assertEquals("the disk is full", report.reason());
			assertTrue(report.isOfFullDisk());
		}
		assertArrayEquals(bytes, Files.readAllBytes(out("a.png")));
		assertEquals(List.of(FolderClaims.FILE, "a.png"), TestPictures.names(folder.resolve("out")));
	}

	@Test
	void whatIsNoFaultOfThePicturesIsWorthAnotherTry() throws IOException {
		try (UnitWork full = work(new FullDisk(new FilePictures(files, 0, notes::add)), true)) {
			assertTrue(full.make(unit("p1.png", "a.png", RECIPE), NOBODY).isWorthAnotherTry());
			assertFalse(full.make(unit("none.png", "a.png", RECIPE), NOBODY).isWorthAnotherTry());
		}
		assertFalse(work.make(unit("p1.png", "a.png", RECIPE), NOBODY).isWorthAnotherTry());
		assertFalse(work.make(unit("none.png", "a.png", RECIPE), NOBODY).isWorthAnotherTry());
	}

	@Test
	void recipeThatDoesNotFitTheNetworkEndsTheBatch() {
		final Recipe wrong = RECIPE.toBuilder().set(Settings.STYLE_LAYERS, List.of("nowhere")).build();
		assertThrows(WrongSettingException.class, () -> work.make(unit("p1.png", "a.png", wrong), NOBODY));
	}

	@Test
	void weightsThatCannotBeHadEndTheBatch() {
		final UnitWork without = new UnitWork(files, new FilePictures(files, 0, notes::add), reference -> {
			throw new IOException("There are no weights " + reference + ".");
		}, MachineShare.all(), false);
		assertEquals("There are no weights w.", assertThrows(IOException.class, () -> without.make(unit("p1.png", "a.png",
			RECIPE), NOBODY)).getMessage());
	}

	@Test
	void weightsAreFoundOnceForAllStyles() throws IOException {
		final List<String> found = new ArrayList<>();
		try (UnitWork counting = new UnitWork(files, new FilePictures(files, 0, notes::add), reference -> {
			found.add(reference);
			return new BundledWeights();
		}, MachineShare.all(), false))
		{
			counting.look(unit("p1.png", "a.png", RECIPE));
			counting.look(blend("1,2"));
			counting.look(unit("p1.png", "a.png", RECIPE));
		}
		assertEquals(List.of("w"), found);
	}

	@Test
	void whatSomebodyElseIsMakingIsLeftToHim() throws IOException {
		try (BatchFiles.Claim claim = files.claim(out("a.png").toString()).orElseThrow()) {
			assertEquals(BatchStatus.BUSY, work.make(unit("p1.png", "a.png", RECIPE), NOBODY).status());
		}
		assertEquals(BatchStatus.DONE, work.make(unit("p1.png", "a.png", RECIPE), NOBODY).status());
	}

	@Test
	void lookingTellsAndDoesNothing() throws IOException {
		assertEquals("to do, new", told(work.look(unit("p1.png", "a.png", RECIPE))));
		assertEquals(List.of(), TestPictures.names(folder.resolve("out")));
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		assertEquals("skipped, made before", told(work.look(unit("p1.png", "a.png", RECIPE))));
		assertEquals("to do, size was 40", told(work.look(unit("p1.png", "a.png", RECIPE.toBuilder().set(Settings.SIZE, 48)
			.build()))));
		assertEquals(BatchStatus.FAILED, work.look(unit("none.png", "b.png", RECIPE)).status());
	}

	@Test
	void pixelsDoNotDependOnWhatWasMadeBefore() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		final String second = work.make(unit("p2.png", "b.png", RECIPE), NOBODY).checksum();
		try (UnitWork alone = work(new FilePictures(files, 0, notes::add), true)) {
			assertEquals(second, alone.make(unit("p2.png", "c.png", RECIPE), NOBODY).checksum());
		}
		assertNotEquals(second, work.make(unit("p1.png", "d.png", RECIPE), NOBODY).checksum());
	}

	@Test
	void unitFromJsonMakesTheSamePicture() throws IOException {
		final BatchUnit unit = unit("p1.png", "a.png", RECIPE);
		work.make(unit, NOBODY);
		assertEquals(BatchStatus.SKIPPED, work.make(BatchUnit.fromJson(unit.toJson()), NOBODY).status());
	}

	@Test
	void pictureTellsTheMacroThatMakesItAgain() throws IOException {
		work.make(unit("p1.png", "a.png", RECIPE), NOBODY);
		final String info = PictureReader.info(out("a.png"));
		assertTrue(info.contains("Macro: run(\"Neural Style Transfer\", \"content=p1.png style=style.png weightsfile=w " +
			"strength=1 "), info);
		assertTrue(info.contains(" size=40 ") && info.contains(" resulttype=RGB\");"), info);
		assertTrue(!info.contains(folder.toString()), info);
	}

	// -- Helper methods --

	private UnitWork work(final UnitPictures pictures, final boolean overwrite) {
		return new UnitWork(files, pictures, reference -> new BundledWeights(), MachineShare.all(), overwrite);
	}

	private BatchUnit unit(final String content, final String output, final Recipe recipe) {
		return new BatchUnit(in(content), "", new TransferWay(List.of(style()), "", recipe, "w"), out(output).toString(),
			false);
	}

	private BatchUnit blend(final String shares) {
		return new BatchUnit(in("p1.png"), "", new TransferWay(List.of(style(), "gravel"), shares, RECIPE, "w"), out("a.png")
			.toString(), false);
	}

	private String in(final String name) {
		return folder.resolve("in").resolve(name).toString();
	}

	private Path out(final String name) {
		return folder.resolve("out").resolve(name);
	}

	private String style() {
		return folder.resolve("style.png").toString();
	}

	private static String told(final UnitReport report) {
		return report.status() + ", " + report.reason();
	}

	private void assertAgain(final String reason, final BatchUnit unit) throws IOException {
		final UnitReport report = work.make(unit, NOBODY);
		assertEquals("done, " + reason, told(report));
		assertEquals(BatchStatus.SKIPPED, work.make(unit, NOBODY).status());
	}

	private void assertFailed(final String sentence, final BatchUnit unit) throws IOException {
		final UnitReport report = work.make(unit, NOBODY);
		assertSame(BatchStatus.FAILED, report.status());
		assertTrue(report.reason().startsWith(sentence), report.reason());
	}

	/** Reads pictures, and has no room for results. */
	static final class FullDisk implements UnitPictures {

		private final UnitPictures pictures;

		FullDisk(final UnitPictures pictures) {
			this.pictures = pictures;
		}

		@Override
		public List<Style> styles(final TransferWay way) throws IOException {
			return pictures.styles(way);
		}

		@Override
		public StartPainter startPainter(final TransferWay way, final List<Style> styles) throws IOException {
			return pictures.startPainter(way, styles);
		}

		@Override
		public Content content(final BatchUnit unit, final int styles) throws IOException {
			final Content content = pictures.content(unit, styles);
			return (Content) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Content.class }, (proxy,
				method, arguments) -> method.getName().equals("output") ? full((Output) method.invoke(content, arguments)) : method
				.invoke(
					content, arguments));
		}

		private static Output full(final Output output) {
			return (Output) Proxy.newProxyInstance(FullDisk.class.getClassLoader(), new Class<?>[] { Output.class }, (proxy,
				method, arguments) -> {
				if (method.getName().equals("complete")) throw new FullDiskException("the disk is full", null);
				return method.invoke(output, arguments);
			});
		}
	}
}
