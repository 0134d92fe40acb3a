package net.neuralstyle.weights;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The compact network that comes with the plugin, so that everything works at
 * once and offline. It is described in docs/model-card.md.
 */
public final class BundledWeights implements WeightsSource {

	private static final String PREFIX = "vgg16-compact";
	private static final String RESOURCE = PREFIX + ".h5";

	@Override
	public String name() {
		return "Compact VGG (bundled)";
	}

	@Override
	public NetworkWeights load() throws IOException {
		// NB: DL4J's reader reads files only, so the resource is copied to one.
		final Path file = temporaryCopy();
		try {
			return KerasWeightsReader.read(file);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	// -- Helper methods --

	private static Path temporaryCopy() throws IOException {
		final URL resource = BundledWeights.class.getResource(RESOURCE);
		if (resource == null) {
			throw new IOException("The bundled network is missing from the plugin's jar: install the plugin again.");
		}
		Path file = null;
		try (InputStream in = resource.openStream()) {
			file = Files.createTempFile(PREFIX, ".h5");
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (final IOException exc) {
			if (file != null) Files.deleteIfExists(file);
			throw new IOException("The bundled network, 4 MB, cannot be unpacked into the temporary folder " + System
				.getProperty("java.io.tmpdir") + ": check that it is there, can be written and is not full, or choose another " +
				"one with -Djava.io.tmpdir=FOLDER.", exc);
		}
	}
}
