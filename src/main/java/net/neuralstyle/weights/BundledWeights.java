package net.neuralstyle.weights;

import java.io.IOException;
import java.io.InputStream;

/**
 * The compact network that comes with the plugin, so that everything works at
 * once and offline. It is described in docs/model-card.md.
 */
public final class BundledWeights implements WeightsSource {

	private static final String RESOURCE = "vgg16-compact.h5";

	@Override
	public String name() {
		return "Compact VGG (bundled)";
	}

	@Override
	public NetworkWeights load() throws IOException {
		try (InputStream resource = BundledWeights.class.getResourceAsStream(RESOURCE)) {
			if (resource == null) {
				throw new IOException("The bundled network is missing from the plugin's jar: install the plugin again.");
			}
			return KerasWeightsReader.read(resource.readAllBytes(), RESOURCE);
		}
	}
}
