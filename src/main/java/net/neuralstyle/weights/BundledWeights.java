package net.neuralstyle.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
		// NB: The HDF5 library reads files only, so the resource is copied to one.
		final Path file = Files.createTempFile("vgg16-compact", ".h5");
		try (InputStream resource = BundledWeights.class.getResourceAsStream(RESOURCE)) {
			if (resource == null) {
				throw new IOException("The bundled network is missing from the plugin's jar: install the plugin again.");
			}
			Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
			return KerasWeightsReader.read(file);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}
}
