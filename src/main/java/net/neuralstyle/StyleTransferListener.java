package net.neuralstyle;

import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.Tiling;

/** Watches a style transfer. All methods are called on the thread that runs it. */
public interface StyleTransferListener {

	/** Called once, when the network's weights are read and before the first evaluation. */
	default void started(final StyleTransferSetup setup) {
		// NB: Optional.
	}

	/** Called before the first evaluation of every level of the pyramid, with how its image is cut. */
	default void levelStarted(final Tiling tiling) {
		// NB: Optional.
	}

	/** Called after every evaluation of loss and gradient. */
	default void evaluationFinished(final StyleTransferProgress progress) {
		// NB: Most listeners care for iterations only.
	}

	/**
	 * Called after every iteration.
	 *
	 * @param picture makes the best picture so far, in the size of the result; a
	 *          new image at each call. It must be asked during the call only.
	 */
	default void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
		// NB: Optional.
	}

	/**
	 * Asked after every evaluation. Once true, the transfer ends and returns the
	 * best picture so far.
	 */
	default boolean isCancelled() {
		return false;
	}
}
