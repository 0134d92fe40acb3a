package net.neuralstyle;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

/** What a style transfer has made. */
public final class StyleTransferResult {

	private final Img<ARGBType> image;
	private final List<StyleTransferProgress> history;
	private final boolean cancelled;
	private final Provenance provenance;

	StyleTransferResult(final Img<ARGBType> image, final List<StyleTransferProgress> history, final boolean cancelled,
		final Provenance provenance)
	{
		this.image = image;
		this.history = List.copyOf(history);
		this.cancelled = cancelled;
		this.provenance = provenance;
	}

	/** The picture; the caller's own. */
	public Img<ARGBType> image() {
		return image;
	}

	/** Every evaluation, in order. */
	public List<StyleTransferProgress> history() {
		return history;
	}

	/** How it was made. */
	public Provenance provenance() {
		return provenance;
	}

	/** Whether it was cancelled before all iterations were done. */
	public boolean isCancelled() {
		return cancelled;
	}
}
