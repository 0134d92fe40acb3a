package net.neuralstyle.imagej;

import java.util.Optional;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

/**
 * What the next dialog offers: the values that were accepted in the last one.
 * Macros and command lines neither read nor write it, so that they do the same
 * everywhere and at any time.
 */
final class RememberedInputs {

	/** Marks the inputs that are remembered: an attribute of their {@code @Parameter}. */
	static final String REMEMBERED = "remembered";

	/** NB: To be counted up when a value comes to mean something else. */
	private static final String VERSION = "1.";

	private final PrefService preferences;

	RememberedInputs(final PrefService preferences) {
		this.preferences = preferences;
	}

	/** Returns the text that was last accepted for an input of a command, nothing if none was. */
	Optional<String> load(final Class<?> command, final ModuleItem<?> input) {
		return input.is(REMEMBERED) ? Optional.ofNullable(preferences.get(command, VERSION + input.getName())) : Optional
			.empty();
	}

	/** Keeps the values of a command that was done. */
	void save(final Class<?> command, final Module module) {
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (!input.is(REMEMBERED) || value == null) continue;
			preferences.put(command, VERSION + input.getName(), InputText.text(input, value));
		}
	}
}
