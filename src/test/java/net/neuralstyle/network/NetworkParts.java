package net.neuralstyle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import net.neuralstyle.image.ImageSize;

/** The parts of a feature network's work, each to run by itself and to be timed. */
public final class NetworkParts implements AutoCloseable {

	private final FeatureNetwork network;
	private final List<ConvolutionLayer> convolutions = new ArrayList<>();
	private final List<PoolingLayer> poolings = new ArrayList<>();

	public NetworkParts(final NetworkParameters parameters, final ImageSize size, final Collection<String> layerNames) {
		network = FeatureNetwork.withGradient(parameters, size, layerNames);
		for (final Layer layer : network.layers()) {
			if (layer instanceof ConvolutionLayer) convolutions.add((ConvolutionLayer) layer);
			else poolings.add((PoolingLayer) layer);
		}
	}

	public FeatureNetwork network() {
		return network;
	}

	public void convolveForward() {
		convolutions.forEach(ConvolutionLayer::convolve);
	}

	public void convolveBackward() {
		for (int i = convolutions.size() - 1; i >= 0; i--) {
			convolutions.get(i).convolveBack();
		}
	}

	public void pool() {
		poolings.forEach(PoolingLayer::forward);
		poolings.forEach(PoolingLayer::backward);
	}

	@Override
	public void close() {
		network.close();
	}
}
