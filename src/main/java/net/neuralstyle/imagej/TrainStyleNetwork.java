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
import static net.neuralstyle.imagej.input.InputKind.BEFORE;
import static net.neuralstyle.imagej.input.InputKind.MORE_OF;
import static net.neuralstyle.imagej.input.InputKind.NETWORKS;
import static net.neuralstyle.imagej.input.InputKind.OPTIONAL;
import static net.neuralstyle.imagej.input.InputKind.STYLES;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.feedforward.NetworkCard;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.feedforward.StyleNetworkFile;
import net.neuralstyle.feedforward.StyleNetworkTraining;
import net.neuralstyle.feedforward.TrainingResult;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.imagej.train.FolderPhotographs;
import net.neuralstyle.imagej.train.HeldOutPicture;
import net.neuralstyle.imagej.train.TrainingReporter;
import net.neuralstyle.imagej.train.TrainingWindows;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.TrainingRecipe;
import net.neuralstyle.recipe.TrainingSettings;

import org.scijava.command.Command;
import org.scijava.module.Module;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Plugins &gt; Style Transfer &gt; Train Style Network: trains a network that paints in a style in one pass, from a
 * folder of photographs. Stopped or killed, it goes on from its checkpoint, a file beside the network's.
 */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = TrainStyleNetwork.LABEL) })
