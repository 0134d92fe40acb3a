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


package net.neuralstyle.imagej.reproduce;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.feedforward.PaintingProvenance;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.recipe.Quoted;

/**
 * Looks for the network that painted a picture, by its checksum: among those that have a name, whatever that is now,
 * and under the name that the macro has, in the folder of the picture's file and as a path.
 */
public final class NetworkSearch {

	private static final String NETWORK = "network";

	private final Surroundings surroundings;
	private final String info;

	/** @param info the picture's */
	public NetworkSearch(final Surroundings surroundings, final String info) {
		this.surroundings = surroundings;
		this.info = info;
	}

	/**
	 * Finds the network.
	 *
	 * @throws StyleTransferException if it is not there; says whether there is another one in its place, and what to do
	 */
	public StyleNetwork find(final PaintingProvenance painting) {
		boolean isThereChanged = false;
		for (final String name : names()) {
			final Optional<StyleNetwork> network = read(name);
			if (network.isEmpty()) continue;
			if (network.get().checksum().equals(painting.networkChecksum())) return network.get();
			isThereChanged |= network.get().card().name().equals(painting.network());
		}
		throw new StyleTransferException("The picture cannot be made again, as the network " + Quoted.of(painting.network()) +
			(isThereChanged ? " has changed since then" : " is missing") + ": put the file that painted it into ImageJ's " +
			"folder networks" + surroundings.folder().map(folder -> ", or into " + folder).orElse("") + ".");
	}

	/** Finds a network by its checksum alone: among those that have a name, and in the folder of the picture's file. */
	public Optional<StyleNetwork> withChecksum(final String checksum) {
		return NamedNetworks.withChecksum(checksum).or(() -> surroundings.folder().flatMap(folder -> NamedNetworks
			.withChecksum(checksum, folder)));
	}

	// -- Helper methods --

	/** What to look at, the likeliest first. */
	private Set<String> names() {
		final Set<String> names = new LinkedHashSet<>();
		Surroundings.named(NETWORK, info).filter(name -> !name.isBlank()).forEach(name -> {
			surroundings.file(name).map(Path::toString).ifPresent(names::add);
			names.add(name);
		});
		names.addAll(NamedNetworks.names());
		return names;
	}

	/** Returns nothing if there is none, or it cannot be read. */
	private static Optional<StyleNetwork> read(final String name) {
		try {
			return Optional.of(NamedNetworks.find(name));
		}
		catch (final StyleTransferException exc) {
			return Optional.empty();
		}
	}
}
