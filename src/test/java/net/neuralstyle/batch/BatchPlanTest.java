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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.sequence.FrameNumbers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BatchPlanTest {

	private static final String NAME = "{content}-{style}.png";

	@TempDir
	private Path folder;

	@BeforeEach
	void touchFiles() throws IOException {
		for (final String name : List.of("in/b.png", "in/a.jpg", "styles/t.png", "styles/s.jpg")) {
			Files.createDirectories(folder.resolve(name).getParent());
			Files.write(folder.resolve(name), new byte[1]);
		}
	}

	@Test
	void styleByStyleThePicturesOfAFolderAreRedrawn() throws IOException {
		assertEquals("a-s.png b-s.png a-t.png b-t.png", outputs(plan(in(), List.of(path("styles")), true, NAME)));
	}

	@Test
	void blendedStylesMakeOneResultOfEachPicture() throws IOException {
		final BatchPlan plan = plan(in(), List.of(path("styles"), "Mosaic"), false, NAME);
		assertEquals("a-s+t+mosaic.png b-s+t+mosaic.png", outputs(plan));
		assertEquals(List.of(path("styles/s.jpg"), path("styles/t.png"), "mosaic"), plan.units().get(0).way().styles());
	}

	@Test
	void partsAreOfTheSameList() throws IOException {
		final BatchPlan plan = plan(in(), List.of(path("styles")), true, NAME);
		assertEquals(List.of(path("out/b-s.png"), path("out/b-t.png")), plan.units(BatchPart.of("2/2")).stream().map(
			BatchUnit::output).collect(Collectors.toList()));
	}

	@Test
	void picturesOfAListNeedNotBeThere() throws IOException {
		final Path list = Files.writeString(folder.resolve("list.txt"), "in/b.png\nin/none.png\n");
		assertEquals("b-mosaic.png none-mosaic.png", outputs(plan(List.of(list.toString()), List.of("mosaic"), false, NAME)));
	}

	@Test
	void framesOfMoviesAreRedrawnTooIfThatIsWanted() throws IOException {
		Files.write(folder.resolve("in/walk.avi"), new byte[1]);
		final BatchPlan plan = builder(in(), " 2-3,4 ", List.of("mosaic"), false, "{content}.tif").build();
		assertEquals("a.tif b.tif walk.tif", outputs(plan));
		assertEquals(List.of("2-4"), plan.units().stream().map(BatchUnit::slices).distinct().collect(Collectors.toList()));
		assertEquals("a.tif b.tif", outputs(builder(in(), "current", List.of("mosaic"), false, "{content}.tif").build()));
	}

	@Test
	void folderOfAListIsAMovie() throws IOException {
		final Path list = Files.writeString(folder.resolve("list.txt"), "in\nstyles/\n");
		final BatchPlan plan = builder(List.of(list.toString()), "all", List.of("mosaic"), false, "{content}-{style}")
			.build();
		assertEquals(path("in"), plan.units().get(0).content());
		assertEquals("in-mosaic styles-mosaic", outputs(plan));
	}

	@Test
	void resultsOfSubfoldersGoIntoFoldersOfTheSameNames() throws IOException {
		for (final String name : List.of("in/deep/a.jpg", "in/deep/er/a.jpg")) {
			Files.createDirectories(folder.resolve(name).getParent());
			Files.write(folder.resolve(name), new byte[1]);
		}
		final BatchPlan plan = deepPlan(path("in"), path("out"));
		assertEquals(List.of(path("out/a.png"), path("out/b.png"), path("out/deep/a.png"), path("out/deep/er/a.png")), plan
			.units().stream().map(BatchUnit::output).collect(Collectors.toList()));
		assertEquals(List.of(path("out"), path("out/deep"), path("out/deep/er")), BatchPlan.folders(plan.units()));
	}

	@Test
	void resultsOfAnEarlierBatchInASubfolderAreNoContents() throws IOException {
		Files.createDirectories(folder.resolve("in/redrawn/deep"));
		Files.write(folder.resolve("in/redrawn/deep/a.png"), new byte[1]);
		assertEquals("a.png b.png", outputs(deepPlan(path("in"), path("in/redrawn"))));
	}

	@Test
	void networkByNetworkThePicturesAreRedrawn() throws IOException {
		final BatchPlan plan = painting(List.of(network("waves.h5"), network("candy.onnx")), NAME).build();
		assertEquals("a-waves.png b-waves.png a-candy.png b-candy.png", outputs(plan));
		assertEquals(path("nets/candy.onnx"), ((PaintingWay) plan.units().get(3).way()).network());
		assertEquals(4, painting(List.of(path("nets")), NAME).count());
	}

	// -- What is refused --

	@Test
	void networkThatIsNotThereIsRefused() throws IOException {
		assertRefused("There is no style network " + path("nets/none.h5") + ": check its path", () -> painting(List.of(path(
			"nets/none.h5")), NAME));
		assertRefused("There is no style network in the folder " + path("styles") + " itself (HDF5 or ONNX): ",
			() -> painting(List.of(path("styles")), NAME));
	}

	@Test
	void stylesAndSharesBesideNetworksAreRefused() throws IOException {
		final BatchPlan.Builder builder = painting(List.of(network("waves.h5")), NAME);
		assertRefused("There are shares to blend styles, but each style network paints by itself: ", () -> builder.blend(
			"1,2").build());
		assertRefused("There are styles and style networks: give the ones or the others.", () -> builder.styles(List.of(
			"mosaic")).build());
	}

	@Test
	void namesWithoutTheNetworkAreRefusedForSeveralNetworks() throws IOException {
		final List<String> both = List.of(network("waves.h5"), network("candy.onnx"));
		assertRefused("The results of two style networks would both be written to ", () -> painting(both, "{content}.png")
			.build());
	}

	@Test
	void folderOfFramesThatIsTheOutputFolderIsRefused() throws IOException {
		final Path list = Files.writeString(folder.resolve("list.txt"), "in\n");
		final String message = assertThrows(StyleTransferException.class, () -> builder(List.of(list.toString()), "all", List
			.of("mosaic"), false, "{content}-{style}").into(path("in"), "{content}-{style}").build()).getMessage();
		assertTrue(message.startsWith("The picture " + path("in") + " is the output folder: choose another one, "), message);
	}

	@Test
	void nameWithoutRoomForFramesIsRefused() {
		assertThrows(WrongSettingException.class, () -> builder(in(), "all", List.of("mosaic"), false, NAME).build());
	}

	@Test
	void styleThatIsNotThereIsRefused() {
		assertRefused("There is no style " + path("grate-wave") + ": check its path, or use a bundled style, great-wave, ",
			in(), List.of(path("grate-wave")), false, NAME);
	}

	@Test
	void nothingToRedrawAndNoStyleAreRefused() {
		assertRefused("There are no pictures to redraw: ", List.of(), List.of("mosaic"), false, NAME);
		assertRefused("There is no style: ", in(), List.of(), false, NAME);
	}

	@Test
	void sharesOfStylesThatAreNotBlendedAreRefused() {
		final String message = assertThrows(StyleTransferException.class, () -> builder(in(), List.of("mosaic", "gravel"),
			true, NAME).blend("1,2").build()).getMessage();
		assertEquals("There are shares to blend styles, but each style is used by itself: leave the shares out, or blend " +
			"the styles.", message);
	}

	@Test
	void namesWithoutTheContentAreRefusedForSeveralPictures() throws IOException {
		assertRefused("The results of two pictures would both be written to " + path("out/mosaic.png") +
			": put {content} into the name \"{style}.png\".", in(), List.of("mosaic"), false, "{style}.png");
		assertEquals("x.png", outputs(plan(List.of(path("in/b.png")), List.of("mosaic"), false, "x.png")));
	}

	@Test
	void namesWithoutTheStyleAreRefusedForSeveralStyles() throws IOException {
		assertRefused("The results of two styles would both be written to " + path("out/a.png") +
			": put {style} into the name \"{content}.png\".", in(), List.of("mosaic", "gravel"), true, "{content}.png");
		assertEquals("a.png b.png", outputs(plan(in(), List.of("mosaic", "gravel"), false, "{content}.png")));
	}

	@Test
	void picturesThatDifferInTheirEndingsNeedIt() throws IOException {
		Files.write(folder.resolve("in/a.png"), new byte[1]);
		assertRefused("The results of " + path("in/a.jpg") + " and " + path("in/a.png") + " would both be written to " + path(
			"out/a-mosaic.png") + ": rename one of them, or put {extension} into the name.", in(), List.of("mosaic"), false,
			NAME);
		assertEquals("a.jpg.png a.png.png b.png.png", outputs(plan(in(), List.of("mosaic"), false,
			"{content}.{extension}.png")));
	}

	@Test
	void pictureThatIsNamedTwiceIsRefused() {
		assertRefused("The picture " + path("in/b.png") + " is named twice: name each picture and each style once.", List.of(
			path("in"), path("in/b.png")), List.of("mosaic"), false, NAME);
		assertRefused("The picture " + path("in/a.jpg") + " is named twice: ", in(), List.of("mosaic", "MOSAIC"), true, NAME);
	}

	@Test
	void stylesOfOneNameAreRefused() throws IOException {
		Files.write(folder.resolve("in/t.png"), new byte[1]);
		assertRefused("The results of the styles " + path("styles/t.png") + " and " + path("in/t.png") +
			" would both be written to " + path("out/a-t.png") + ": rename one of them.", List.of(path("in/a.jpg")), List
			.of(path(
				"styles/t.png"), path("in/t.png")), true, NAME);
	}

	@Test
	void outputThatWouldReplaceAnInputIsRefused() {
		assertRefused("The output " + path("in/b.png") +
			" would replace a picture that is read: choose another output folder or other names.", List.of(path("in/b.png")),
			List
				.of("mosaic"), "in", "{content}.png");
		assertRefused("The output " + path("styles/t.png") + " would replace a picture that is read: ", in(), List.of(path(
			"styles/t.png")), "styles", "t.png", path("in/b.png"));
	}

	@Test
	void outputFolderWithThePicturesIsRefusedHoweverItIsWritten() throws IOException {
		Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
		for (final String output : List.of("in", "link", "styles/../in", "in/")) {
			assertRefused("The picture " + path("in/a.jpg") + " lies in the output folder: choose another one, as the next " +
				"batch would take the results for pictures to redraw.", in(), List.of("mosaic"), output, NAME);
		}
	}

	// -- Helper methods --

	private String network(final String name) throws IOException {
		Files.createDirectories(folder.resolve("nets"));
		return Files.write(folder.resolve("nets").resolve(name), new byte[1]).toString();
	}

	private BatchPlan.Builder painting(final List<String> networks, final String name) throws IOException {
		return BatchPlan.builder(new LocalFiles()).contents(in(), FrameNumbers.of("current"), false).networks(networks).into(
			path("out"), name).painting(PaintingRecipe.builder().build(), false);
	}

	private static void assertRefused(final String sentence, final Executable planning) {
		final String message = assertThrows(StyleTransferException.class, planning).getMessage();
		assertTrue(message.startsWith(sentence), message);
	}

	private List<String> in() {
		return List.of(path("in"));
	}

	private String path(final String name) {
		return folder.resolve(name).toString();
	}

	private BatchPlan.Builder builder(final List<String> contents, final List<String> styles, final boolean each,
		final String name) throws IOException
	{
		return builder(contents, "current", styles, each, name);
	}

	private BatchPlan.Builder builder(final List<String> contents, final String slices, final List<String> styles,
		final boolean each, final String name) throws IOException
	{
		return BatchPlan.builder(new LocalFiles()).contents(contents, FrameNumbers.of(slices), false).styles(styles).each(
			each).into(path("out"), name).recipe(Recipe.builder().build(), "w", false);
	}

	private static BatchPlan deepPlan(final String content, final String output) throws IOException {
		return BatchPlan.builder(new LocalFiles()).contents(List.of(content), FrameNumbers.of("current"), true).styles(List
			.of("mosaic")).into(output, "{content}.png").recipe(Recipe.builder().build(), "w", false).build();
	}

	private BatchPlan plan(final List<String> contents, final List<String> styles, final boolean each, final String name)
		throws IOException
	{
		return builder(contents, styles, each, name).build();
	}

	private static String outputs(final BatchPlan plan) {
		return plan.units().stream().map(unit -> unit.output().replaceFirst(".*/", "")).collect(Collectors.joining(" "));
	}

	private void assertRefused(final String sentence, final List<String> contents, final List<String> styles,
		final boolean each, final String name)
	{
		final String message = assertThrows(StyleTransferException.class, () -> plan(contents, styles, each, name))
			.getMessage();
		assertTrue(message.startsWith(sentence), message);
	}

	private void assertRefused(final String sentence, final List<String> contents, final List<String> styles,
		final String output, final String name, final String... only)
	{
		final String message = assertThrows(StyleTransferException.class, () -> builder(only.length == 0 ? contents : List.of(
			only), styles, false, name).into(path(output), name).build()).getMessage();
		assertTrue(message.startsWith(sentence), message);
	}
}
