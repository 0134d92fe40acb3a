package net.neuralstyle.weights;

import java.io.IOException;
import java.nio.file.Path;

/** Weights in a Keras HDF5 file on this computer. */
public final class WeightsFile implements WeightsSource {

	private final Path file;

	public WeightsFile(final Path file) {
		this.file = file;
	}

	@Override
	public String name() {
		return file.getFileName().toString();
	}

	@Override
	public NetworkWeights load() throws IOException {
		return KerasWeightsReader.read(file);
	}
}
