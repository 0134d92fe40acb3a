package net.neuralstyle.weights.download;

import java.io.IOException;

import net.neuralstyle.weights.NetworkWeights;
import net.neuralstyle.weights.WeightsFile;
import net.neuralstyle.weights.WeightsSource;

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
		return new WeightsFile(cache.file(weights)).load();
	}
}
