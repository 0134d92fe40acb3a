package net.neuralstyle.sequence;

import java.io.IOException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;

/**
 * Pictures in an order: slices of a stack, files of a folder, frames of a movie.
 * They are read when they are asked for, so that there may be more than memory
 * holds.
 */
public interface FrameSource {

	/** How many pictures there are. */
	int count();

	/**
	 * What people call a picture.
	 *
	 * @param index from 0
	 */
	String name(int index);

	/**
	 * Reads a picture.
	 *
	 * @param index from 0, in any order
	 * @return as {@link net.neuralstyle.StyleTransfer} describes it; valid until the
	 *         next one is read
	 * @throws IOException if it cannot be read; the message is one sentence for the
	 *           user
	 */
	RandomAccessibleInterval<? extends NumericType<?>> read(int index) throws IOException;
}
