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

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStreamSpi;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;

/**
 * ImageIO's readers and writers: Java's own, and those that come with the plugin.
 * <p>
 * ImageIO would look for ours with the thread's class loader, which is not the
 * plugin's in ImageJ, would offer them to everybody in the same Java, and would
 * prefer what others have put there. So they are kept in a registry of our own.
 * </p>
 */
final class ImageIOPlugins {

	private static final String JAVAS_OWN = "com.sun.imageio.";
	private static final ServiceRegistry REGISTRY = registry();

	private ImageIOPlugins() {
		// NB: Not instantiable.
	}

	/** Opens a file to be read in any order; its length is known. */
	static ImageInputStream open(final Path file) throws IOException {
		final ImageInputStream in = new BufferedFileImageInputStreamSpi().createInputStreamInstance(file.toFile());
		if (in == null) throw new NoSuchFileException(file.toString());
		return in;
	}

	/** @param format "png", "jpeg", "gif", "bmp", "tiff" or "webp" */
	static ImageReader reader(final String format) throws IOException {
		// NB: Java's own TIFF and JPEG readers are there too; the last ones registered are ours.
		ImageReaderSpi last = null;
		final Iterator<ImageReaderSpi> readers = REGISTRY.getServiceProviders(ImageReaderSpi.class, spi -> isOf(format, spi),
			true);
		while (readers.hasNext()) {
			final ImageReaderSpi reader = readers.next();
			if (last == null || last.getClass().getName().startsWith(JAVAS_OWN)) last = reader;
		}
		return last.createReaderInstance();
	}

	/** @param format "png" or "jpeg" */
	static ImageWriter writer(final String format) throws IOException {
		return REGISTRY.getServiceProviders(ImageWriterSpi.class, spi -> isOf(format, spi), true).next()
			.createWriterInstance();
	}

	// -- Helper methods --

	private static ServiceRegistry registry() {
		final ServiceRegistry registry = new ServiceRegistry(List.<Class<?>> of(ImageReaderSpi.class, ImageWriterSpi.class)
			.iterator());
		addJavasOwn(registry, ImageReaderSpi.class);
		addJavasOwn(registry, ImageWriterSpi.class);
		registry.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
		registry.registerServiceProvider(new TIFFImageReaderSpi(), ImageReaderSpi.class);
		registry.registerServiceProvider(new WebPImageReaderSpi(), ImageReaderSpi.class);
		return registry;
	}

	private static <S extends ImageReaderWriterSpi> void addJavasOwn(final ServiceRegistry registry,
		final Class<S> category)
	{
		IIORegistry.getDefaultInstance().getServiceProviders(category, false).forEachRemaining(spi -> {
			if (spi.getClass().getName().startsWith(JAVAS_OWN)) registry.registerServiceProvider(spi, category);
		});
	}

	private static boolean isOf(final String format, final Object spi) {
		return List.of(((ImageReaderWriterSpi) spi).getFormatNames()).contains(format);
	}
}
