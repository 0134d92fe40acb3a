package net.neuralstyle.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The weights of a network of VGG topology: blocks of 3x3 convolutions, with a
 * 2x2 max pooling between blocks. Immutable.
 */
public final class NetworkWeights {

	private final List<List<ConvolutionWeights>> blocks;
	private final String checksum;

	/**
	 * @param blocks the convolutions of each block, in the order in which they
	 *          are computed
	 * @param checksum SHA-256 of the file that they were read from
	 */
	NetworkWeights(final List<List<ConvolutionWeights>> blocks, final String checksum) {
		this.checksum = checksum;
		final List<List<ConvolutionWeights>> copy = new ArrayList<>();
		blocks.forEach(block -> copy.add(List.copyOf(block)));
		this.blocks = Collections.unmodifiableList(copy);
	}

	/** The convolutions of each block, in the order in which they are computed. */
	public List<List<ConvolutionWeights>> blocks() {
		return blocks;
	}

	/** SHA-256 of the file that the weights were read from, in hexadecimal digits. */
	public String checksum() {
		return checksum;
	}

	/** The names of all convolutions, in the order in which they are computed. */
	public List<String> layerNames() {
		return blocks.stream().flatMap(List::stream).map(ConvolutionWeights::name).collect(Collectors.toList());
	}
}