public class TrainStyleNetwork extends LossCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = "Train Style Network";

	private static final String CHECKPOINT = ".checkpoint";

	// NB: Not "required", and not persisted by SciJava, for the reasons of NeuralStyleTransfer.
	@Parameter(label = "Style", description = "The picture whose colours and strokes to take: an open image, a file, or " +
		"a bundled style by its name. Each slice of a stack is a style.", required = false, persist = false,
		attrs = { @Attr(name = STYLES), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private ImagePlus style;

	@Parameter(label = "Photographs", description = "A folder with the pictures that the network learns from, some " +
		"dozens at least, of all kinds; those in folders in it count, too.", style = FileWidget.DIRECTORY_STYLE,
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private String photographs = "";

	@Parameter(label = "Network file", description = "Where to write the network (.h5). How far the training has come " +
		"is written to a file of that name with .checkpoint at its end.", style = FileWidget.SAVE_STYLE, required = false,
		persist = false, attrs = @Attr(name = BEFORE, value = FIRST_INPUT))
	private String output = "";

	@Parameter(label = "Resume", description = "Goes on with the training that was stopped, from its checkpoint, as if " +
		"it had not been.", persist = false, attrs = @Attr(name = BEFORE, value = FIRST_INPUT))
	private boolean resume;

	// NB: From here on the inputs are those of TrainingSettings, under their keys, but for styles and what the file tells.
	@Parameter(label = "Steps", description = "How many times the network is made a little better. More " +
		"give a better network, up to some 50000.", min = "1", max = "100000", persist = false, attrs = { @Attr(
		name = REMEMBERED), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private Integer steps = 16000;

	@Parameter(label = "Minutes", description = "About how long to train: as many steps as there is time for, " +
		"whatever their number above; 0 for that number.", min = "0", max = "100000", persist = false, attrs = { @Attr(
		name = REMEMBERED), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private Double minutes = 0.0;

	@Parameter(label = "More styles", description = "Further pictures whose styles are blended with that one.",
		required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(name = OPTIONAL), @Attr(name = STYLES),
			@Attr(name = MORE_OF, value = "style"), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private ImagePlus[] moreStyles;

	@Parameter(label = "Style blend", description = "The styles' shares, a positive number for each with commas, such " +
		"as 2,1; empty for the same of each.", required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(
			name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private String styleBlend = "";

	@Parameter(label = "Style mask", description = "Limits what is taken of a style, as a selection on it does: white " +
		"counts fully, black not at all; of several styles, one mask for each.", required = false, persist = false, attrs = {
			@Attr(name = OPTIONAL), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private ImagePlus[] styleMask;

	@Parameter(label = "Begin with", description = "A style network whose numbers the training begins with, by its " +
		"name or its file, of the same width and depth; empty for random numbers. One that paints already comes to a new " +
		"style, or to other photographs, in a part of the steps.", style = FileWidget.OPEN_STYLE, required = false,
		persist = false, attrs = { @Attr(name = NETWORKS), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_LOSS_INPUT) })
	private String beginWith = "";

	@Parameter(label = "Pictures per step", description = "How many photographs the network paints at each step. " +
		"More make the steps surer, but as many photographs in more steps make a better network.", min = "1", max = "64",
		persist = false,
		attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private Integer picturesPerStep = 1;

	@Parameter(label = "Picture size", description = "Side of the squares that are cut from the photographs, a " +
		"multiple of 4. Strokes come out as large as in a picture of this size, whatever the network is applied to.",
		min = "64", max = "2048", persist = false, attrs = {
		@Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private Integer pictureSize = 256;

	@Parameter(label = "Network width", description = "How many feature maps the network begins with. Twice as many " +
		"take about three times as long, to train and to apply, and four times the space.", min = "4", max = "128",
		persist = false, attrs = { @Attr(
		name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private Integer width = 16;

	@Parameter(label = "Residual blocks", description = "How deep the network is. More can paint larger strokes, and " +
		"take longer.", min = "1", max = "20", persist = false, attrs = {
		@Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private Integer residualBlocks = 5;

	@Parameter(label = "Learning rate", description = "About how far each of the network's numbers moves in a step, " +
		"at first; it falls towards the end. Choose a smaller one if the loss jumps.", min = "1e-6", max = "1",
		persist = false, attrs = {
		@Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private Double learningRate = 0.005;

	@Parameter(label = "Checkpoint every", description = "After how many steps it is written how far the training has " +
		"come, so that it can go on from there, whatever happens.", min = "1", max = "100000", persist = false,
		attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private Integer checkpointEvery = 500;

	@Parameter(label = "Author", description = "Who trains the network, to be told in its file; may be empty.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_LOSS_INPUT) })
	private String author = "";

	@Parameter(label = "Licence", description = "What others may do with the network, to be told in its file, for " +
		"instance CC-BY-4.0; may be empty.", required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(
			name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_LOSS_INPUT) })
	private String licence = "";

	/** Nothing before there are steps enough. */
	private OptionalDouble secondsPerMegapixel = OptionalDouble.empty();

	public TrainStyleNetwork() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		super.check();
		training();
		// NB: Which refuses what it cannot be made of.
		new StyleImages(style, moreStyles, styleMask, styleBlend);
		if (photographs == null || photographs.isBlank()) {
			throw new WrongSettingException("There are no photographs: give a folder with some dozens at least.");
		}
		photographs();
		beginning().ifPresent(network -> StyleNetworkTraining.checkBeginning(network, training()));
		checkOutput();
	}

	@Override
	void execute() throws IOException {
		final StyleImages styles = new StyleImages(style, moreStyles, styleMask, styleBlend);
		styles.notes().forEach(log()::warn);
		final FolderPhotographs source = photographs();
		final StyleNetworkTraining anew = new StyleNetworkTraining(weights(), inputs().recipe(), training(), styles.styles(),
			source);
		final StyleNetworkTraining training = beginning().map(anew::beginningWith).orElse(anew);
		log().info(LABEL + " " + styles.inWords() + " with " + source.count() + (source.count() == 1 ? " photograph of "
			: " photographs of ") + source.name());
		final TrainingWindows windows = hasWindow() ? new TrainingWindows(file().getFileName().toString()) : null;
		try (TrainingReporter reporter = new TrainingReporter(context(), createTask(), this::isStopRequested,
			windows))
		{
			final TrainingResult result = (resume ? training.goingOnFrom(checkpoint()) : training.keeping(checkpoint())).run(
				reporter);
			secondsPerMegapixel = result.secondsPerMegapixel();
			StyleNetworkFile.write(file(), told(result));
			final int made = result.losses().size();
			if (result.isCancelled()) {
				setStopped();
				reporter.summarize("stopped after step " + made + ": the network as it is then was saved to " + file() +
					"; resume goes on");
			}
			else reporter.summarize("done, " + made + " steps: the network was saved to " + file());
		}
	}

	@Override
	String note(final Map<String, String> answers) {
		try {
			final RecipeInputs recipe = new RecipeInputs(answers);
			final TrainingRecipe training = training(answers::get);
			final boolean begun = !answers.getOrDefault("beginWith", "").isBlank();
			return Forecast.of(training, recipe.recipe(), begun, new RunSpeed(preferences()).load(speedName(recipe, training),
				recipe.recipe().get(Settings.PRECISION)));
		}
		catch (final IllegalArgumentException | StyleTransferException exc) {
			// NB: Somebody is writing. If it is still wrong when it is accepted, he hears of it.
			return "";
		}
	}

	@Override
	void remember(final Module module) {
		super.remember(module);
		secondsPerMegapixel.ifPresent(seconds -> new RunSpeed(preferences()).save(speedName(inputs(), training()), inputs()
			.recipe().get(Settings.PRECISION), seconds));
	}

	// -- Helper methods --

	/** What the speed of a training depends on, beside the precision: the network that compares, and that which paints. */
	private static String speedName(final RecipeInputs recipe, final TrainingRecipe training) {
		return recipe.networkName() + ".training." + training.get(TrainingSettings.WIDTH) + "x" + training.get(
			TrainingSettings.RESIDUAL_BLOCKS);
	}

	private Path file() {
		return path(output);
	}

	private Path checkpoint() {
		return file().resolveSibling(file().getFileName() + CHECKPOINT);
	}

	private TrainingRecipe training() {
		return training(key -> String.valueOf(value(key)));
	}

	/** @param texts what is said for each key */
	private static TrainingRecipe training(final UnaryOperator<String> texts) {
		final TrainingRecipe.Builder builder = TrainingRecipe.builder();
		for (final Setting<?> setting : TrainingSettings.all()) {
			builder.setText(setting, texts.apply(setting.key()));
		}
		return builder.build();
	}

	/** The network that the training begins with, if there is to be one. */
	private Optional<StyleNetwork> beginning() {
		return beginWith == null || beginWith.isBlank() ? Optional.empty() : Optional.of(NamedNetworks.find(beginWith));
	}

	private FolderPhotographs photographs() {
		return new FolderPhotographs(path(photographs), 2 * pictureSize);
	}

	/** Looks whether a network can be written, as it will be too late when it is trained. */
	private void checkOutput() {
		if (output == null || output.isBlank()) {
			throw new WrongSettingException("There is no network file: give the path of one that ends in " +
				StyleNetworkFile.EXTENSION + ".");
		}
		if (!file().toString().endsWith(StyleNetworkFile.EXTENSION)) {
			throw new WrongSettingException("The network file " + output + " must end in " + StyleNetworkFile.EXTENSION + ".");
		}
		final Path folder = file().toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) {
			throw new StyleTransferException("There is no folder " + folder + " for the network: create it first.");
		}
		if (!Files.isWritable(folder)) {
			throw new StyleTransferException("The network cannot be written to " + folder +
				", as you may not write there: choose another folder.");
		}
		if (Files.exists(file()) && !StyleNetworkFile.isNetwork(file())) {
			throw new StyleTransferException("The file " + output +
				" is not replaced, because it is no style network: choose another name, or delete it first.");
		}
		if (!resume && StyleNetworkTraining.isUnfinished(checkpoint())) {
			throw new StyleTransferException("There is a training for " + output +
				" that is not finished: resume it, choose another name, or delete " + checkpoint() + ".");
		}
	}

	/** The network with what the user tells of it. */
	private StyleNetwork told(final TrainingResult result) {
		final NetworkCard card = result.network().card().toBuilder().name(file().getFileName().toString().replaceAll(
			"\\.h5$", "")).author(author).licence(licence).build();
		return result.network().withCard(card).withPreview(HeldOutPicture.png(result.picture()));
	}
}
