package net.neuralstyle.weights;

import java.io.IOException;

/** Published weights that are read from a cache. They are never downloaded unasked. */
public final class CachedWeights implements WeightsSource {

	private final PublishedWeights weights;
	private final WeightsCache cache;

	public CachedWeights(final PublishedWeights weights, final WeightsCache cache) {
		this.weights = weights;
		this.cache = cache;
	}

	@Override
	public String name() {
		return weights.name();
	}

	@Override
	public NetworkWeights load() throws IOException {
		cache.checkSize(weights);
		return KerasWeightsReader.read(cache.file(weights));
	}
}
