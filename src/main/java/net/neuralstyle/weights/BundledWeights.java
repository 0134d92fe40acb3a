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

package net.neuralstyle.weights;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The compact network that comes with the plugin, so that everything works at
 * once and offline. It is described in docs/model-card.md.
 */
public final class BundledWeights implements WeightsSource {

	private static final String PREFIX = "vgg16-compact";
	private static final String RESOURCE = PREFIX + ".h5";

	@Override
	public String name() {
		return "Compact VGG (bundled)";
	}

	@Override
	public NetworkWeights load() throws IOException {
		// NB: DL4J's reader reads files only, so the resource is copied to one.
		final Path file = temporaryCopy();
		try {
			return KerasWeightsReader.read(file);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	// -- Helper methods --

	private static Path temporaryCopy() throws IOException {
		final URL resource = BundledWeights.class.getResource(RESOURCE);
		if (resource == null) {
			throw new IOException("The bundled network is missing from the plugin's jar: install the plugin again.");
		}
		Path file = null;
		try (InputStream in = resource.openStream()) {
			file = Files.createTempFile(PREFIX, ".h5");
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (final IOException exc) {
			if (file != null) Files.deleteIfExists(file);
			throw new IOException("The bundled network, 4 MB, cannot be unpacked into the temporary folder " + System
				.getProperty("java.io.tmpdir") + ": check that it is there, can be written and is not full, or choose another " +
				"one with -Djava.io.tmpdir=FOLDER.", exc);
		}
	}
}
