package net.neuralstyle.weights;

import java.io.IOException;

/** Somewhere that a network's weights come from. */
public interface WeightsSource {

	/** What a user would call this network, for instance {@code Compact VGG (bundled)}. */
	String name();

	/**
	 * Reads the weights. May take seconds.
	 *
	 * @throws IOException if they cannot be had; the message is one sentence that
	 *           says why and what to do
	 */
	NetworkWeights load() throws IOException;
}
