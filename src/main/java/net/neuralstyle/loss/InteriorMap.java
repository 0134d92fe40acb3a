package net.neuralstyle.loss;

import net.neuralstyle.image.Tile;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.tensor.Operation;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A layer's feature map of a tile's window with zeros outside of the tile's
 * interior. What is zero adds nothing to a Gram matrix or a sum of squares, nor
 * to their gradients; so the sums over all tiles are those of the whole image.
 */
final class InteriorMap {

	private final INDArray values;
	private final int reduction;
	private final long channels;
	private final long width;
	/** Null if the interior is always the whole map. */
	private final Operation maskColumns;
	private final INDArray columnMask;

	private InteriorMap(final INDArray values, final int reduction, final long width, final INDArray columnMask,
		final Operation maskColumns)
	{
		this.values = values;
		this.reduction = reduction;
		this.width = width;
		this.columnMask = columnMask;
		this.maskColumns = maskColumns;
		channels = values.size(1);
	}

	/** The feature map itself, for a tile that is the whole image. */
	static InteriorMap whole(final FeatureNetwork network, final String layer) {
		return new InteriorMap(network.featureMap(layer), network.reduction(layer), 0, null, null);
	}

	/**
	 * A masked copy of the feature map.
	 *
	 * @param scratch vector at least as long as the map. Maps may share it: then
	 *          each holds what it has selected until another one selects.
	 */
	static InteriorMap masked(final FeatureNetwork network, final String layer, final INDArray scratch,
		final TensorScope scope)
	{
		final INDArray map = network.featureMap(layer);
		final int reduction = network.reduction(layer);
		final long width = network.size().width() / reduction;
		final long row = width * map.size(1);
		final long height = map.length() / row;
		final INDArray masked = scratch.get(NDArrayIndex.interval(0, map.length()));
		final INDArray columnMask = scope.zeros(1, row);
		final Operation maskColumns = scope.operation("multiply", new INDArray[] { map.reshape(height, row), columnMask },
			masked.reshape(height, row), new long[0]);
		return new InteriorMap(masked.reshape(map.shape()), reduction, width, columnMask, maskColumns);
	}

	/** Takes the interior of the tile whose window the network has run over last. */
	void select(final Tile tile) {
		if (maskColumns == null) return;
		columnMask.assign(0);
		columnMask.reshape(columnMask.length()).get(NDArrayIndex.interval(tile.interiorLeft(reduction) * channels, tile
			.interiorRight(reduction) * channels)).assign(1);
		maskColumns.run();
		clear(0, tile.interiorTop(reduction) * width);
		clear(tile.interiorBottom(reduction) * width, values.size(0));
	}

	/** What was selected, [H * W, C]. */
	INDArray values() {
		return values;
	}

	private void clear(final long from, final long to) {
		if (from < to) values.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).assign(0);
	}
}
