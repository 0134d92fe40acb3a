package net.neuralstyle.imagej;

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
final class RememberedInputs {

	/** Marks the inputs that are remembered: an attribute of their {@code @Parameter}. */
	static final String REMEMBERED = "remembered";

	/** NB: To be counted up when a value comes to mean something else. */
	private static final String VERSION = "2.";

	private final PrefService preferences;

	RememberedInputs(final PrefService preferences) {
		this.preferences = preferences;
	}

	/** Returns the text that was last accepted for an input of a command, nothing if none was that is still good. */
	Optional<String> load(final Class<?> command, final ModuleItem<?> input) {
		if (!input.is(REMEMBERED)) return Optional.empty();
		return Optional.ofNullable(preferences.get(command, VERSION + input.getName())).filter(text -> isValue(input, text));
	}

	/**
	 * Keeps the values of a command that was done.
	 *
	 * @param implied texts by the inputs' names; what says the same is not kept, so that it follows what implies it
	 */
	void save(final Class<?> command, final Module module, final Map<String, String> implied) {
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
