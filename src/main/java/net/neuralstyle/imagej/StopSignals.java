package net.neuralstyle.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Takes what asks the process to end, Ctrl-C (SIGINT) and SIGTERM, to a program
 * that has something to finish first. Where Java has no signals, or is told to
 * leave them alone (-Xrs), they end the process as ever.
 */
public final class StopSignals implements AutoCloseable {

	private final List<Runnable> restorations = new ArrayList<>();

	/**
	 * @param stop is called at every signal, on a thread of its own; if it returns
	 *          false, the process ends at once, without Java's usual tidying up,
	 *          which would wait for the work
	 */
	public StopSignals(final BooleanSupplier stop) {
		try {
			final SignalHandler handler = signal -> {
				if (!stop.getAsBoolean()) Runtime.getRuntime().halt(Outcome.STOPPED.exitCode());
			};
			for (final String name : List.of("INT", "TERM")) {
				final Signal signal = new Signal(name);
				final SignalHandler before = Signal.handle(signal, handler);
				restorations.add(() -> Signal.handle(signal, before));
			}
		}
		catch (final IllegalArgumentException | LinkageError exc) {
			// NB: Then they end the process, and nothing is saved.
		}
	}

	/** Lets the signals do what they did before. */
	@Override
	public void close() {
		restorations.forEach(Runnable::run);
	}
}
