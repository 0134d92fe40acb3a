package net.neuralstyle.sequence;

import java.io.IOException;

import net.neuralstyle.StyleTransferResult;

/** Where redrawn pictures go, as they are done: slices of a stack, files of a folder, a window. */
@FunctionalInterface
public interface FrameSink {

	/**
	 * Takes a result.
	 *
	 * @param index of the picture that was redrawn; ascending
	 * @param result cancelled or not
	 * @throws IOException if it cannot be written; the message is one sentence for
	 *           the user
	 */
	void write(int index, StyleTransferResult result) throws IOException;
}
