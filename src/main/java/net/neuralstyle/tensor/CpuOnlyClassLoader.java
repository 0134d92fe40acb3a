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

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Class loader without the resources of the CUDA backend's jar, however many
 * copies of it there are: ND4J, which finds its backends by the files of services
 * in their jars, does not find that one. Classes are those of its parent.
 */
final class CpuOnlyClassLoader extends ClassLoader {

	private final List<String> hidden = new ArrayList<>();

	/**
	 * @param parent sees the CUDA backend
	 * @throws IOException if what the parent sees cannot be listed
	 */
	CpuOnlyClassLoader(final ClassLoader parent) throws IOException {
		super(parent);
		final String file = CudaBackend.CLASS_FILE;
		for (final URL place : Collections.list(parent.getResources(file))) {
			final String address = place.toString();
			hidden.add(address.substring(0, address.length() - file.length()));
		}
	}

	@Override
	public Enumeration<URL> getResources(final String name) throws IOException {
		final List<URL> visible = new ArrayList<>(Collections.list(super.getResources(name)));
		visible.removeIf(resource -> hidden.stream().anyMatch(resource.toString()::startsWith));
		return Collections.enumeration(visible);
	}
}
