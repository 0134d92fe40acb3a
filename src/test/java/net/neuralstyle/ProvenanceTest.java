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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of how a picture was made. */
class ProvenanceTest {

	private static final Img<ARGBType> CONTENT = TestPictures.waves(40, 36, 1);
	private static final Img<ARGBType> STYLE = TestPictures.waves(40, 52, 2);
	private static final Recipe RECIPE = SmallNetwork.recipe().set(Settings.START, Start.NOISE).set(Settings.SEED,
		1L << 60).set(Settings.STYLE_WEIGHT, 12.5).build();

	private static StyleTransferResult result;
	private static StyleTransferSetup setup;
	private static Provenance provenance;

	@BeforeAll
	static void run() {
		result = new StyleTransfer(new SmallNetwork(), RECIPE).run(StyleTransferJob.of(CONTENT).named(
			"a \"b\" <c> ü\n.png"), List.of(Style.of(STYLE).named("waves.png").weighted(3), Style.of(CONTENT)),
			new StyleTransferListener()
			{

				@Override
				public void started(final StyleTransferSetup whatRuns) {
					setup = whatRuns;
				}
			});
		provenance = result.provenance();
	}

	@Test
	void recipeIsTheOneThatWasUsed() {
		assertEquals(RECIPE, provenance.recipe());
		assertNotEquals(SmallNetwork.recipe().build(), provenance.recipe());
	}

	@Test
	void tellsWhatComputed() {
		assertEquals("Small network", provenance.network());
		assertEquals("random 5", provenance.weightsChecksum());
		assertEquals(setup.device().toString(), provenance.device());
		assertEquals(setup.engine().toString(), provenance.engine());
		assertEquals(setup.engine().precision(), provenance.precision());
		assertFalse(provenance.version().isEmpty());
	}

	@Test
	void tellsWhatCameOut() {
		final StyleTransferProgress last = result.history().get(result.history().size() - 1);
		assertEquals(20, provenance.evaluations());
		assertEquals(last.bestLoss().total(), provenance.loss());
		assertTrue(provenance.seconds() > 0);
	}

	@Test
	void tellsThePicturesThatWentIn() {
		assertEquals("a \"b\" <c> ü\n.png", provenance.content().name());
		assertEquals(VggImage.of(CONTENT).checksum(), provenance.content().checksum());
		assertEquals(1, provenance.content().share());
		assertEquals(2, provenance.styles().size());
		assertEquals("waves.png", provenance.styles().get(0).name());
		assertEquals(VggImage.of(STYLE).checksum(), provenance.styles().get(0).checksum());
		assertEquals(3, provenance.styles().get(0).share());
		assertEquals("", provenance.styles().get(1).name());
	}

	@Test
	void otherPixelGivesAnotherChecksum() {
		final Img<ARGBType> changed = TestPictures.waves(40, 36, 1);
		changed.getAt(7, 5).set(changed.getAt(7, 5).get() ^ 1);
		assertNotEquals(provenance.content().checksum(), VggImage.of(changed).checksum());
	}

	@Test
	void jsonGivesTheSameBack() {
		final Provenance copy = Provenance.fromJson(provenance.toJson());
		assertEquals(provenance.recipe(), copy.recipe());
		assertEquals(provenance.version(), copy.version());
		assertEquals(provenance.network(), copy.network());
		assertEquals(provenance.weightsChecksum(), copy.weightsChecksum());
		assertEquals(provenance.device(), copy.device());
		assertEquals(provenance.engine(), copy.engine());
		assertEquals(provenance.content().name(), copy.content().name());
		assertEquals(provenance.content().checksum(), copy.content().checksum());
		assertEquals(provenance.content().share(), copy.content().share());
		assertEquals(2, copy.styles().size());
		assertEquals(provenance.styles().get(0).name(), copy.styles().get(0).name());
		assertEquals(provenance.styles().get(0).checksum(), copy.styles().get(0).checksum());
		assertEquals(provenance.styles().get(0).share(), copy.styles().get(0).share());
		assertEquals(provenance.evaluations(), copy.evaluations());
		assertEquals(provenance.loss(), copy.loss());
		assertEquals(provenance.seconds(), copy.seconds());
		assertEquals(provenance.toJson(), copy.toJson());
	}

	@Test
	void jsonIsOneLine() {
		assertEquals(1, provenance.toJson().lines().count());
	}

	@Test
	void recipeInJsonIsAnObjectOfItsSettings() {
		assertEquals(JsonParser.parseString(RECIPE.toJson()), JsonParser.parseString(provenance.toJson()).getAsJsonObject()
			.get("recipe"));
	}

	@Test
	void prettyJsonGivesTheSameBackInManyLines() {
		assertTrue(provenance.toPrettyJson().lines().count() > 20, provenance.toPrettyJson());
		assertEquals(provenance.toJson(), Provenance.fromJson(provenance.toPrettyJson()).toJson());
	}

