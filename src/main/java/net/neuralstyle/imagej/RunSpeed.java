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

package net.neuralstyle.imagej;

import java.util.OptionalDouble;

import net.neuralstyle.recipe.Precision;
import net.neuralstyle.recipe.Settings;

import org.scijava.prefs.PrefService;

/**
 * How fast this computer was in the last run that a dialog asked for, with each network in each precision: seconds for
 * each megapixel that is evaluated or, by a network that is trained, painted.
 */
final class RunSpeed {

	private static final String KEY = "seconds.";

	private final PrefService preferences;

	RunSpeed(final PrefService preferences) {
		this.preferences = preferences;
	}

	/** Returns the seconds for a megapixel, nothing before the first run. */
	OptionalDouble load(final String network, final Precision precision) {
		final double seconds = preferences.getDouble(RunSpeed.class, key(network, precision), Double.NaN);
		return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
	}

	void save(final String network, final Precision precision, final double seconds) {
		preferences.put(RunSpeed.class, key(network, precision), seconds);
	}

	// -- Helper methods --

	private static String key(final String network, final Precision precision) {
		return KEY + network + "." + Settings.PRECISION.text(precision);
	}
}
