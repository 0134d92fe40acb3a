/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package net.neuralstyle.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.neuralstyle.StartPainter;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.feedforward.PaintingSink;
import net.neuralstyle.sequence.FrameSink;
import net.neuralstyle.sequence.FrameSource;

/**
 * Reads the pictures of units as the engine takes them, and writes results. All methods throw a
 * {@link net.neuralstyle.StyleTransferException} with one sentence for the user if a picture cannot be used.
 */
public interface UnitPictures {

	/** Reads the styles of a style transfer, with their shares. */
	List<Style> styles(TransferWay way) throws IOException;

	/**
	 * Finds what paints the pictures that a style transfer is started from.
	 *
	 * @param styles of the style transfer
	 */
	StartPainter startPainter(TransferWay way, List<Style> styles) throws IOException;

	/**
	 * Reads the content of a unit; of frames no more than the first one.
	 *
	 * @param styles how many there are
	 */
	Content content(BatchUnit unit, int styles) throws IOException;

	/** A content that was read, and what is made of it. */
	interface Content {

		/** What the engine is to redraw: one picture, or frames. */
		FrameSource frames();

		/** Which frames of the content these are, the same text for the same frames; empty for one picture. */
		String slices();

		/** How much work a frame after the first one is, about, if that is 1. */
		double followingShare();

		/** What the user should know of how it was read, in sentences for the log. */
		List<String> notes();

		/**
		 * Reads what is in a result's place already, a file or a folder; nothing if it does not tell how it was made. One
		 * that is not there is none.
		 */
		Optional<MadeResult> made(Path file);

		/**
		 * Keeps the place of the result, and makes sure that it can be written.
		 *
		 * @param file or folder
		 * @param inputs files that must not be replaced
		 */
		Output output(Path file, Path... inputs);
	}

	/**
	 * Takes what becomes of a content, frame by frame, and writes it in the end. {@link #close} may be called by any
	 * thread.
	 */
	interface Output extends FrameSink, PaintingSink, AutoCloseable {

		/** Says that a frame is about to be made. */
		void begin(int index);

		/**
		 * Returns a listener to a style transfer who also saves what a frame is on the way, if that is wanted.
		 *
		 * @param index of the frame
		 */
		StyleTransferListener saving(int index, StyleTransferListener listener);

		/** How many frames are done. */
		int doneCount();

		/** Writes what was taken to its place, as a whole or not at all; at least one frame was. */
		void complete();

		/** Leaves nothing behind of what is not written. */
		@Override
		void close();
	}
}
