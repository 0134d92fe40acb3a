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

package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link OpenBlas}. */
@Tag("slow")
class OpenBlasTest {

	@TempDir
	private Path folder;

	@Test
	void nothingNeedsLapack() throws Exception {
		final Path whole = jar();
		final Path part = withoutLapack(whole);
		final ReportProcess process = new ReportProcess(folder).without(whole.toString()::equals).with(List.of(part
			.toString())).option("-Dorg.bytedeco.javacpp.cachedir=" + Path.of("target", "javacpp-cache"));
		assertEquals("0.0 3.0", process.run().value("relu"));
	}

	/** The jar with OpenBLAS's libraries. */
	private static Path jar() throws IOException {
		final URL url = OpenBlasTest.class.getClassLoader().getResource(OpenBlas.FOLDER + "/" + Loader.getPlatform() + "/" +
			System.mapLibraryName(OpenBlas.LIBRARY));
		return Path.of(((JarURLConnection) url.openConnection()).getJarFile().getName());
	}

	private Path withoutLapack(final Path jar) throws IOException {
		final Path part = folder.resolve("openblas-part.jar");
		try (JarFile whole = new JarFile(jar.toFile());
				OutputStream file = Files.newOutputStream(part);
				JarOutputStream out = new JarOutputStream(file))
		{
			for (final JarEntry entry : whole.stream().collect(Collectors.toList())) {
				if (entry.getName().endsWith("/" + System.mapLibraryName(OpenBlas.LAPACK_LIBRARY))) continue;
				out.putNextEntry(new JarEntry(entry.getName()));
				whole.getInputStream(entry).transferTo(out);
			}
		}
		return part;
	}
}
