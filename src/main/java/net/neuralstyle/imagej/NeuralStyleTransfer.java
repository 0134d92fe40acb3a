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
import static net.neuralstyle.imagej.input.InputKind.OPTIONAL;
import static net.neuralstyle.imagej.input.InputKind.STYLES;
import static net.neuralstyle.imagej.input.InputKind.VALUES;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

import ij.ImagePlus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StartPainter;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferEstimate;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.feedforward.NetworkStart;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.imagej.dialog.Preview;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.image.Regions;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.input.MacroLine;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.imagej.progress.ListenerPair;
import net.neuralstyle.imagej.progress.LossPlot;
import net.neuralstyle.imagej.progress.ProgressReporter;
import net.neuralstyle.imagej.stack.FrameSelection;
import net.neuralstyle.imagej.stack.FrameSeries;
import net.neuralstyle.imagej.stack.FrameStore;
import net.neuralstyle.imagej.stack.ResultStack;
import net.neuralstyle.imagej.stack.ShownSlice;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.recipe.Start;
import net.neuralstyle.sequence.FrameNumbers;
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
import org.scijava.widget.FileWidget;

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
	public static final String LABEL = MacroLine.STYLE_TRANSFER;

	private static final String SLICES = "slices";
	private static final String OUTPUT_FOLDER = "outputFolder";
	private static final Set<String> PREVIEWED_INPUTS = Set.of("content", "style", "moreStyles", "styleBlend", "styleMask",
		"mask", "labels", RecipeInputs.START_NETWORK, Settings.STROKE_SIZE.key(), Settings.COLOURS.key(), Settings.SOFT_EDGE
			.key());

	// NB: Not "required", so that a missing image comes to run(), which says what
	// to do, where SciJava would only name the field. Nothing is persisted by
	// SciJava, which would keep refused values and put them into other macros;
	// what a dialog remembers is up to RememberedInputs.
	@Parameter(label = "Content", description = "The image to redraw; of a stack, the slices below. It is not changed.",
		required = false, persist = false, attrs = @Attr(name = BEFORE, value = FIRST_INPUT))
	private ImagePlus content;

	@Parameter(label = "Style", description = "The picture whose colours and strokes to take: an open image, a file, or " +
		"a bundled style by its name. Each slice of a stack is a style.", required = false, persist = false,
		attrs = { @Attr(name = STYLES), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private ImagePlus style;

	// NB: Not remembered, as it is of one content.
	@Parameter(label = "Slices", description = "Of a stack, what to redraw: current (what is on show), all, or numbers " +
		"such as 3-20 or 2,5-7. Of one with z and t, numbers are those of t, with all z.", required = false, persist = false,
		attrs = @Attr(name = BEFORE, value = FIRST_INPUT))
	private String slices = FrameNumbers.CURRENT;

	@Parameter(label = "More styles", description = "Further pictures whose styles are blended with that one.",
		required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(name = OPTIONAL), @Attr(name = STYLES),
			@Attr(name = MORE_OF, value = "style"), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private ImagePlus[] moreStyles;

	@Parameter(label = "Style blend",
		description = "The styles' shares, a positive number for each with commas, such as 2,1; empty for the same of each.",
		required = false, persist = false, attrs = { @Attr(name = ADVANCED), @Attr(
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

	// NB: Not remembered, so that frames never go where nobody expects them.
	@Parameter(label = "Output folder", description = "Where to write the redrawn slices, a TIFF file each; the result " +
		"is a virtual stack of them. Empty keeps them in memory, or, of a virtual stack, beside its files.", style =
			FileWidget.DIRECTORY_STYLE, required = false, persist = false, attrs = @Attr(name = ADVANCED))
	private String outputFolder = "";

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

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		super.check();
		images().check();
		// NB: Which refuses what it cannot be made of.
		final StyleImages styles = new StyleImages(style, moreStyles, styleMask, styleBlend);
		if (inputs().recipe().get(Settings.START) == Start.NETWORK) startPainter(styles);
		if (labels != null && styleBlend != null && !styleBlend.isBlank()) {
			throw new StyleTransferException("There are labels, each of which has a style of its own, and shares to blend " +
				"styles: leave the labels or the style blend out.");
		}
	}

	@Override
	void execute() throws IOException {
		final StyleImages styles = new StyleImages(style, moreStyles, styleMask, styleBlend);
		final Recipe recipe = inputs().recipe();
		final boolean isOfValues = images().isOfValues(isAsContent());
		styles.notes().forEach(log()::warn);
		images().notes(isAsContent(), recipe.get(Settings.SOFT_EDGE), styles.images()).forEach(log()::info);
		if (images().isOfFrames()) stylizeFrames(recipe, styles, isOfValues);
		else result = stylizeShown(recipe, styles, isOfValues ? new GreyValues(content) : null);
	}

	@Override
	String note(final Map<String, String> answers) {
		final ImagePlus contentImage = OpenImages.find(answers.get("content"));
		if (contentImage == null) return "";
		try {
			final List<ImagePlus> styles = NamedPictures.findAll(answers.getOrDefault("moreStyles", ""));
			styles.add(NamedPictures.find(answers.get("style")));
			final RecipeInputs inputs = new RecipeInputs(answers);
			final String forecast = Forecast.of(estimate(inputs, contentImage, styles), frameCount(answers, contentImage),
				new RunSpeed(preferences()).load(inputs.networkName(), inputs.recipe().get(Settings.PRECISION)));
			final boolean isBesideFiles = FrameNumbers.areOfFrames(answers.get(SLICES)) && contentImage.getStack().isVirtual() &&
				answers.getOrDefault(OUTPUT_FOLDER, "").isBlank();
			return (forecast + (isBesideFiles ? " The frames go into a new folder beside its files. " : " ") + Regions.note(
				contentImage, styles)).trim();
		}
		catch (final IllegalArgumentException | StyleTransferException exc) {
			// NB: Somebody is writing. If it is still wrong when it is accepted, he hears of it.
			return "";
		}
	}

	@Override
	Set<String> previewedInputs() {
		return PREVIEWED_INPUTS;
	}

	@Override
	Optional<Preview> preview(final Map<String, String> answers) {
		return new NetworkPreview(answers).make();
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

	/**
	 * Redraws what is on show.
	 *
	 * @param kind null for colours
	 * @return the picture, or null if the user closed its window
	 */
	private ImagePlus stylizeShown(final Recipe recipe, final StyleImages styles, final GreyValues kind)
		throws IOException
	{
		final RandomAccessibleInterval<? extends NumericType<?>> pixels = kind == null ? DisplayedPixels.of(content) : kind
			.pixels();
		final StyleTransferJob job = images().shown().job(pixels, styles.pictures().size());
		FinitePixels.note(content).ifPresent(log()::warn);
		final ResultImage picture = new ResultImage(content, styles.inWords(), kind);
		final StyleTransfer transfer = transfer(recipe, styles);
		try (ProgressReporter reporter = new ProgressReporter(picture, context(), createTask(), this::isStopRequested);
				LossPlot plot = lossPlot && hasWindow() ? new LossPlot(picture.image()) : null;
				StyleTransferSession session = transfer.open(styles.styles(), MachineShare.all()))
		{
			picture.preview(pixels, recipe.get(Settings.SIZE));
			new FrameTransfer(session).run(new ShownSlice(content.getTitle(), job), (index, transferred) -> take(transferred,
				picture, reporter), index -> saving(plot == null ? reporter : new ListenerPair(reporter, plot),
					"", picture::intermediate));
			return picture.isClosed() ? null : picture.image();
		}
		catch (final RuntimeException | Error exc) {
			picture.discard();
			throw exc;
		}
	}

	/** Redraws frames. The result is a stack of those that are done, whatever happens, or nothing if there is none. */
	private void stylizeFrames(final Recipe recipe, final StyleImages styles, final boolean isOfValues)
		throws IOException
	{
		final FrameSeries series = images().frames(isOfValues, styles.inWords(), styles.pictures().size());
		try (FrameStore store = series.store(recipe.get(Settings.SIZE), images().folder())) {
			// NB: Who has named a folder knows where it is.
			if (!images().hasFolder() && !store.note().isEmpty()) log().info(store.note());
			if (lossPlot) log().info("There is no loss plot of several frames.");
			final ResultStack stack = series.result(store, macro());
			final StyleTransfer transfer = transfer(recipe, styles);
			final double followingShare = estimate(inputs(), content, styles.images()).followingShare();
			try (ProgressReporter reporter = new ProgressReporter(stack, series.frames().count(), followingShare, context(),
				createTask(), this::isStopRequested); StyleTransferSession session = transfer.open(styles.styles(), MachineShare
					.all()))
			{
				stack.open();
				new FrameTransfer(session).run(series.frames(), (index, transferred) -> take(index, transferred, stack, reporter),
					index -> begin(index, series, stack, reporter));
				reporter.framesFinished(stack.doneCount());
			}
			finally {
				// NB: What goes wrong in one frame leaves those before it.
				result = finished(series, stack);
			}
		}
	}

	private StyleTransfer transfer(final Recipe recipe, final StyleImages styles) throws IOException {
		final StyleTransfer transfer = new StyleTransfer(weights(), recipe);
		log().info(LABEL + ": " + content.getTitle() + " " + styles.inWords());
		if (recipe.get(Settings.START) != Start.NETWORK) return transfer;
		final StartPainter painter = startPainter(styles);
		log().info("It starts from what the style network " + painter.record().name() + " paints.");
		return transfer.startingWith(painter);
	}

	/** @throws StyleTransferException if there is no network; says what to do */
	private StartPainter startPainter(final StyleImages styles) {
		return new NetworkStart(NamedNetworks.toStartWith((String) value(RecipeInputs.START_NETWORK), styles.records()));
	}

	private StyleTransferListener begin(final int index, final FrameSeries series, final ResultStack stack,
		final ProgressReporter reporter)
	{
		FinitePixels.note(series.frames().image(index)).ifPresent(log()::warn);
		reporter.frameStarted(index);
		stack.begin(index);
		return saving(reporter, series.selection().number(index), stack::intermediate);
	}

	private void take(final int index, final StyleTransferResult transferred, final ResultStack stack,
		final ProgressReporter reporter)
	{
		reporter.frameFinished(transferred.isCancelled());
		noteEnd(transferred);
		stack.take(index, FinishedPicture.of(transferred));
	}

	private void take(final StyleTransferResult transferred, final ResultImage picture, final ProgressReporter reporter) {
		reporter.finished(transferred.isCancelled());
		noteEnd(transferred);
		if (!picture.isClosed()) picture.finish(FinishedPicture.of(transferred), macro());
	}

	private void noteEnd(final StyleTransferResult transferred) {
		if (transferred.isCancelled()) setStopped();
		else secondsPerMegapixel = StyleTransferEstimate.speed(transferred);
	}

	private String macro() {
		final CommandInfo command = context().service(CommandService.class).getCommand(NeuralStyleTransfer.class);
		// NB: What is on show will be another slice then.
		return MacroLine.of(LABEL, HostedCommand.inputs(command), name -> name.equals(SLICES) ? images().slicesInMacro()
			: value(name));
	}

	private ContentImages images() {
		return new ContentImages(content, slices, mask, labels, startImage, outputFolder);
	}

	private static StyleTransferEstimate estimate(final RecipeInputs inputs, final ImagePlus content,
		final List<ImagePlus> styles)
	{
		return StyleTransferEstimate.of(inputs.recipe(), inputs.networkKind(), sizeOf(content), styles.stream().map(
			NeuralStyleTransfer::sizeOf).collect(Collectors.toList()));
	}

	/** How many frames a dialog's answers mean. */
	private static int frameCount(final Map<String, String> answers, final ImagePlus image) {
		final String text = answers.get(SLICES);
		return FrameNumbers.areOfFrames(text) ? FrameSelection.of(text, image).count() : 1;
	}

	private static ImageSize sizeOf(final ImagePlus image) {
		return new ImageSize(image.getWidth(), image.getHeight());
	}
}
