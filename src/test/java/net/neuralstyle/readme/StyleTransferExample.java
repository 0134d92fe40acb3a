package net.neuralstyle.readme;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

import javax.imageio.ImageIO;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

/** What README shows. */
public class StyleTransferExample {

	public static void main(final String[] paths) throws IOException {
		final Recipe recipe = Recipe.builder().set(Settings.SIZE, 0).build();
		final StyleTransferResult result = new StyleTransfer(new BundledWeights(), recipe).run(read(paths[0]), read(
			paths[1]), new StyleTransferListener() {});
		write(result.image(), paths[2]);
	}

	private static Img<ARGBType> read(final String path) throws IOException {
		final BufferedImage picture = ImageIO.read(new File(path));
		final int width = picture.getWidth();
		final int height = picture.getHeight();
		return ArrayImgs.argbs(picture.getRGB(0, 0, width, height, null, 0, width), width, height);
	}

	private static void write(final Img<ARGBType> image, final String path) throws IOException {
		final BufferedImage picture = new BufferedImage((int) image.dimension(0), (int) image.dimension(1),
			BufferedImage.TYPE_INT_RGB);
		final Cursor<ARGBType> cursor = Views.flatIterable(image).localizingCursor();
		while (cursor.hasNext()) {
			final int colour = cursor.next().get();
			picture.setRGB(cursor.getIntPosition(0), cursor.getIntPosition(1), colour);
		}
		ImageIO.write(picture, "png", new File(path));
	}
}
