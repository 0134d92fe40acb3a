package net.neuralstyle.imagej;

import ij.ImagePlus;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.sequence.FrameSource;

/** The slice of an image that is on show, as its only frame. */
final class ShownSlice implements FrameSource {

	private final String name;
	private final Img<ARGBType> pixels;

	/**
	 * Takes the slice that is on show now, whatever is shown later.
	 *
	 * @throws net.neuralstyle.StyleTransferException if no pixel is finite
	 */
	ShownSlice(final ImagePlus image) {
		name = image.getTitle();
		pixels = DisplayedPixels.of(image);
	}

	@Override
	public int count() {
		return 1;
	}

	@Override
	public String name(final int index) {
		return name;
	}

	@Override
	public Img<ARGBType> read(final int index) {
		return pixels;
	}
}
