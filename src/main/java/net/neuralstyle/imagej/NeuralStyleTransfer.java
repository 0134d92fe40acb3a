package net.neuralstyle.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;

import java.io.IOException;
import java.util.Locale;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.picture.FinitePixels;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.WeightsFile;
import net.neuralstyle.weights.WeightsSource;
import net.neuralstyle.weights.download.CachedWeights;
import net.neuralstyle.weights.download.DownloadCancelledException;
import net.neuralstyle.weights.download.PublishedWeights;
import net.neuralstyle.weights.download.WeightsCache;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Plugins &gt; Style Transfer &gt; Neural Style Transfer: redraws an image in the
 * style of another one.
 * <p>
 * The parameters here are the only definition of the command's inputs: the dialog
 * ({@link CommandDialog}), recorded macros and the options of the command line are
 * made from them. A macro's key is the field's name in lower case. ImageJ checks
 * none of the values, so the command does.
 * </p>
 */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = NeuralStyleTransfer.LABEL) })
public class NeuralStyleTransfer extends StyleTransferCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = "Neural Style Transfer";

	static final String COMPACT_NETWORK = "Compact VGG (bundled)";
	static final String VGG16_NETWORK = "VGG16 (ImageNet)";
	private static final String FROM_CONTENT = "content";
	private static final String FROM_NOISE = "noise";

	// NB: Not "required", so that a missing image comes to run(), which says what
	// to do, where SciJava would only name the field. Nothing is persisted by
	// SciJava, which would keep refused values and put them into other macros;
	// what a dialog remembers is up to RememberedInputs.
	@Parameter(label = "Content", description = "The image to redraw; of a stack, the slice on show. It is not changed.",
		required = false, persist = false)
	private ImagePlus content;

	@Parameter(label = "Style", description = "The image whose colours and strokes to take. It is not changed.",
		required = false, persist = false)
	private ImagePlus style;

	@Parameter(label = "Network", description = "What compares images. VGG16 is the method's original, takes about " +
		"eight times as long, and is downloaded once.", choices = { COMPACT_NETWORK, VGG16_NETWORK }, persist = false,
		attrs = @Attr(name = RememberedInputs.REMEMBERED))
	private String network = COMPACT_NETWORK;

	// NB: Not remembered, so that it never replaces the chosen network unnoticed.
	@Parameter(label = "Weights file", description = "Instead of the network above, any network of VGG's kind in a Keras " +
		"file (.h5); empty for none.", style = FileWidget.OPEN_STYLE, required = false, persist = false)
	private String weightsFile = "";

	// NB: Boxed numbers are null where a macro gives a value that is no number;
	// plain ones would silently be 0. Not "required", as for the images.
	@Parameter(label = "Size", description = "Longer side of the result in pixels, at least 32; 0 for the size of the " +
		"content. Time and memory grow with its square.", min = "0", max = "16384", stepSize = "64", required = false,
		persist = false, attrs = @Attr(name = RememberedInputs.REMEMBERED))
	private Integer size = 512;

	@Parameter(label = "Iterations", description = "Each is 20 evaluations of the loss. More give a smoother, more " +
		"finished picture.", min = "1", max = "10000", required = false, persist = false, attrs = @Attr(
			name = RememberedInputs.REMEMBERED))
	private Integer iterations = 10;

	@Parameter(label = "Content weight", description = "Larger keeps more of the content's shapes. What counts is its " +
		"ratio to the style weight.", min = "0", max = "1e9", stepSize = "0.005", style = "format:0.#####",
		required = false, persist = false, attrs = @Attr(name = RememberedInputs.REMEMBERED))
	private Double contentWeight = 0.025;

	@Parameter(label = "Style weight", description = "Larger takes on more of the style's colours and strokes.", min = "0",
		max = "1e9", stepSize = "0.5", style = "format:0.#####", required = false, persist = false, attrs = @Attr(
			name = RememberedInputs.REMEMBERED))
	private Double styleWeight = 5.0;

	@Parameter(label = "Total variation weight", description = "Larger makes smoother areas with less grain.", min = "0",
		max = "1e9", stepSize = "0.1", style = "format:0.#####", required = false, persist = false, attrs = @Attr(
			name = RememberedInputs.REMEMBERED))
	private Double totalVariationWeight = 1.0;

	@Parameter(label = "Start from", description = "The content keeps its shapes better; noise is the classic method " +
		"and needs more iterations.", choices = { FROM_CONTENT, FROM_NOISE }, persist = false, attrs = @Attr(
			name = RememberedInputs.REMEMBERED))
	private String start = FROM_CONTENT;

	@Parameter(label = "Pyramid levels", description = "Computes small pictures first, for large strokes. 0 chooses by " +
		"the size, 1 computes the full size only.", min = "0", max = "8", required = false, persist = false, attrs = @Attr(
			name = RememberedInputs.REMEMBERED))
	private Integer pyramid = 0;

	@Parameter(label = "Tile size", description = "Longest side of what is computed at once, in pixels. Smaller takes " +
		"less memory and more time; the network sets a least size. 0 takes what there is memory for.", min = "0",
		max = "16384", required = false, persist = false, attrs = @Attr(name = RememberedInputs.REMEMBERED))
	private Integer tileSize = 0;

	@Parameter(label = "Seed", description = "The same number gives the same noise, and so the same picture.",
		required = false, persist = false)
	private Long seed = 1L;

	@Parameter(type = ItemIO.OUTPUT, label = "Result")
	private ImagePlus result;

	public NeuralStyleTransfer() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		checkChoice("network", network, COMPACT_NETWORK, VGG16_NETWORK);
		recipe();
		checkImage(content, "content");
		checkImage(style, "style");
	}

	@Override
	void execute() throws IOException {
		final Img<ARGBType> contentPixels = DisplayedPixels.of(content);
		final Img<ARGBType> stylePixels = DisplayedPixels.of(style);
		FinitePixels.note(content).ifPresent(log()::warn);
		FinitePixels.note(style).ifPresent(log()::warn);
		result = stylize(new StyleTransfer(weights(), recipe()), contentPixels, stylePixels);
	}

	@Override
	ImagePlus shownResult() {
		return result;
	}

	// -- Helper methods --

	/** Returns the picture, or null if the user closed its window. */
	private ImagePlus stylize(final StyleTransfer transfer, final Img<ARGBType> contentPixels,
		final Img<ARGBType> stylePixels)
	{
		log().info(LABEL + ": " + content.getTitle() + " in the style of " + style.getTitle());
		final ResultImage picture = new ResultImage(content, style);
		try (ProgressReporter reporter = new ProgressReporter(picture, context(), createTask(), this::isStopRequested)) {
			picture.preview(contentPixels, size);
			final StyleTransferResult transferred = transfer.run(contentPixels, stylePixels, reporter);
			reporter.finished(transferred.isCancelled());
			if (transferred.isCancelled()) setStopped();
			if (picture.isClosed()) return null;
			picture.finish(transferred.image());
			return picture.image();
		}
		catch (final RuntimeException | Error exc) {
			picture.discard();
			throw exc;
		}
	}

	private WeightsSource weights() throws IOException {
		if (weightsFile != null && !weightsFile.trim().isEmpty()) return new WeightsFile(path(weightsFile));
		return network.equals(COMPACT_NETWORK) ? new BundledWeights() : vgg16();
	}

	/** Asks before it downloads; where nobody can be asked, it says how to get the weights. */
	private WeightsSource vgg16() throws IOException {
		final PublishedWeights weights = PublishedWeights.VGG16;
		final WeightsCache cache = weightsFolder().cache();
		if (!cache.has(weights)) {
			// NB: Fiji would answer a question for a macro by itself.
			if (!hasWindow() || IJ.isMacro()) {
				throw new StyleTransferException(absence(weights, cache) + ": " + wayToDownload() + ", or put " + weights
					.address() + " into the folder " + cache.folder() + ".");
			}
			if (!mayDownload(weights, cache)) throw new DownloadCancelledException("The download was declined.");
			download(weights, cache);
		}
		return new CachedWeights(weights, cache);
	}

	private static boolean mayDownload(final PublishedWeights weights, final WeightsCache cache) {
		final GenericDialog dialog = new GenericDialog(LABEL);
		dialog.addMessage(WrappedText.of(String.format(Locale.ROOT, "%s.\n%.1f MB would be downloaded once, from\n%s\ninto " +
			"the folder\n%s", absence(weights, cache), weights.size() / 1e6, weights.address(), cache.folder())));
		dialog.setOKLabel("Download");
		dialog.showDialog();
		return dialog.wasOKed();
	}

	private Recipe recipe() {
		return Recipe.builder() //
			.set(Settings.SIZE, whole("size", size)) //
			.set(Settings.ITERATIONS, whole("iterations", iterations)) //
			.set(Settings.CONTENT_WEIGHT, number("contentWeight", contentWeight)) //
			.set(Settings.STYLE_WEIGHT, number("styleWeight", styleWeight)) //
			.set(Settings.TOTAL_VARIATION_WEIGHT, number("totalVariationWeight", totalVariationWeight)) //
			.setText(Settings.START, start) //
			.set(Settings.PYRAMID, whole("pyramid", pyramid)) //
			.set(Settings.TILE_SIZE, whole("tileSize", tileSize)) //
			.set(Settings.SEED, whole("seed", seed)) //
			.build();
	}

	private static <N extends Number> N whole(final String field, final N value) {
		return given(field, value, "a whole number");
	}

	private static double number(final String field, final Double value) {
		return given(field, value, "a number");
	}

	private static <N extends Number> N given(final String field, final N value, final String kind) {
		if (value != null) return value;
		throw new StyleTransferException("The value of " + field.toLowerCase(Locale.ROOT) + " must be " + kind + ".");
	}

	private static void checkImage(final ImagePlus image, final String role) {
		// NB: ImageJ makes an image of 0 x 0 pixels from a title that it does not find.
		if (image == null || image.getWidth() == 0 || image.getHeight() == 0 || image.getProcessor() == null) {
			throw new StyleTransferException("There is no " + role +
				" image: open it first and give its title, or, where there is no ImageJ, the path of its file.");
		}
	}
}
