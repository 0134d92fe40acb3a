package net.neuralstyle.loss;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import net.neuralstyle.image.Halo;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.Tile;
import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkParameters;
import net.neuralstyle.optimize.DifferentiableFunction;
import net.neuralstyle.optimize.SurrogateFunction;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The loss of neural style transfer as a function of the generated image's
 * pixels: content, style and total variation (Gatys et al., CVPR 2016, equation
 * 7, with the total variation of Narayanan's notebook).
 * <p>
 * The style term is multiplied by (H * W) / (512 * 512). As the notebook writes
 * it, it does not grow with the image while the other two terms do; so the
 * notebook's weights, made for 512 x 512, keep their balance at every size.
 * </p>
 * <p>
 * An image that is larger than a tile may be is computed tile by tile, twice:
 * first the Gram matrices of all tiles are summed up, then each tile's gradient
 * is formed. Loss and gradient are those of the whole image, up to rounding.
 * </p>
 * <p>
 * Owns its network and buffers; {@link NetworkParameters} stay with whoever made
 * them. Not thread-safe.
 * </p>
 */
public final class StyleTransferObjective implements DifferentiableFunction, AutoCloseable {

	private static final double BALANCED_PIXELS = 512.0 * 512.0;
	/** The total variation is computed in strips of at most so many pixels. */
	private static final long STRIP_PIXELS = 512 * 512;
	/** What ND4J takes for itself while it computes: copies of bands in oneDNN's layout, and of kernels. */
	private static final long OPERATION_BYTES = 128L << 20;
	/** So often the softened style terms are revised. */
	private static final int EVALUATIONS_PER_REVISION = 8;

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final Tiling tiling;
	private final String contentLayer;
	private final FeatureNetwork network;
	private final Map<String, InteriorMap> maps = new LinkedHashMap<>();
	private final Map<String, StyleLoss> styleLosses = new LinkedHashMap<>();
	private final Map<String, Runnable> gradientSources = new LinkedHashMap<>();
	private ContentLoss contentLoss;
	/** Null if one tile is the whole image. */
	private INDArray contentPixels;
	private TotalVariationLoss totalVariationLoss;
	/** What the network looks at. */
	private Tile tile;
	private Loss lastLoss;
	private final SurrogateFunction softened = new Softened();

	/**
	 * Takes the image whole; parameters and exceptions as for
	 * {@link #StyleTransferObjective(NetworkParameters, LossWeights, VggImage, VggImage, int)}.
	 */
	public StyleTransferObjective(final NetworkParameters parameters, final LossWeights weights, final VggImage content,
		final VggImage style)
	{
		this(parameters, weights, content, style, Integer.MAX_VALUE);
	}

	/**
	 * @param content as large as the image to be generated
	 * @param style of any size
	 * @param largestTile largest width and height, in pixels, that are computed at
	 *          once; at least the {@link Halo#smallestWindow()} of the {@link #halo},
	 *          unless the images are smaller
	 * @throws java.util.NoSuchElementException if the network lacks a layer
	 * @throws IllegalArgumentException if an image is too small for a layer, or
	 *           the largest tile for the network
	 */
	public StyleTransferObjective(final NetworkParameters parameters, final LossWeights weights, final VggImage content,
		final VggImage style, final int largestTile)
	{
		size = content.size();
		contentLayer = weights.contentLayer();
		try {
			tiling = Tiling.of(size, largestTile, halo(parameters, weights));
			// NB: First, because the network that it takes is as large as the one below.
			final Map<String, GramMatrix> styleGrams = weights.style() > 0 //
				? styleGrams(parameters, weights, style, largestTile) : Map.of();
			network = scope.own(FeatureNetwork.withGradient(parameters, tiling.window(), weights.layersInUse()));
			maps.putAll(interiorMaps(network, weights.layersInUse(), tiling, scope));
			tile = tiling.tiles().get(0);
			if (weights.content() > 0) addContentLoss(weights, content);
			addStyleLosses(weights, styleGrams);
			if (weights.totalVariation() > 0) {
				totalVariationLoss = new TotalVariationLoss(size, weights.totalVariation(), STRIP_PIXELS, scope);
			}
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	/** Returns what a tile has to see around its interior. */
	public static Halo halo(final NetworkParameters parameters, final LossWeights weights) {
		return FeatureNetwork.halo(parameters, weights.layersInUse());
	}

	/**
	 * Estimates the memory that tiles of a size take, in bytes, whatever the size
	 * of the image: the network's buffers, those of the losses, and what ND4J takes
	 * for itself.
	 */
	public static long tileBytes(final NetworkParameters parameters, final LossWeights weights, final ImageSize window) {
		final long content = weights.content() > 0 ? FeatureNetwork.mapBytes(parameters, window, weights.contentLayer()) : 0;
		final long interior = weights.layersInUse().stream().mapToLong(layer -> FeatureNetwork.mapBytes(parameters, window,
			layer)).max().orElse(0);
		final long strip = Float.BYTES * VggImage.CHANNELS * Math.min(STRIP_PIXELS, window.pixels());
		return FeatureNetwork.bytes(parameters, window, weights.layersInUse()) + ContentLoss.MAPS * content + interior +
			TotalVariationLoss.STRIPS * strip + OPERATION_BYTES;
	}

	// -- DifferentiableFunction methods --

	/**
	 * @param point vector of H * W * 3: the pixels as {@link VggImage} orders them
	 * @param gradient vector of the same length
	 */
	@Override
	public double evaluate(final INDArray point, final INDArray gradient) {
		evaluate(point, gradient, StyleLoss::compare);
		return lastLoss.total();
	}

	// -- StyleTransferObjective methods --

	/**
	 * Returns a function that is easier to minimise: the same loss with the stiff
	 * directions of the Gram matrices softened. Shares this one's buffers, and is
	 * the same function each time.
	 */
	public SurrogateFunction softened() {
		return softened;
	}

	/** How the image is cut. */
	public Tiling tiling() {
		return tiling;
	}

	/**
	 * The value of the last evaluation, in parts; null before the first. The true
	 * one also when the softened function was evaluated.
	 */
	public Loss lastLoss() {
		return lastLoss;
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	/** Sets the last loss, which is the true one whatever the styles' gradient is. */
	private void evaluate(final INDArray point, final INDArray gradient, final Consumer<StyleLoss> comparison) {
		gradient.assign(0);
		if (totalVariationLoss != null) totalVariationLoss.addGradient(point, gradient);
		compareStyles(point, comparison);

		// NB: To read a value is to wait for the device; of a single tile it is done
		// once all else is under way, so that a GPU never runs out of work in between.
		double content = 0;
		for (final Tile next : tiling.tiles()) {
			tile = next;
			if (!tiling.isWhole()) lookAgain(point);
			final INDArray sum = window(gradient);
			sum.addi(network.gradient(gradientSources).reshape(sum.shape()));
			if (contentLoss != null) content += contentLoss.value();
		}
		final Map<String, Double> stylePerLayer = new LinkedHashMap<>();
		styleLosses.forEach((layer, loss) -> stylePerLayer.put(layer, loss.value()));
		final double totalVariation = totalVariationLoss == null ? 0 : totalVariationLoss.value();
		lastLoss = new Loss(content, stylePerLayer, totalVariation);
	}

	/** Compares the Gram matrices of the whole image with those of the style. */
	private void compareStyles(final INDArray point, final Consumer<StyleLoss> comparison) {
		if (styleLosses.isEmpty() && !tiling.isWhole()) return;
		styleLosses.values().forEach(StyleLoss::clear);
		for (final Tile next : tiling.tiles()) {
			tile = next;
			network.run(window(point));
			styleLosses.values().forEach(loss -> loss.add(tile));
		}
		styleLosses.values().forEach(comparison);
	}

	/** Computes a tile's feature maps once more, and the content's, as there is no room to keep those of all tiles. */
	private void lookAgain(final INDArray point) {
		if (contentLoss != null) setContentTarget(contentPixels);
		network.run(window(point));
	}

	private void setContentTarget(final INDArray pixels) {
		network.run(window(pixels), contentLayer);
		contentLoss.setTarget(tile);
	}

	/** The part of a vector of pixels that the network looks at, [h, w * 3]. */
	private INDArray window(final INDArray pixels) {
		return window(pixels, tiling, tile);
	}

	private static INDArray window(final INDArray pixels, final Tiling tiling, final Tile tile) {
		final ImageSize image = tiling.image();
		final INDArray rows = pixels.reshape(image.height(), (long) image.width() * VggImage.CHANNELS);
		if (tiling.isWhole()) return rows;
		final long left = (long) tile.left() * VggImage.CHANNELS;
		return rows.get(NDArrayIndex.interval(tile.top(), tile.top() + tiling.window().height()), //
			NDArrayIndex.interval(left, left + (long) tiling.window().width() * VggImage.CHANNELS));
	}

	private static Map<String, InteriorMap> interiorMaps(final FeatureNetwork network, final Collection<String> layers,
		final Tiling tiling, final TensorScope scope)
	{
		final Map<String, InteriorMap> maps = new LinkedHashMap<>();
		final INDArray scratch = tiling.isWhole() ? null : scope.zeros(layers.stream().mapToLong(layer -> network.featureMap(
			layer).length()).max().orElse(0));
		for (final String layer : layers) {
			maps.put(layer, tiling.isWhole() ? InteriorMap.whole(network, layer) //
				: InteriorMap.masked(network, layer, scratch, scope));
		}
		return maps;
	}

	private void addContentLoss(final LossWeights weights, final VggImage content) {
		contentLoss = new ContentLoss(maps.get(contentLayer), network.featureGradient(contentLayer), weights.content(),
			scope);
		gradientSources.put(contentLayer, () -> contentLoss.addGradient(tile));
		final float[] values = content.values();
		if (tiling.isWhole()) {
			try (TensorScope start = new TensorScope()) {
				setContentTarget(start.tensor(values, values.length));
			}
		}
		else contentPixels = scope.tensor(values, values.length);
	}

	/** The style's Gram matrix of each layer, for one position; owned by this objective. */
	private Map<String, GramMatrix> styleGrams(final NetworkParameters parameters, final LossWeights weights,
		final VggImage style, final int largestTile)
	{
		final Map<String, GramMatrix> grams = new LinkedHashMap<>();
		final Tiling styleTiling = Tiling.of(style.size(), largestTile, FeatureNetwork.halo(parameters, weights
			.styleLayers()));
		try (TensorScope start = new TensorScope()) {
			final FeatureNetwork styleNetwork = start.own(FeatureNetwork.forward(parameters, styleTiling.window(), weights
				.styleLayers()));
			final float[] values = style.values();
			final INDArray pixels = start.tensor(values, values.length);
			final Map<String, InteriorMap> styleMaps = interiorMaps(styleNetwork, weights.styleLayers(), styleTiling, start);
			styleMaps.forEach((layer, map) -> grams.put(layer, new GramMatrix(map.values(), 1.0 / positions(style.size(),
				styleNetwork.reduction(layer)), scope)));
			for (final Tile styleTile : styleTiling.tiles()) {
				styleNetwork.run(window(pixels, styleTiling, styleTile));
				styleMaps.forEach((layer, map) -> {
					map.select(styleTile);
					grams.get(layer).add();
				});
			}
		}
		return grams;
	}

	private void addStyleLosses(final LossWeights weights, final Map<String, GramMatrix> styleGrams) {
		final double weight = weights.style() / weights.styleLayers().size() * size.pixels() / BALANCED_PIXELS;
		styleGrams.forEach((layer, styleGram) -> {
			final int reduction = network.reduction(layer);
			final StyleLoss loss = new StyleLoss(maps.get(layer), network.featureGradient(layer), styleGram.values(), reduction,
				positions(size, reduction), size.pixels(), weight, scope);
			styleLosses.put(layer, loss);
			gradientSources.merge(layer, () -> loss.addGradient(tile), (first, second) -> () -> {
				first.run();
				second.run();
			});
		});
	}

	private static long positions(final ImageSize image, final int reduction) {
		return (long) (image.width() / reduction) * (image.height() / reduction);
	}

	/** The loss with softened style terms. */
	private final class Softened implements SurrogateFunction {

		private int evaluationsSinceRevision;

		@Override
		public double evaluate(final INDArray point, final INDArray gradient) {
			evaluationsSinceRevision++;
			StyleTransferObjective.this.evaluate(point, gradient, StyleLoss::compareSoftly);
			return total(StyleLoss::softenedValue);
		}

		@Override
		public double trueValue() {
			return lastLoss.total();
		}

		@Override
		public boolean isStale() {
			return evaluationsSinceRevision >= EVALUATIONS_PER_REVISION;
		}

		@Override
		public double revise(final INDArray point, final double highestValue, final INDArray gradient) {
			StyleTransferObjective.this.evaluate(point, gradient, StyleLoss::reviseAndCompareSoftly);
			// NB: Not a comparison with >, so that NaN is too high.
			if (!(total(StyleLoss::softenedValueBeforeRevision) <= highestValue)) {
				styleLosses.values().forEach(StyleLoss::undoRevision);
				return Double.NaN;
			}
			evaluationsSinceRevision = 0;
			return total(StyleLoss::softenedValue);
		}

		private double total(final ToDoubleFunction<StyleLoss> softenedValue) {
			return lastLoss.content() + lastLoss.totalVariation() + styleLosses.values().stream().mapToDouble(softenedValue)
				.sum();
		}
	}
}
