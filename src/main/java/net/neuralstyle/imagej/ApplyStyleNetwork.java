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
import static net.neuralstyle.imagej.input.InputKind.NETWORKS;
import static net.neuralstyle.imagej.input.InputKind.OPTIONAL;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

import ij.ImagePlus;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.feedforward.FramePainting;
import net.neuralstyle.feedforward.NetworkCard;
import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.feedforward.PaintingSession;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.input.MacroLine;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.imagej.progress.PaintingReporter;
import net.neuralstyle.imagej.stack.FrameSelection;
import net.neuralstyle.imagej.stack.FrameSeries;
import net.neuralstyle.imagej.stack.FrameStore;
import net.neuralstyle.imagej.stack.ResultStack;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.recipe.PaintingRecipe;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Setting;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.sequence.FrameNumbers;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Plugins &gt; Style Transfer &gt; Apply Style Network: has a trained network paint an image, in one pass.
 * <p>
 * All inputs that are {@link PaintingSettings} say what these say.
 * </p>
 */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = ApplyStyleNetwork.LABEL) })
public class ApplyStyleNetwork extends StyleTransferCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = MacroLine.STYLE_NETWORK;

	private static final String SLICES = "slices";

	// NB: Not "required", and not persisted by SciJava, for the reasons of NeuralStyleTransfer.
	@Parameter(label = "Content", description = "The image to paint; of a stack, the slices below. It is not changed.",
		required = false, persist = false)
	private ImagePlus content;

	@Parameter(label = "Network", description = "What paints: a network that comes with the plugin, or is in ImageJ's " +
		"folder networks, by its name, or a file (.h5, or .onnx of PyTorch's fast neural style).",
		style = FileWidget.OPEN_STYLE, required = false, persist = false, attrs = { @Attr(name = NETWORKS), @Attr(
			name = REMEMBERED) })
	private String network = NamedNetworks.usual();

	// NB: Not remembered, as it is of one content.
	@Parameter(label = "Slices", description = "Of a stack, what to paint: current (what is on show), all, or numbers " +
		"such as 3-20 or 2,5-7. Of one with z and t, numbers are those of t, with all z.", required = false, persist = false)
	private String slices = FrameNumbers.CURRENT;

	// NB: From here on the inputs of settings are boxed, as plain numbers that a script leaves out would be 0.
	@Parameter(label = "Strength", description = "How much of the painted picture there is in the result: 1 for all, 0 " +
		"for the content as it is.", min = "0", max = "1", required = false, persist = false,
		attrs = @Attr(name = REMEMBERED))
	private Double strength = 1.0;

	@Parameter(label = "Colours", description = "Of the style; of the content, so that light and dark alone are " +
		"redrawn; or \"matched\": the style is given the content's range of colours before.", choices = { "style", "content",
		"matched" }, required = false, persist = false, attrs = @Attr(name = REMEMBERED))
	private String colours = "style";

	@Parameter(label = "Size", description = "Longer side of the result in pixels; 0 for the size of the content. A " +
		"network paints strokes of one size, so a smaller result has larger strokes.", min = "0", max = "16384",
		required = false, persist = false, attrs = @Attr(name = REMEMBERED))
	private Integer size = 0;

	@Parameter(label = "Mask", description = "Limits where the style goes: white fully, grey in part, black not at " +
		"all, where the content stays as it is. A selection on the content does the same.", required = false,
		persist = false, attrs = { @Attr(name = OPTIONAL), @Attr(name = ADVANCED) })
	private ImagePlus mask;

	@Parameter(label = "Type of result", description = "Colours, or, of a grey content, its own type: 8, 16 or " +
		"32 bits with its display range and lookup table.", choices = { RecipeInputs.RGB, RecipeInputs.AS_CONTENT },
		persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = ADVANCED) })
	private String resultType = RecipeInputs.RGB;

	// NB: Not remembered, as it is in pixels of one content.
	@Parameter(label = "Soft edge", description = "How far, in pixels of the content, the edge of a selection, mask or " +
		"label reaches into it, where the picture passes over into the content; 0 for a hard edge.", min = "0", max =
		"1000", required = false, persist = false, attrs = @Attr(name = ADVANCED))
	private Double softEdge = 0.0;

	@Parameter(label = "Coherence", description = "Of the frames of a stack or movie: how much of the picture is the " +
		"frame before, moved as the scene moves; larger flickers less, and 0 paints each frame by itself, which takes " +
		"less time.", min = "0", max = "1", required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(
			name = ADVANCED) })
	private Double coherence = 0.5;

	// NB: Not remembered, so that frames never go where nobody expects them.
	@Parameter(label = "Output folder", description = "Where to write the painted slices, a TIFF file each; the result " +
		"is a virtual stack of them. Empty keeps them in memory, or, of a virtual stack, beside its files.", style =
			FileWidget.DIRECTORY_STYLE, required = false, persist = false, attrs = @Attr(name = ADVANCED))
	private String outputFolder = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Result")
	private ImagePlus result;

	public ApplyStyleNetwork() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		checkChoice("resulttype", resultType, RecipeInputs.RGB, RecipeInputs.AS_CONTENT);
		recipe();
		NamedNetworks.find(network);
		images().check();
	}

	@Override
	void execute() throws IOException {
		final StyleNetwork painter = NamedNetworks.find(network);
		final PaintingRecipe recipe = recipe();
		final boolean isAsContent = resultType.equals(RecipeInputs.AS_CONTENT);
		final boolean isOfValues = images().isOfValues(isAsContent);
		images().notes(isAsContent, recipe.get(Settings.SOFT_EDGE), List.of()).forEach(log()::info);
		log().info(LABEL + ": " + content.getTitle() + " " + inWords(painter));
		try (PaintingSession session = new PaintingSession(painter, recipe, MachineShare.all())) {
			if (images().isOfFrames()) paintFrames(session, isOfValues);
			else result = paintShown(session, isOfValues ? new GreyValues(content) : null);
		}
	}

	@Override
	int neededLongerSide(final Map<String, Object> given) {
		// NB: What is out of range is the command's to refuse.
		return Math.max(0, ((Number) given.getOrDefault(PaintingSettings.SIZE.key(), PaintingSettings.SIZE.usual()))
			.intValue());
	}

	@Override
	String note(final Map<String, String> answers) {
		final ImagePlus contentImage = OpenImages.find(answers.get("content"));
		if (contentImage == null) return "";
		try {
			final int longerSide = PaintingSettings.SIZE.value(answers.get("size"));
			final ImageSize ofContent = new ImageSize(contentImage.getWidth(), contentImage.getHeight());
			final String text = answers.get(SLICES);
			final int frames = FrameNumbers.areOfFrames(text) ? FrameSelection.of(text, contentImage).count() : 1;
			return "Result: " + (frames == 1 ? "" : frames + " frames of ") + (longerSide == 0 ? ofContent : ofContent
				.withLongerSide(longerSide)) + " pixels. " + inShort(NamedNetworks.find(answers.get("network")));
		}
		catch (final IllegalArgumentException | StyleTransferException exc) {
			// NB: Somebody is writing. If it is still wrong when it is accepted, he hears of it.
			return "";
		}
	}

	@Override
	ImagePlus shownResult() {
		return result;
	}

	// -- Helper methods --

	private PaintingRecipe recipe() {
		final PaintingRecipe.Builder builder = PaintingRecipe.builder();
		for (final Setting<?> setting : PaintingSettings.all()) {
			final Object value = value(setting.key());
			if (value != null) builder.setText(setting, value.toString());
		}
		return builder.build();
	}

	private ContentImages images() {
		return new ContentImages(content, slices, mask, null, null, outputFolder);
	}

	/**
	 * Paints what is on show.
	 *
	 * @param kind null for colours
	 * @return the picture, or null if the user closed its window
	 */
	private ImagePlus paintShown(final PaintingSession session, final GreyValues kind) {
		final RandomAccessibleInterval<? extends NumericType<?>> pixels = kind == null ? DisplayedPixels.of(content) : kind
			.pixels();
		final StyleTransferJob job = images().shown().job(pixels, 1).named(content.getTitle());
		FinitePixels.note(content).ifPresent(log()::warn);
		final ResultImage picture = new ResultImage(content, inWords(session.network()), kind);
		try (PaintingReporter reporter = new PaintingReporter(picture, 1, context(), createTask(), this::isStopRequested)) {
			picture.preview(pixels, session.recipe().get(PaintingSettings.SIZE));
			final PaintedPicture painted = session.run(job, reporter);
			reporter.finished(painted);
			if (painted.isCancelled()) setStopped();
			if (picture.isClosed()) return null;
			picture.finish(FinishedPicture.of(painted), macro());
			return picture.image();
		}
		catch (final RuntimeException | Error exc) {
			picture.discard();
			throw exc;
		}
	}

	/** Paints frames. The result is a stack of those that are done, whatever happens, or nothing if there is none. */
	private void paintFrames(final PaintingSession session, final boolean isOfValues) throws IOException {
		final FrameSeries series = images().frames(isOfValues, inWords(session.network()), 1);
		try (FrameStore store = series.store(session.recipe().get(PaintingSettings.SIZE), images().folder())) {
			// NB: Who has named a folder knows where it is.
			if (!images().hasFolder() && !store.note().isEmpty()) log().info(store.note());
			final ResultStack stack = series.result(store, macro());
			try (PaintingReporter reporter = new PaintingReporter(stack, series.frames().count(), context(), createTask(),
				this::isStopRequested))
			{
				stack.open();
				final int done = new FramePainting(session).run(series.frames(), (index, painted) -> {
					reporter.frameFinished(painted);
					stack.take(index, FinishedPicture.of(painted));
				}, index -> begin(index, series, stack, reporter));
				if (done < series.frames().count()) {
					reporter.frameStopped();
					setStopped();
				}
				reporter.framesFinished(done);
			}
			finally {
				// NB: What goes wrong in one frame leaves those before it.
				result = finished(series, stack);
			}
		}
	}

	private PaintingReporter begin(final int index, final FrameSeries series, final ResultStack stack,
		final PaintingReporter reporter)
	{
		FinitePixels.note(series.frames().image(index)).ifPresent(log()::warn);
		reporter.frameStarted(index);
		stack.begin(index);
		return reporter;
	}

	private String macro() {
		final CommandInfo command = context().service(CommandService.class).getCommand(ApplyStyleNetwork.class);
		return MacroLine.of(LABEL, HostedCommand.inputs(command), name -> name.equals(SLICES) ? images().slicesInMacro()
			: value(name));
	}

	private static String inWords(final StyleNetwork painter) {
		return "in the style of " + painter.card().name();
	}

	/** What a dialog says of a network, a sentence. */
	private static String inShort(final StyleNetwork painter) {
		final NetworkCard card = painter.card();
		return "Network: " + painter + (card.author().isEmpty() ? "" : ", by " + card.author()) + (card.licence().isEmpty()
			? "" : ", licence " + card.licence().lines().findFirst().orElse("")) + ".";
	}
}
