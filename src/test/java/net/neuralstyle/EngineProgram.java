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

package net.neuralstyle;

import java.util.List;

import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Settings;

/**
 * Main class of processes of {@link EngineChoiceTest}: runs a small network in each precision and prints what computed
 * it.
 */
final class EngineProgram {

	private EngineProgram() {
		// NB: Not instantiable.
	}

	public static void main(final String... arguments) {
		for (final Precision precision : Precision.values()) {
			final Provenance provenance = new StyleTransfer(new SmallNetwork(), SmallNetwork.recipe().set(Settings.PRECISION,
				precision).build()).run(StyleTransferJob.of(TestPictures.waves(40, 40, 1)), List.of(Style.of(TestPictures.waves(40,
					40, 2))), new StyleTransferListener()
				{

					@Override
					public void started(final StyleTransferSetup setup) {
						System.out.println(precision + "=" + setup.engine() + setup.engine().notes());
					}
				}).provenance();
			System.out.println(precision + " provenance=" + provenance.engine());
		}
	}
}
