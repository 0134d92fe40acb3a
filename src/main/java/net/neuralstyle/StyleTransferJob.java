package net.neuralstyle;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.image.VggImage;

/** What a session is to redraw. Immutable. */
public final class StyleTransferJob {

	private final VggImage content;
	private final String name;

	private StyleTransferJob(final VggImage content, final String name) {
		this.content = content;
		this.name = name;
	}

	/**
	 * Reads a picture, which may change afterwards.
	 *
	 * @param content as {@link StyleTransfer} describes it
	 * @throws StyleTransferException if it cannot be used; says why
	 */
	public static StyleTransferJob of(final RandomAccessibleInterval<? extends NumericType<?>> content) {
		return new StyleTransferJob(Style.read(content, "content"), "");
	}

	/** Returns the same job with what people call its picture, for the record. */
	public StyleTransferJob named(final String pictureName) {
		return new StyleTransferJob(content, pictureName);
	}

	/** What people call its picture; may be empty. */
	public String name() {
		return name;
	}

	VggImage content() {
		return content;
	}
}
