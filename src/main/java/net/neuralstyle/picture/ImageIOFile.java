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

package net.neuralstyle.picture;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the first picture of a file with ImageIO. Where memory is short, it is
 * read band by band and each band reduced before the next one is read.
 */
final class ImageIOFile {

	/** A reader starts anew for each band, so that many bands take long. */
	private static final int MOST_BANDS = 8;
	/** A band may take one part in so many of the free memory. */
	private static final int SHARE_OF_A_BAND = 8;

	/** The memory that WebP's reader takes for a pixel; it reads all of them, whatever it is asked for. */
	private static final int BYTES_OF_WEBP = 30;

	/** NB: Some cameras put up to 8 bytes too many at the end, behind all pixels. */
	private static final Pattern DAMAGE = Pattern.compile(
		"Corrupt JPEG data(?!: [1-8] extraneous bytes before marker 0xd9)|Truncated File|Premature end");

	private final ImageReader reader;
	private final boolean inBands;
	private final String name;
	private final List<String> notes;
	private final int width;
	private final int height;
	private final double bytesPerPixel;
	private final List<String> warnings = new ArrayList<>();

	private ImageIOFile(final ImageReader reader, final boolean isWebp, final String name, final List<String> notes)
		throws IOException
	{
		this.reader = reader;
		// NB: The largest of all floating-point numbers may be white, so a band of colours alone cannot be shown.
		inBands = !isWebp && !(hasFractions() && reader.getRawImageType(0).getNumBands() > 2);
		this.name = name;
		this.notes = notes;
		width = reader.getWidth(0);
		height = reader.getHeight(0);
		if (width < 1 || height < 1) throw new IIOException("it has no pixels");
		bytesPerPixel = isWebp ? BYTES_OF_WEBP : bytesPerPixel();
		reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
	}

	/**
	 * @param format as {@link ImageIOPlugins} names it
	 * @param neededLongerSide in pixels; 0 for all there are
	 * @param notes gets what the user should know
	 * @throws IOException if the file is damaged; other exceptions may say so, too
	 */
	static ImagePlus read(final String format, final Path file, final String name, final int neededLongerSide,
		final List<String> notes) throws IOException
	{
		final boolean isWebp = format.equals("webp");
		final ImageReader reader = ImageIOPlugins.reader(format);
		try (ImageInputStream in = isWebp ? new EndingStream(ImageIOPlugins.open(file)) : ImageIOPlugins.open(file)) {
			reader.setInput(in, false, true);
			final ImageIOFile picture = new ImageIOFile(reader, isWebp, name, notes);
			final Layer layer = picture.layer(neededLongerSide);
			final ImagePlus image = new ImagePlus(name, layer.pixels());
			if (layer.alpha() != null) new AlphaChannel(layer.alpha()).attachTo(image);
			return image;
		}
		finally {
			reader.dispose();
		}
	}

	// -- Helper methods --

	private Layer layer(final int neededLongerSide) throws IOException {
		final int largestFactor = neededLongerSide == 0 || !inBands ? 1 : Math.max(width, height) / neededLongerSide;
		int factor = 1;
		while (factor < largestFactor && factor < Math.min(width, height) && !isAmple(factor)) {
			factor++;
		}
		if (factor == 1) {
			final double pixels = (double) width * height;
			HeapMemory.checkPixels(name, width, height);
			HeapMemory.check(name, width, height, HeapMemory.need(pixels, pixels * bytesPerPixel));
			return layer(reader.getDefaultReadParam());
		}
		return reduced(factor, largestFactor);
	}

	private Layer layer(final ImageReadParam region) throws IOException {
		final Layer layer;
		if (hasFractions()) {
			// NB: As an image, the TIFF reader would clip fractions to 0..1.
			layer = Pixels.of(reader.getRawImageType(0).getColorModel(), reader.readRaster(0, region));
		}
		else {
			final BufferedImage image = reader.read(0, region);
			layer = Pixels.of(image.getColorModel(), image.getRaster());
		}
		checkWarnings();
		return layer;
	}

	private boolean hasFractions() throws IOException {
		final ImageTypeSpecifier type = reader.getRawImageType(0);
		return type != null && (type.getSampleModel().getDataType() == DataBuffer.TYPE_FLOAT || type.getSampleModel()
			.getDataType() == DataBuffer.TYPE_DOUBLE);
	}

	private boolean isAmple(final int factor) {
		final double pixels = (double) width * height / factor / factor;
		return HeapMemory.isAmple(pixels, factor == 1 ? pixels * bytesPerPixel : 0);
	}

	/** Returns the picture with each side divided by a factor, or by the next one that the reader's own steps divide. */
	private Layer reduced(final int leastFactor, final int largestFactor) throws IOException {
		final double bandBytes = Math.max(1, HeapMemory.free() / SHARE_OF_A_BAND);
		int step = 1;
		// NB: If reading every pixel took too many bands, only every second is read, or every third, and so on.
		while (step < largestFactor && width * (bytesPerPixel + 4) * height / step / step > MOST_BANDS * bandBytes) {
			step++;
		}
		final int mean = Math.max(1, Math.min((leastFactor + step - 1) / step, largestFactor / step));
		final int factor = step * mean;
		final int resultWidth = width / factor;
		final int resultHeight = height / factor;
		if (resultWidth < 1 || resultHeight < 1) throw new IIOException("it is too narrow to be reduced");
		final double lineBytes = width / step * (bytesPerPixel + 4) * mean;
		HeapMemory.check(name, width, height, HeapMemory.need((double) resultWidth * resultHeight, lineBytes));
		final int lines = (int) Math.max(1, Math.min(resultHeight, bandBytes / lineBytes));
		ImageProcessor pixels = null;
		ByteProcessor alpha = null;
		for (int y = 0; y < resultHeight; y += lines) {
			final int bandLines = Math.min(lines, resultHeight - y);
			final ImageReadParam region = reader.getDefaultReadParam();
			region.setSourceRegion(new Rectangle(0, y * factor, resultWidth * factor, bandLines * factor));
			region.setSourceSubsampling(step, step, step / 2, step / 2);
			final Layer band = layer(region).reduced(mean);
			if (pixels == null) pixels = band.pixels().createProcessor(resultWidth, resultHeight);
			pixels.insert(band.pixels(), 0, y);
			if (band.alpha() == null) continue;
			if (alpha == null) {
				alpha = new ByteProcessor(resultWidth, resultHeight);
				alpha.set(255);
			}
			alpha.insert(band.alpha(), 0, y);
		}
		if (pixels.getBitDepth() == 16 || pixels.getBitDepth() == 32) pixels.resetMinAndMax();
		notes.add(name + " has " + width + "x" + height + " pixels and was read as " + resultWidth + "x" + resultHeight +
			", since memory is short.");
		return new Layer(pixels, alpha);
	}

	private double bytesPerPixel() throws IOException {
		final Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
		if (!types.hasNext()) return 4;
		final ImageTypeSpecifier type = types.next();
		return type.getNumBands() * type.getBitsPerBand(0) / 8.0;
	}

	/** JPEG's reader goes on with grey where data is missing, and warns. */
	private void checkWarnings() throws IOException {
		for (final String warning : warnings) {
			if (DAMAGE.matcher(warning).lookingAt()) throw new IIOException(warning);
		}
	}
}
