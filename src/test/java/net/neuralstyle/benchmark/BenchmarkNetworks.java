package net.neuralstyle.benchmark;

import java.io.IOException;

import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.KerasWeightsWriter;
import net.neuralstyle.weights.NetworkWeights;

/** The networks that are measured. */
final class BenchmarkNetworks {

	static final String COMPACT = "compact";
	/** With random weights, which take as long as trained ones. */
	static final String VGG16 = "vgg16";

	private BenchmarkNetworks() {
		// NB: Not instantiable.
	}

	static NetworkWeights weights(final String name) throws IOException {
		return name.equals(VGG16) ? KerasWeightsWriter.randomWeights(1, KerasWeightsWriter.VGG16) : new BundledWeights()
			.load();
	}
}
