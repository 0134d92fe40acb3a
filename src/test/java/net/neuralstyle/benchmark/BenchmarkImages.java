package net.neuralstyle.benchmark;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;

import java.nio.file.Paths;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.VggImage;

/** The sample images, cut square. */
final class BenchmarkImages {

	private BenchmarkImages() {
		// NB: Not instantiable.
	}

	static VggImage square(final String name, final int side) {
		return VggImage.of(squareArgb(name, side));
	}

	static Img<ARGBType> squareArgb(final String name, final int side) {
		final ImagePlus image = new Opener().openImage(Paths.get("sample-images").resolve(name).toString());
		final int cut = Math.min(image.getWidth(), image.getHeight());
		image.setRoi((image.getWidth() - cut) / 2, (image.getHeight() - cut) / 2, cut, cut);
		final ImageProcessor cropped = image.getProcessor().crop();
		cropped.setInterpolationMethod(ImageProcessor.BICUBIC);
		final ImageProcessor resized = cropped.resize(side, side).convertToRGB();
		return ArrayImgs.argbs((int[]) resized.getPixels(), side, side);
	}
}
