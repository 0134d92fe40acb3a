package net.neuralstyle;

import net.neuralstyle.tensor.Device;

/** What a style transfer runs with. Immutable. */
public final class StyleTransferSetup {

	private final String network;
	private final String weightsChecksum;
	private final Device device;

	StyleTransferSetup(final String network, final String weightsChecksum, final Device device) {
		this.network = network;
		this.weightsChecksum = weightsChecksum;
		this.device = device;
	}

	/** What a user would call the network, for instance {@code VGG16 (ImageNet)}. */
	public String network() {
		return network;
	}

	/** SHA-256 of the file with the network's weights, in hexadecimal digits. */
	public String weightsChecksum() {
		return weightsChecksum;
	}

	/** What computes. */
	public Device device() {
		return device;
	}
}
