package net.neuralstyle.imagej;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.picture.FinitePixels;

/**
 * Reads what an ImageJ image shows: grey values through the display range and
 * lookup table, the channels of a composite as they are merged on the screen, of
 * a stack the current slice. Pixels that are NaN or infinite are black.
 */
final class DisplayedPixels {

	private DisplayedPixels() {
		// NB: Not instantiable.
	}

	/**
	 * @param image of any type, not empty; not modified
	 * @return the colours; of an RGB image without a copy, so read only
	 * @throws net.neuralstyle.StyleTransferException if no pixel is finite
	 */
	static Img<ARGBType> of(final ImagePlus image) {
		final ImagePlus finite = FinitePixels.of(image);
		final ColorProcessor colours = finite.isComposite() //
			? new ColorProcessor(finite.getImage()) //
			: finite.getProcessor().convertToColorProcessor();
		return ArrayImgs.argbs((int[]) colours.getPixels(), colours.getWidth(), colours.getHeight());
	}
}
