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


package net.neuralstyle.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import net.neuralstyle.Provenance;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.recipe.Quoted;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.download.PublishedWeights;

import org.scijava.module.ModuleItem;

/**
 * A file that tells how a picture is to be made: the JSON of a {@link Recipe} or of a {@link Provenance}, or a picture
 * that carries one. Immutable.
 */
final class RecipeFile {

	/** NB: What is longer is no recipe, and shall not be read. */
	private static final int MOST_BYTES = 1 << 18;
	private static final String KEY_OF_PROVENANCE = "\"recipe\"";
	/** Names of inputs. */
	private static final String MORE_STYLES = "moreStyles";
	private static final String STYLE_BLEND = "styleBlend";

	private final Path file;
	private final Recipe recipe;
	/** Null where there is a recipe alone. */
	private final Provenance provenance;

	private RecipeFile(final Path file, final Recipe recipe, final Provenance provenance) {
		this.file = file;
		this.recipe = recipe;
		this.provenance = provenance;
	}

	/**
	 * Reads a file.
	 *
	 * @throws StyleTransferException if it is not there, has no recipe, or one that cannot be followed; says why
	 */
	static RecipeFile read(final Path file) {
		if (!Files.isRegularFile(file)) {
			throw new StyleTransferException("There is no recipe file " + file + ": check its path.");
		}
		try {
			final String text = text(file);
			if (text.startsWith("{") && !text.contains(KEY_OF_PROVENANCE)) {
				return new RecipeFile(file, Recipe.fromJson(text), null);
			}
			final Provenance provenance = text.startsWith("{") ? Provenance.fromJson(text) : ResultInfo.provenance(
				PictureReader.info(file)).orElseThrow(() -> noRecipe(file, null));
			return new RecipeFile(file, provenance.recipe(), provenance);
		}
		catch (final IllegalArgumentException exc) {
			final String reason = exc.getMessage().substring(0, 1).toLowerCase(Locale.ROOT) + exc.getMessage().substring(1);
			throw new StyleTransferException("The recipe in " + file + " cannot be used: " + reason, exc);
		}
		catch (final IOException | StyleTransferException exc) {
			throw noRecipe(file, exc);
		}
	}

	/**
	 * Returns values of a command's inputs, by name: those that are given, and for the others what
	 * the file says of them.
	 *
	 * @throws WrongSettingException if these do not go together, or a network is needed that is not given
	 */
	Map<String, Object> completed(final List<ModuleItem<?>> inputs, final Map<String, Object> given) {
		if (given.containsKey(RecipeInputs.PRESET)) {
			throw new WrongSettingException("A preset and a recipe exclude each other: give one of them.");
		}
		final Map<String, Object> values = new LinkedHashMap<>(given);
		for (final ModuleItem<?> input : inputs) {
			final Optional<String> text = text(input.getName(), given);
			text.ifPresent(said -> values.putIfAbsent(input.getName(), InputText.value(input, said)));
		}
		return values;
	}

	/**
	 * Returns a sentence on what will be different from the picture that the file is of, if anything will be in spite of
	 * all that it says.
	 *
	 * @throws IOException if the bundled network cannot be read
	 */
	Optional<String> note(final Map<String, Object> given) throws IOException {
		final BundledWeights bundled = new BundledWeights();
		if (provenance == null || hasNetwork(given) || !provenance.network().equals(bundled.name())) return Optional.empty();
		if (provenance.weightsChecksum().equals(bundled.load().checksum())) return Optional.empty();
		return Optional.of("The bundled network is another one than in version " + Quoted.of(provenance.version()) +
			", so that the same recipe makes another picture than that of " + file + ".");
	}

	// -- Helper methods --

	/** Returns the text of a JSON file, empty if it is another one. */
	private static String text(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).replaceFirst("^\uFEFF?\\s*", "");
			return text.startsWith("{") && in.read() < 0 ? text : "";
		}
	}

	private static StyleTransferException noRecipe(final Path file, final Exception cause) {
		return new StyleTransferException("There is no recipe in " + file +
			": give the JSON of one, or a PNG or TIFF file that " + NeuralStyleTransfer.LABEL + " has written.", cause);
	}

	/** Returns what the file says for an input, nothing if it has no say. */
	private Optional<String> text(final String name, final Map<String, Object> given) {
		if (name.equals(RecipeInputs.NETWORK)) {
			return provenance == null || hasNetwork(given) ? Optional.empty() : Optional.of(network());
		}
		// NB: Weights are those of the file's layers, and not of others.
		if (isOfOtherLayers(name, Settings.CONTENT_LAYERS, Settings.CONTENT_LAYER_WEIGHTS, given) || isOfOtherLayers(name,
			Settings.STYLE_LAYERS, Settings.STYLE_LAYER_WEIGHTS, given)) return Optional.empty();
		if (name.equals(STYLE_BLEND)) return shares(given);
		// NB: Who gives an image or a network to start from means to.
		if (name.equals(Settings.START.key()) && (given.containsKey(RecipeInputs.START_IMAGE) || given.containsKey(
			RecipeInputs.START_NETWORK))) return Optional.empty();
		return Settings.all().stream().filter(setting -> setting.key().equals(name)).findFirst().map(recipe::text);
	}

	/** The shares of the picture's styles, if as many are given; nothing if each has the same. */
	private Optional<String> shares(final Map<String, Object> given) {
		if (provenance == null) return Optional.empty();
		final List<Double> shares = provenance.styles().stream().map(Provenance.Picture::share).collect(Collectors.toList());
		final Object more = given.get(MORE_STYLES);
		final int count = 1 + (more instanceof List ? ((List<?>) more).size() : 0);
		if (count != shares.size() || shares.stream().distinct().count() == 1) return Optional.empty();
		return Optional.of(shares.stream().map(InputText::plain).collect(Collectors.joining(",")));
	}

	private static boolean isOfOtherLayers(final String name, final Setting<?> layers, final Setting<?> weights,
		final Map<String, Object> given)
	{
		return name.equals(weights.key()) && given.containsKey(layers.key());
	}

	private static boolean hasNetwork(final Map<String, Object> given) {
		return given.containsKey(RecipeInputs.NETWORK) || given.containsKey(RecipeInputs.WEIGHTS_FILE);
	}

	private String network() {
		final String network = provenance.network();
		if (network.equals(RecipeInputs.COMPACT_NETWORK) || network.equals(PublishedWeights.VGG16.name())) {
			return network;
		}
		throw new WrongSettingException("The picture of " + file + " was made with the network " + Quoted.of(network) +
			": give the file with its weights, or choose another network.");
	}
}
