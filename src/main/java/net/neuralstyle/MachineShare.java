package net.neuralstyle;

/** How much of the machine a session may use, where somebody else shares it out. Immutable. */
public final class MachineShare {

	private static final MachineShare ALL = new MachineShare(0, Long.MAX_VALUE);

	private final int threads;
	private final long bytes;

	private MachineShare(final int threads, final long bytes) {
		this.threads = threads;
		this.bytes = bytes;
	}

	/** All cores, and all memory that is free. */
	public static MachineShare all() {
		return ALL;
	}

	/**
	 * A part of the machine.
	 *
	 * @param threads that compute, at least 1; without effect on a GPU
	 * @param bytes for tensors, those outside of Java's heap; what is free is a limit, too
	 */
	public static MachineShare of(final int threads, final long bytes) {
		if (threads < 1 || bytes < 1) {
			throw new IllegalArgumentException("Threads and bytes must be at least 1: " + threads + ", " + bytes);
		}
		return new MachineShare(threads, bytes);
	}

	/** 0 for all. */
	int threads() {
		return threads;
	}

	long bytes() {
		return bytes;
	}
}
