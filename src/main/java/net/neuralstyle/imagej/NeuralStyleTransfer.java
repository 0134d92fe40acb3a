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

import static net.neuralstyle.imagej.InputKind.ADVANCED;
import static net.neuralstyle.imagej.InputKind.BEFORE;
import static net.neuralstyle.imagej.InputKind.MORE_OF;
import static net.neuralstyle.imagej.InputKind.OPTIONAL;
import static net.neuralstyle.imagej.InputKind.STYLES;
import static net.neuralstyle.imagej.InputKind.VALUES;
import static net.neuralstyle.imagej.RememberedInputs.REMEMBERED;

import ij.ImagePlus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferEstimate;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Preset;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.sequence.FrameTransfer;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Style Transfer &gt; Neural Style Transfer: redraws an image in the
 * style of another one.
 * <p>
 * The dialog ({@link CommandDialog}), recorded macros and the options of the command
 * line are made from the parameters here and of {@link RecipeCommand}.
 * </p>
 */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = NeuralStyleTransfer.LABEL) })
public class NeuralStyleTransfer extends RecipeCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = "Neural Style Transfer";

	// NB: Not "required", so that a missing image comes to run(), which says what
	// to do, where SciJava would only name the field. Nothing is persisted by
	// SciJava, which would keep refused values and put them into other macros;
	// what a dialog remembers is up to RememberedInputs.
	@Parameter(label = "Content", description = "The image to redraw; of a stack, the slice on show. It is not changed.",
		required = false, persist = false, attrs = @Attr(name = BEFORE, value = FIRST_INPUT))
	private ImagePlus content;

	@Parameter(label = "Style", description = "The picture whose colours and strokes to take: an open image, a file, or a " +
		"bundled style by its name. Each slice of a stack is a style.", required = false, persist = false,
		attrs = { @Attr(name = STYLES), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private ImagePlus style;

	@Parameter(label = "More styles", description = "Further pictures whose styles are blended with that one.",
		required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(name = OPTIONAL), @Attr(name = STYLES),
			@Attr(name = MORE_OF, value = "style"), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private ImagePlus[] moreStyles;

	@Parameter(label = "Style blend", description = "The styles' shares, a positive number for each with commas, such as " +
		"2,1; empty for the same of each.", required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(
			name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private String styleBlend = "";

	@Parameter(label = "Mask", description = "Limits where the style goes: white fully, grey in part, black not at " +
		"all, where the content stays as it is. A selection on the content does the same.", required = false,
		persist = false, attrs = { @Attr(name = OPTIONAL), @Attr(name = ADVANCED), @Attr(name = BEFORE,
			value = FIRST_ADVANCED_INPUT) })
	private ImagePlus mask;

	@Parameter(label = "Labels", description = "Gives each label of a grey image, as segmentation makes it, a style: 1 " +
		"the first, 2 the second, and so on; 0 stays as it is.", required = false, persist = false, attrs = { @Attr(
			name = OPTIONAL), @Attr(name = ADVANCED), @Attr(name = VALUES), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private ImagePlus labels;

	@Parameter(label = "Style mask", description = "Limits what is taken of a style, as a selection on it does: white " +
		"counts fully, black not at all; of several styles, one mask for each.", required = false, persist = false, attrs = {
			@Attr(name = OPTIONAL), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private ImagePlus[] styleMask;

	@Parameter(label = "Start image", description = "What to start from in place of the content: any image, for " +
		"instance a former result, to go on with it.", required = false, persist = false, attrs = { @Attr(name = OPTIONAL),
			@Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private ImagePlus startImage;

	@Parameter(label = "Loss plot", description = "Shows how the loss and its terms fall, in a plot and a table, where " +
		"ImageJ has windows.", persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private boolean lossPlot;

	@Parameter(type = ItemIO.OUTPUT, label = "Result")
	private ImagePlus result;

	/** Of this run; 0 before its end. */
	private double secondsPerMegapixel;

	public NeuralStyleTransfer() {
		super(LABEL);
	}

	/**
	 * Returns the longer side, in pixels, that pictures are needed in at least, 0 for all there are.
	 *
	 * @param given values of the command's inputs, by name
	 */
	static int neededLongerSide(final Map<String, Object> given) {
		final Object preset = given.getOrDefault(RecipeInputs.PRESET, Preset.BALANCED.label());
		final Recipe recipe = Preset.byLabel((String) preset).recipe(NetworkKind.COMPACT);
		final Number size = (Number) given.getOrDefault(Settings.SIZE.key(), recipe.get(Settings.SIZE));
		final Number strokes = (Number) given.getOrDefault(Settings.STROKE_SIZE.key(), recipe.get(Settings.STROKE_SIZE));
		// NB: What is out of range is the command's to refuse.
		return (int) Math.ceil(Math.max(0, size.doubleValue()) * Math.max(1, strokes.doubleValue()));
	}

	/** As {@link #neededLongerSide(Map)}, of a recipe. */
	static int neededLongerSide(final Recipe recipe) {
		return (int) Math.ceil(recipe.get(Settings.SIZE) * Math.max(1, recipe.get(Settings.STROKE_SIZE)));
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		super.check();
		if (!StyleImages.isImage(content)) {
			throw new StyleTransferException("There is no content image: open it first and give its title, or, where there is no " +
				"ImageJ, the path of its file.");
		}
		// NB: Which refuses what it cannot be made of.
		new StyleImages(style, moreStyles, styleMask, styleBlend);
		if (labels != null && styleBlend != null && !styleBlend.isBlank()) {
			throw new StyleTransferException("There are labels, each of which has a style of its own, and shares to blend styles: " +
				"leave the labels or the style blend out.");
		}
	}

	@Override
	void execute() throws IOException {
		final GreyValues kind = isAsContent() && GreyValues.areIn(content) ? new GreyValues(content) : null;
		final RandomAccessibleInterval<? extends NumericType<?>> pixels = kind == null ? DisplayedPixels.of(content) : kind
			.pixels();
		final StyleImages styles = new StyleImages(style, moreStyles, styleMask, styleBlend);
		final Recipe recipe = inputs().recipe();
		final ContentInputs contentInputs = new ContentInputs(content, mask, labels, startImage);
		final StyleTransferJob job = contentInputs.job(pixels, styles.pictures().size());
		FinitePixels.note(content).ifPresent(log()::warn);
		if (isAsContent() && kind == null) {
			log().info(content.getTitle() + " has colours, and so has the result: RGB.");
		}
		styles.notes().forEach(log()::warn);
		if (recipe.get(Settings.SOFT_EDGE) > 0 && !contentInputs.hasRegion()) {
			log().info("The soft edge has no effect, as there is no selection, mask or label image.");
		}
		final String selections = Regions.note(content, styles.images());
		if (!selections.isEmpty()) log().info(selections);
		result = stylize(recipe, pixels, job, styles, new ResultImage(content, styles.inWords(), kind));
	}

	@Override
	String note(final Map<String, String> answers) {
		final ImagePlus contentImage = OpenImages.find(answers.get("content"));
		if (contentImage == null) return "";
		try {
			final List<ImagePlus> styles = NamedPictures.findAll(answers.getOrDefault("moreStyles", ""));
			styles.add(NamedPictures.find(answers.get("style")));
			final RecipeInputs inputs = new RecipeInputs(answers);
			final Recipe recipe = inputs.recipe();
			final String forecast = Forecast.of(StyleTransferEstimate.of(recipe, inputs.networkKind(), sizeOf(contentImage),
				styles.stream().map(NeuralStyleTransfer::sizeOf).collect(Collectors.toList())), new RunSpeed(preferences()).load(
					inputs.networkName(), recipe.get(Settings.PRECISION)));
			return (forecast + " " + Regions.note(contentImage, styles)).trim();
		}
		catch (final IllegalArgumentException | StyleTransferException exc) {
			// NB: Somebody is writing. If it is still wrong when it is accepted, he hears of it.
			return "";
		}
	}

	@Override
	void remember(final Module module) {
		super.remember(module);
		if (secondsPerMegapixel == 0) return;
		new RunSpeed(preferences()).save(inputs().networkName(), inputs().recipe().get(Settings.PRECISION),
			secondsPerMegapixel);
	}

	@Override
	ImagePlus shownResult() {
		return result;
	}

	// -- Helper methods --

	/** Returns the picture, or null if the user closed its window. */
	private ImagePlus stylize(final Recipe recipe, final RandomAccessibleInterval<? extends NumericType<?>> pixels,
		final StyleTransferJob job, final StyleImages styles, final ResultImage picture) throws IOException
	{
		final StyleTransfer transfer = new StyleTransfer(weights(), recipe);
		log().info(LABEL + ": " + content.getTitle() + " " + styles.inWords());
		try (ProgressReporter reporter = new ProgressReporter(picture, context(), createTask(), this::isStopRequested);
				LossPlot plot = lossPlot && hasWindow() ? new LossPlot(picture.image()) : null;
				StyleTransferSession session = transfer.open(styles.styles(), MachineShare.all()))
		{
			picture.preview(pixels, recipe.get(Settings.SIZE));
			new FrameTransfer(session).run(new ShownSlice(content.getTitle(), job), (index, transferred) -> take(transferred,
				picture, reporter), index -> plot == null ? reporter : new ListenerPair(reporter, plot));
			return picture.isClosed() ? null : picture.image();
		}
		catch (final RuntimeException | Error exc) {
			picture.discard();
			throw exc;
		}
	}

	private void take(final StyleTransferResult transferred, final ResultImage picture, final ProgressReporter reporter) {
		reporter.finished(transferred.isCancelled());
		if (transferred.isCancelled()) setStopped();
		else secondsPerMegapixel = StyleTransferEstimate.speed(transferred);
		if (!picture.isClosed()) picture.finish(transferred, macro());
	}

	private String macro() {
		final CommandInfo command = context().service(CommandService.class).getCommand(NeuralStyleTransfer.class);
		return MacroLine.of(LABEL, HostedCommand.inputs(command), this::value);
	}

	private static ImageSize sizeOf(final ImagePlus image) {
		return new ImageSize(image.getWidth(), image.getHeight());
	}
}
