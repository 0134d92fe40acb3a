package net.neuralstyle;

import java.util.List;

import net.neuralstyle.tensor.Device;

/** What a style transfer runs with. Immutable. */
public final class StyleTransferSetup {

	private final String network;
	private final String weightsChecksum;
	private final Device device;
	private final List<String> notes;

	StyleTransferSetup(final String network, final String weightsChecksum, final Device device, final List<String> notes) {
		this.network = network;
		this.weightsChecksum = weightsChecksum;
		this.device = device;
		this.notes = List.copyOf(notes);
	}

	/** What a user would call the network, for instance {@code VGG16 (ImageNet)}. */
	public String network() {
		return network;
	}

	/** SHA-256 of the file with the network's weights, in hexadecimal digits. */
	public String weightsChecksum() {
		return weightsChecksum;
	}

	/** What the user should know of the images, a sentence each. */
	public List<String> notes() {
		return notes;
	}

	/** What computes. */
	public Device device() {
		return device;
	}
}
