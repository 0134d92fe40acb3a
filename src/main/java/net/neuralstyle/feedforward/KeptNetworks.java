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

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;

/**
 * Networks of the sizes that were used last, so that a frame after another one finds what it needs. Owns them; the
 * engine stays the caller's. Not thread-safe.
 */
final class KeptNetworks implements AutoCloseable {

	/** What networks may take together, in bytes; the one that is used may take more. */
	private static final long MOST_BYTES = 640L << 20;

	private final TransformationEngine engine;
	private final long mostBytes;
	/** The one that was used last comes last. */
	private final Map<ImageSize, TransformationNetwork> networks = new LinkedHashMap<>(16, 0.75f, true);

	KeptNetworks(final TransformationEngine engine) {
		this(engine, MOST_BYTES);
	}

	/** @param mostBytes that networks may take together */
	KeptNetworks(final TransformationEngine engine, final long mostBytes) {
		this.engine = engine;
		this.mostBytes = mostBytes;
	}

	/** Returns the network for a size, which is this one's until another size is asked for. */
	TransformationNetwork network(final ImageSize size) {
		final TransformationNetwork kept = networks.get(size);
		if (kept != null) return kept;
		makeRoom(mostBytes - engine.bytes(size, false));
		final TransformationNetwork made = engine.network(size, false);
		networks.put(size, made);
		return made;
	}

	/** How many there are. */
	int count() {
		return networks.size();
	}

	@Override
	public void close() {
		networks.values().forEach(TransformationNetwork::close);
		networks.clear();
	}

	private void makeRoom(final long most) {
		long used = networks.keySet().stream().mapToLong(size -> engine.bytes(size, false)).sum();
		final Iterator<Map.Entry<ImageSize, TransformationNetwork>> oldest = networks.entrySet().iterator();
		while (used > most && oldest.hasNext()) {
			final Map.Entry<ImageSize, TransformationNetwork> entry = oldest.next();
			used -= engine.bytes(entry.getKey(), false);
			entry.getValue().close();
			oldest.remove();
		}
	}
}
