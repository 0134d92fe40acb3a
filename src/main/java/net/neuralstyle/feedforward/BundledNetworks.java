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

package net.neuralstyle.feedforward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The networks that come with the plugin. The resource {@code networks/names.txt} lists their names, one in each line;
 * beside it is the file of each.
 */
public final class BundledNetworks {

	private static final String FOLDER = "networks/";
	private static final List<String> NAMES = readNames();

	private BundledNetworks() {
		// NB: Not instantiable.
	}

	/** The names of all networks, as macros and command lines say them. */
	public static List<String> names() {
		return NAMES;
	}

	/**
	 * Reads a network.
	 *
	 * @param name in capitals or not
	 * @return nothing if there is none of this name
	 * @throws IOException if the plugin is damaged; the message is one sentence that says so
	 */
	public static Optional<StyleNetwork> find(final String name) throws IOException {
		final Optional<String> known = NAMES.stream().filter(name::equalsIgnoreCase).findFirst();
		if (known.isEmpty()) return Optional.empty();
		final String file = known.get() + StyleNetworkFile.EXTENSION;
		try (InputStream in = BundledNetworks.class.getResourceAsStream(FOLDER + file)) {
			if (in == null) throw new IOException("The plugin's file lacks the network " + file + ": install it anew.");
			return Optional.of(StyleNetworkFile.read(in, file));
		}
	}

	// -- Helper methods --

	private static List<String> readNames() {
		try (InputStream in = BundledNetworks.class.getResourceAsStream(FOLDER + "names.txt")) {
			if (in == null) return List.of();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::trim).filter(line -> !line
				.isEmpty()).collect(Collectors.toUnmodifiableList());
		}
		catch (final IOException exc) {
			throw new ExceptionInInitializerError(exc);
		}
	}
}
