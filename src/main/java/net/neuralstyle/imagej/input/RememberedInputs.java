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

package net.neuralstyle.imagej.input;

import java.util.Map;
import java.util.Optional;

import net.neuralstyle.StyleTransferException;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

/**
 * What the next dialog offers: the values that were accepted in the last one.
 * Macros and command lines neither read nor write it, so that they do the same
 * everywhere and at any time.
 */
public final class RememberedInputs {

	/** Marks the inputs that are remembered: an attribute of their {@code @Parameter}. */
	public static final String REMEMBERED = "remembered";

	/** NB: To be counted up when a value comes to mean something else. */
	private static final String VERSION = "2.";

	private final PrefService preferences;

	public RememberedInputs(final PrefService preferences) {
		this.preferences = preferences;
	}

	/** Returns the text that was last accepted for an input of a command, nothing if none was that is still good. */
	public Optional<String> load(final Class<?> command, final ModuleItem<?> input) {
		if (!input.is(REMEMBERED)) return Optional.empty();
		return Optional.ofNullable(preferences.get(command, VERSION + input.getName())).filter(text -> isValue(input, text));
	}

	/**
	 * Keeps the values of a command that was done.
	 *
	 * @param implied texts by the inputs' names; what says the same is not kept, so that it follows what implies it
	 */
	public void save(final Class<?> command, final Module module, final Map<String, String> implied) {
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (!input.is(REMEMBERED) || value == null) continue;
			final String key = VERSION + input.getName();
			final String text = implied.get(input.getName());
			if (text != null && InputText.value(input, text).equals(value)) preferences.remove(command, key);
			else preferences.put(command, key, InputText.text(input, value));
		}
	}

	// -- Helper methods --

	/** NB: Another version of the command may have had other choices. */
	private static boolean isValue(final ModuleItem<?> input, final String text) {
		try {
			InputText.value(input, text);
			return true;
		}
		catch (final StyleTransferException exc) {
			return false;
		}
	}
}
