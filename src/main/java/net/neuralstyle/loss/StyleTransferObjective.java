package net.neuralstyle.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.NetworkParameters;
import net.neuralstyle.optimize.DifferentiableFunction;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;

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
 * Owns its network and buffers; {@link NetworkParameters} stay with whoever made
 * them. Not thread-safe.
 * </p>
 */
public final class StyleTransferObjective implements DifferentiableFunction, AutoCloseable {

	private static final double BALANCED_PIXELS = 512.0 * 512.0;

	private final TensorScope scope = new TensorScope();
	private final ImageSize size;
	private final FeatureNetwork network;
	private final Map<String, FeatureLoss> styleLosses = new LinkedHashMap<>();
	private final Map<String, Runnable> gradientSources = new LinkedHashMap<>();
	private FeatureLoss contentLoss;
	private TotalVariationLoss totalVariationLoss;
	private Loss lastLoss;

	/**
	 * @param content as large as the image to be generated
	 * @param style of any size
	 * @throws java.util.NoSuchElementException if the network lacks a layer
	 * @throws IllegalArgumentException if an image is too small for a layer
	 */
	public StyleTransferObjective(final NetworkParameters parameters, final LossWeights weights, final VggImage content,
		final VggImage style)
	{
		size = content.size();
		try {
			// NB: First, because the network that it takes is as large as the one below.
			final Map<String, INDArray> styleGrams = weights.style() > 0 ? styleGrams(parameters, weights, style) : Map.of();
			network = scope.own(FeatureNetwork.withGradient(parameters, size, weights.layersInUse()));
			if (weights.content() > 0) addContentLoss(weights, content);
			addStyleLosses(weights, styleGrams);
			if (weights.totalVariation() > 0) {
				totalVariationLoss = new TotalVariationLoss(size, weights.totalVariation(), scope);
			}
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	// -- DifferentiableFunction methods --

	/**
	 * @param point vector of H * W * 3: the pixels as {@link VggImage} orders them
	 * @param gradient vector of the same length
	 */
	@Override
	public double evaluate(final INDArray point, final INDArray gradient) {
		network.run(point);
		if (contentLoss != null) contentLoss.update();
		styleLosses.values().forEach(FeatureLoss::update);
		gradient.assign(network.gradient(gradientSources).reshape(gradient.shape()));
		if (totalVariationLoss != null) totalVariationLoss.addGradient(point, gradient);

		// NB: To read a value is to wait for the device; it is done once all else is
		// under way, so that a GPU never runs out of work in between.
		final double content = contentLoss == null ? 0 : contentLoss.value();
		final Map<String, Double> stylePerLayer = new LinkedHashMap<>();
		styleLosses.forEach((layer, loss) -> stylePerLayer.put(layer, loss.value()));
		final double totalVariation = totalVariationLoss == null ? 0 : totalVariationLoss.value();
		lastLoss = new Loss(content, stylePerLayer, totalVariation);
		return lastLoss.total();
	}

	// -- StyleTransferObjective methods --

	/** The value of the last evaluation, in parts; null before the first. */
	public Loss lastLoss() {
		return lastLoss;
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	private void addContentLoss(final LossWeights weights, final VggImage content) {
		run(network, content);
		final String layer = weights.contentLayer();
		contentLoss = new ContentLoss(network.featureMap(layer), network.featureGradient(layer), weights.content(), scope);
		gradientSources.put(layer, contentLoss::addGradient);
	}

	/** The style's Gram matrix of each layer, for one position; owned by this objective. */
	private Map<String, INDArray> styleGrams(final NetworkParameters parameters, final LossWeights weights,
		final VggImage style)
	{
		final Map<String, INDArray> grams = new LinkedHashMap<>();
		try (FeatureNetwork styleNetwork = FeatureNetwork.forward(parameters, style.size(), weights.styleLayers())) {
			run(styleNetwork, style);
			for (final String layer : weights.styleLayers()) {
				final INDArray map = styleNetwork.featureMap(layer);
				final GramMatrix gram = new GramMatrix(map, 1.0 / map.size(0), scope);
				gram.update();
				grams.put(layer, gram.values());
			}
		}
		return grams;
	}

	private void addStyleLosses(final LossWeights weights, final Map<String, INDArray> styleGrams) {
		final double weight = weights.style() / weights.styleLayers().size() * size.pixels() / BALANCED_PIXELS;
		styleGrams.forEach((layer, styleGram) -> {
			final FeatureLoss loss = new StyleLoss(network.featureMap(layer), network.featureGradient(layer), styleGram, size
				.pixels(), weight, scope);
			styleLosses.put(layer, loss);
			gradientSources.merge(layer, loss::addGradient, (first, second) -> () -> {
				first.run();
				second.run();
			});
		});
	}

	private static void run(final FeatureNetwork network, final VggImage image) {
		try (TensorScope scope = new TensorScope()) {
			network.run(scope.tensor(image.values(), image.values().length));
		}
	}
}
