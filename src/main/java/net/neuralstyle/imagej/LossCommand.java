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

import static net.neuralstyle.imagej.input.InputKind.ADVANCED;
import static net.neuralstyle.imagej.input.InputKind.NO_NETWORKS;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.WeightsFile;
import net.neuralstyle.weights.WeightsSource;

import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;

/**
 * A command whose inputs say how pictures are compared with contents and styles: a preset, the {@link Settings} of the
 * loss, and the network. An input of a subclass that comes before one of these says so by {@link InputKind#BEFORE}.
 * <p>
 * All but the preset and the network are those of {@link Settings}, and say what these say. A macro's key is the
 * field's name in lower case. ImageJ checks none of the values, so the command does.
 * </p>
 */
abstract class LossCommand extends StyleTransferCommand {

	/** Names of the first input of these, and of the first of those that few users need. */
	static final String FIRST_INPUT = "preset";
	static final String FIRST_ADVANCED_LOSS_INPUT = "contentWeight";

	/** What is said of a style network where the one that compares is asked for. */
	private static final String PAINTS = "is a style network, which paints, and the network here is the one that " +
		"compares pictures: use " + ApplyStyleNetwork.LABEL + ", or the style networks of a batch.";

	@Parameter(label = "Preset", description = "A set of values to begin with. Balanced: strokes and colours of the " +
		"style, the content readable. Painting: strokes before detail. Photograph: keeps the content. Preview: a small " +
		"picture in a few seconds. Style network: what a network learns best. Notebook (Narayanan): the notebook's way, " +
		"from noise. Gatys 2016: the paper's layers.", choices = { "Balanced", "Painting", "Photograph", "Preview",
			"Style network", "Notebook (Narayanan)", "Gatys 2016" }, persist = false, attrs = @Attr(name = REMEMBERED))
	private String preset = Preset.BALANCED.label();

	// NB: From here to the seed the inputs are those of Settings, under their keys. Null means what the preset says:
	// boxed, as plain numbers would silently be 0.
	@Parameter(label = "Style strength", description = "Larger takes on more of the style, smaller keeps more of " +
		"the content; 1 is what the preset means.", min = "0.1", max = "10",
		required = false, persist = false, attrs = @Attr(name = REMEMBERED))
	private Double strength;

	@Parameter(label = "Stroke size", description = "How large the style's strokes are: 1 as in a style picture " +
		"of the result's size, 2 twice as large.", min = "0.25", max = "4",
		required = false, persist = false, attrs = @Attr(name = REMEMBERED))
	private Double strokeSize;

