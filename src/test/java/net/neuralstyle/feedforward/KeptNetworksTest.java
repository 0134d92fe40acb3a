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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.neuralstyle.EngineChoice;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.recipe.Precision;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which networks are kept. */
class KeptNetworksTest {

	private final TransformationEngine engine = EngineChoice.open(new TransformationTopology(2, 0),
		Precision.FLOAT32);
	private final KeptNetworks networks = new KeptNetworks(engine);

	@AfterEach
	void close() {
		networks.close();
		engine.close();
	}

	@Test
	void networkOfASizeIsMadeOnce() {
		final TransformationNetwork network = networks.network(new ImageSize(32, 16));
		networks.network(new ImageSize(16, 32));
		assertSame(network, networks.network(new ImageSize(32, 16)));
		assertEquals(2, networks.count());
	}

	@Test
	void networkThatWasNotUsedForLongestMakesRoom() {
		final KeptNetworks few = new KeptNetworks(engine, 2 * engine.bytes(new ImageSize(32, 32), false));
		final TransformationNetwork first = few.network(new ImageSize(32, 32));
		final TransformationNetwork second = few.network(new ImageSize(32, 28));
		few.network(new ImageSize(32, 32));
		few.network(new ImageSize(28, 28));
		assertSame(first, few.network(new ImageSize(32, 32)));
		assertNotSame(second, few.network(new ImageSize(32, 28)));
		few.close();
		assertEquals(0, few.count());
	}

	@Test
	void networkThatIsTooLargeToBeKeptBesideOthersIsMade() {
		final KeptNetworks few = new KeptNetworks(engine, 1);
		few.network(new ImageSize(32, 32));
		few.network(new ImageSize(32, 28));
		assertEquals(1, few.count());
		few.close();
	}
}