	@Test
	void newerVersionIsRefused() {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Provenance.fromJson(
			"{\"format\": 2, \"recipe\": 7}"));
		assertEquals("It was written by a newer version of the plugin (format \"2\", and this one knows 1): update the " +
			"plugin.", exc.getMessage());
	}

	@Test
	void olderJsonWithoutAVersionIsRead() {
		assertEquals(RECIPE, Provenance.fromJson(provenance.toJson().replace("\"format\":1,", "")).recipe());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bfloat16", "oneDNN 3.3.4, bfloat16, or not", "any, half", "ND4J, float32" })
	void engineThatTellsNoOtherArithmeticMeansFloat32(final String engine) {
		assertEquals(Precision.FLOAT32, withEngine("\"" + engine + "\"").precision());
	}

	@Test
	void recipeAsComputedAsksForTheArithmeticThatComputed() {
		final Provenance told = withEngine("\"oneDNN 3.3.4, bfloat16\"");
		assertEquals(Precision.BFLOAT16, told.precision());
		assertEquals(Precision.AUTOMATIC, told.recipe().get(Settings.PRECISION));
		assertEquals(RECIPE.toBuilder().set(Settings.PRECISION, Precision.BFLOAT16).build(), told.recipeAsComputed());
	}

	@Test
	void arithmeticThatCouldNotBeHadIsNotAskedForAgain() {
		final Recipe asked = RECIPE.toBuilder().set(Settings.PRECISION, Precision.BFLOAT16).build();
		final Provenance told = Provenance.fromJson(withEngine("\"ND4J, float32\"").toJson().replace(RECIPE.toJson(), asked
			.toJson()));
		assertEquals(asked, told.recipe());
		assertEquals(Precision.FLOAT32, told.recipeAsComputed().get(Settings.PRECISION));
	}

	@Test
	void whatDoesNotTellOfAnEngineWasComputedInFloat32() {
		final Provenance told = withEngine("null");
		assertEquals("", told.engine());
		assertEquals(Precision.FLOAT32, told.recipeAsComputed().get(Settings.PRECISION));
	}

	@Test
	void tellsThatItWasStopped() {
		final StyleTransferResult stopped = new StyleTransfer(new SmallNetwork(), RECIPE).run(CONTENT, STYLE,
			new StyleTransferListener()
			{

				@Override
				public boolean isCancelled() {
					return true;
				}
			});
		assertFalse(provenance.isStopped());
		assertTrue(Provenance.fromJson(stopped.provenance().toJson()).isStopped());
		assertEquals(1, stopped.provenance().evaluations());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[{}]", "[{\"share\": 0}]", "[{\"share\": -1}]", "[{\"share\": 1e999}]",
		"[{\"share\": 1, \"regions\": [null]}]" })
	void stylesThatCannotBeAreRefused(final String styles) {
		assertThrows(IllegalArgumentException.class, () -> Provenance.fromJson("{\"recipe\": {}, \"content\": {}, " +
			"\"styles\": " + styles + "}"));
	}

	@Test
	void jsonThatIsTooDeepIsRefused() {
		final String deep = "{\"recipe\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
		assertThrows(IllegalArgumentException.class, () -> Provenance.fromJson(deep));
	}

	@Test
	void sameRecipeMakesThePictureAgain() {
		final Provenance read = Provenance.fromJson(provenance.toJson());
		final StyleTransferResult again = new StyleTransfer(new SmallNetwork(), read.recipe()).run(StyleTransferJob.of(
			CONTENT), List.of(Style.of(STYLE).weighted(read.styles().get(0).share()), Style.of(CONTENT)),
			new StyleTransferListener() {});
		assertEquals(VggImage.of(result.image()).checksum(), VggImage.of(again.image()).checksum());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "null", "[]", "\"text\"", "{", "{}", "not JSON",
		"{\"recipe\": 7, \"content\": {}, \"styles\": []}", "{\"recipe\": null, \"content\": {}, \"styles\": []}",
		"{\"recipe\": {\"size\": 7}, \"content\": " +
			"{}, \"styles\": []}", "{\"recipe\": {\"sizes\": 64}, \"content\": {}, \"styles\": []}",
		"{\"recipe\": {}, \"content\": 7, \"styles\": []}", "{\"recipe\": {}, \"content\": {}, \"styles\": 7}",
		"{\"recipe\": {}, \"content\": {}, \"styles\": [null]}", "{\"recipe\": {}, \"content\": {}, \"styles\": [], " +
			"\"loss\": \"much\"}" })
	void damagedJsonIsRefusedWithASentence(final String json) {
		final Exception exc = assertThrows(IllegalArgumentException.class, () -> Provenance.fromJson(json));
		assertTrue(exc.getMessage().matches("[A-Z][^\\n]*\\."), exc.getMessage());
	}

	@Test
	void anyTruncationOfTheJsonIsRefusedWithASentence() {
		final String json = provenance.toJson();
		for (int length = 0; length < json.length(); length++) {
			final String truncated = json.substring(0, length);
			final Exception exc = assertThrows(IllegalArgumentException.class, () -> Provenance.fromJson(truncated), truncated);
			assertTrue(exc.getMessage().matches("[A-Z][^\\n]*\\."), exc.getMessage());
		}
	}

	@Test
	void stylesCannotBeChanged() {
		assertThrows(UnsupportedOperationException.class, () -> provenance.styles().clear());
		final Provenance copy = Provenance.fromJson(provenance.toJson());
		assertThrows(UnsupportedOperationException.class, () -> copy.styles().clear());
	}

	// -- Helper methods --

	/** The same by another engine, in JSON. */
	private static Provenance withEngine(final String engine) {
		return Provenance.fromJson(provenance.toJson().replace("\"" + provenance.engine() + "\"", engine));
	}
}
