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

	/** How many threads compute; 0 for as many as there are cores. */
	public int threads() {
		return threads;
	}

	/** How many bytes there are for tensors. */
	public long bytes() {
		return bytes;
	}
}
