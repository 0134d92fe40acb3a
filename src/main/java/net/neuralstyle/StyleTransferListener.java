package net.neuralstyle;

import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

/** Watches a style transfer. All methods are called on the thread that runs it. */
public interface StyleTransferListener {

	/** Called once, when the network's weights are read and before the first evaluation. */
	default void started(final StyleTransferSetup setup) {
		// NB: Optional.
	}

	/** Called before the first evaluation of every level of the pyramid, coarse to fine. */
	default void levelStarted(final StyleTransferLevel level) {
		// NB: Optional.
	}

	/**
	 * Called when a level ends before it has had all its evaluations, as more would
	 * hardly lower the loss; not when the transfer is cancelled.
	 *
	 * @param evaluations that the level has made
	 */
	default void levelConverged(final StyleTransferLevel level, final int evaluations) {
		// NB: Optional.
	}

	/** Called after every evaluation of loss and gradient. */
	default void evaluationFinished(final StyleTransferProgress progress) {
		// NB: Most listeners care for iterations only.
	}

	/**
	 * Called after every iteration, and once more at the end if the last one was a shorter one.
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