	@Parameter(label = "Network", description = "What compares images. VGG16 is the method's original, takes about " +
		"eight times as long, and is downloaded once.", choices = { RecipeInputs.COMPACT_NETWORK,
		RecipeInputs.VGG16_NETWORK }, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = NO_NETWORKS,
			value = PAINTS) })
	private String network = RecipeInputs.COMPACT_NETWORK;

	@Parameter(label = "Content weight", description = "Larger keeps more of the content's shapes. What counts is " +
		"its ratio to the style weight.", min = "0", max = "1e9",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private Double contentWeight;

	@Parameter(label = "Style weight", description = "Larger takes on more of the style's colours and strokes.", min =
		"0", max = "1e9",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private Double styleWeight;

	@Parameter(label = "Total variation weight", description = "Larger makes smoother areas with less grain.", min =
		"0", max = "1e9",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private Double totalVariationWeight;

	@Parameter(label = "Total variation exponent", description = "1.25, the notebook's, rounds edges and spreads " +
		"strokes over flat areas; 0.5 keeps edges sharp and areas between strokes clean, and needs a weight of some " +
		"hundred.", min = "0.5", max = "2",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private Double totalVariationExponent;

	@Parameter(label = "Content layers", description = "Where the content's shapes are compared, by the network's " +
		"names with commas. Deeper layers keep less detail.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String contentLayers;

	@Parameter(label = "Content layer weights", description = "A number for each content layer, with commas; " +
		"empty for 1 each.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String contentLayerWeights;

	@Parameter(label = "Style layers", description = "Where the style is compared, by the network's names with " +
		"commas. Deeper layers see larger strokes.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String styleLayers;

	@Parameter(label = "Style layer weights", description = "A number for each style layer, with commas; empty " +
		"for 1 each.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String styleLayerWeights;

	@Parameter(label = "Style normalization", description = "What each layer's share is divided by: the same for " +
		"all, as in Narayanan's notebook, or by the layer's own size, as Gatys et al. do.", choices = { "notebook",
		"layer" },
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String styleNormalization;

	@Parameter(label = "Pooling", description = "How the network halves its maps: by the largest of four values, " +
		"or by their average, which gives smoother pictures.", choices = { "max", "average" },
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String pooling;

	@Parameter(label = "Precision", description = "In which numbers the network computes: \"float32\", or " +
		"\"bfloat16\", which are coarser and take less time on processors that multiply them; \"automatic\" takes bfloat16 " +
		"on these alone.", choices = { "automatic", "float32", "bfloat16" },
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String precision;

	@Parameter(label = "Seed", description = "The same number gives the same noise, and so the same picture.",
		required = false, persist = false, attrs = @Attr(name = ADVANCED))
	private Long seed;

	// NB: Not remembered, so that it never replaces the chosen network unnoticed.
	@Parameter(label = "Weights file", description = "Instead of the network above, any network of VGG's kind in a " +
		"Keras file (.h5); empty for none.", style = FileWidget.OPEN_STYLE, required = false, persist = false,
		attrs = @Attr(name = ADVANCED))
	private String weightsFile = "";

	/** @param label the command's name in menus and macros */
	LossCommand(final String label) {
		super(label);
	}

	// -- StyleTransferCommand methods --

	/** Looks at the inputs that are here. */
	@Override
	void check() {
		checkNetwork();
		checkSettings();
	}

	@Override
	Map<String, String> consequences(final Map<String, String> before, final Map<String, String> after) {
		final Map<String, String> changes = new RecipeInputs(after).changesSince(new RecipeInputs(before));
		changes.keySet().retainAll(after.keySet());
		return changes;
	}

	// -- LossCommand methods --

	/** Looks at what the inputs say of settings; exceptions are as of {@link #check}. */
	void checkSettings() {
		inputs().recipe();
	}

	/** What the inputs say of the recipe. */
	final RecipeInputs inputs() {
		return new RecipeInputs(texts());
	}

	/** What is said of the recipe, by the inputs' names. */
	final Map<String, String> texts() {
		final Map<String, String> texts = new HashMap<>();
		final Stream<String> settings = Settings.all().stream().map(Setting::key);
		Stream.concat(Stream.of(RecipeInputs.PRESET, RecipeInputs.NETWORK, RecipeInputs.WEIGHTS_FILE,
			RecipeInputs.START_IMAGE, RecipeInputs.START_NETWORK), settings).forEach(
			name -> {
				final Object value = value(name);
				if (value != null) texts.put(name, value.toString());
			});
		return texts;
	}

	/**
	 * Finds the network's weights, as {@link #vgg16()} does where these are asked for.
	 *
	 * @throws IOException if they cannot be had; the message is one sentence for the user
	 */
	final WeightsSource weights() throws IOException {
		if (weightsFile != null && !weightsFile.isBlank()) return new WeightsFile(path(weightsFile));
		return network.equals(RecipeInputs.COMPACT_NETWORK) ? new BundledWeights() : vgg16();
	}

	// -- Helper methods --

	private void checkNetwork() {
		final String[] choices = { RecipeInputs.COMPACT_NETWORK, RecipeInputs.VGG16_NETWORK };
		if (!List.of(choices).contains(network)) NamedNetworks.refuse(network, PAINTS);
		checkChoice("network", network, choices);
	}
}
