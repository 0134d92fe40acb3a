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

import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Settings;

/** What computes the network of a run, and in which arithmetic. Immutable. */
public final class Engine {

	private final String text;
	private final Precision precision;
	private final List<String> notes;

	/**
	 * @param text for people
	 * @param precision in which it computes
	 * @param asked what the recipe asks for
	 */
	Engine(final String text, final Precision precision, final Precision asked) {
		this.text = text;
		this.precision = precision;
		final boolean isAsAsked = asked == Precision.AUTOMATIC || asked == precision;
		notes = isAsAsked ? List.of() : List.of("The precision is to be " + Settings.PRECISION.text(asked) +
			", which this machine's engine does not have, so the network computes in " + Settings.PRECISION.text(precision) +
			".");
	}

	/** @param asked what the recipe asks for */
	static Engine of(final NetworkEngine engine, final Precision asked) {
		return new Engine(engine.toString(), engine.precision(), asked);
	}

	/** The arithmetic that the network is computed in: {@link Precision#FLOAT32} or {@link Precision#BFLOAT16}. */
	public Precision precision() {
		return precision;
	}

	/** Returns what the user should know about this engine, for a log: a sentence if it is not as asked for, else none. */
	public List<String> notes() {
		return notes;
	}

	/** Returns a short text for people, for example "oneDNN 3.3.4, bfloat16". */
	@Override
	public String toString() {
		return text;
	}
}
