package net.neuralstyle.sequence;

import java.io.IOException;
import java.util.function.IntFunction;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.StyleTransferSession;

/** Redraws all pictures of a source, one after the other, with one session. */
public final class FrameTransfer {

	private final StyleTransferSession session;

	/** @param session stays the caller's */
	public FrameTransfer(final StyleTransferSession session) {
		this.session = session;
	}

	/**
	 * Redraws pictures until all are done or one is cancelled, whose result so far is
	 * the last one written.
	 *
	 * @param listeners gives the listener for each picture, by its index
	 * @return how many pictures were written
	 * @throws IOException if a picture cannot be read or written; those before are
	 *           written
	 * @throws StyleTransferException if a picture cannot be redrawn, likewise
	 */
	public int run(final FrameSource source, final FrameSink sink, final IntFunction<StyleTransferListener> listeners)
		throws IOException
	{
		for (int index = 0; index < source.count(); index++) {
			final StyleTransferJob job = StyleTransferJob.of(source.read(index)).named(source.name(index));
			final StyleTransferResult result = session.run(job, listeners.apply(index));
			sink.write(index, result);
			if (result.isCancelled()) return index + 1;
		}
		return source.count();
	}
}
