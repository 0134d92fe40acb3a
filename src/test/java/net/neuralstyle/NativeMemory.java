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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;

import java.util.ArrayList;
import java.util.List;

/**
 * The native memory in use: not that of the process but what the C library has given
 * out, without Java's heap, and without what the library keeps for the next time.
 */
public final class NativeMemory {

	private static final int SAMPLES = 20;
	private static final int RUNS = 9;
	/** A run that is looked at takes 2 MB of native memory or more. */
	private static final long TOLERATED_GROWTH = 200_000;

	private static CLibrary library;

	private NativeMemory() {
		// NB: Not instantiable.
	}

	/**
	 * Returns the bytes in use, after ND4J has released the tensors that are garbage, and
	 * without what Java's compiler takes for a moment. The test is skipped where the C
	 * library does not tell.
	 */
	public static long usedBytes() throws InterruptedException {
		return usedBytes(Long.MIN_VALUE);
	}

	/**
	 * Asserts that what is run gives back all its native memory, but for some kilobytes. Java's compiler takes and gives
	 * back megabytes meanwhile; a leak is in every run, so that it is in the third of the least changes as well.
	 */
	public static void assertNoGrowth(final Runnable run) throws InterruptedException {
		// NB: What is taken once, for all runs
		run.run();
		run.run();
		final List<Long> growths = new ArrayList<>();
		int flat = 0;
		long before = usedBytes();
		for (int i = 0; i < RUNS && flat < RUNS / 3; i++) {
			run.run();
			final long after = usedBytes(before + TOLERATED_GROWTH);
			growths.add(after - before);
			if (after - before < TOLERATED_GROWTH) flat++;
			before = after;
		}
		assertEquals(RUNS / 3, flat, "The bytes that each run took and did not give back: " + growths);
	}

	/** Looks no longer when the bytes are fewer than some that are few enough. */
	private static long usedBytes(final long few) throws InterruptedException {
		if (library == null) library = load();
		long result = Long.MAX_VALUE;
		for (int i = 0; i < SAMPLES; i++) {
			if (i < 3) System.gc();
			Thread.sleep(10);
			final MemoryInformation information = library.mallinfo2();
			result = Math.min(result, information.uordblks + information.hblkhd);
			if (result < few) break;
		}
		return result;
	}

	private static CLibrary load() {
		try {
			final CLibrary loaded = Native.load("c", CLibrary.class);
			loaded.mallinfo2();
			return loaded;
		}
		catch (final UnsatisfiedLinkError exc) {
			return abort("Only glibc from 2.33 on tells what it has given out.");
		}
	}

	/** The C library. */
	public interface CLibrary extends Library {

		MemoryInformation mallinfo2();
	}

	/** The structure mallinfo2 of the C library, whose names these are. */
	@Structure.FieldOrder({ "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
		"keepcost" })
	public static final class MemoryInformation extends Structure implements Structure.ByValue {

		public long arena;
		public long ordblks;
		public long smblks;
		public long hblks;
		/** Bytes of blocks that have memory pages of their own. */
		public long hblkhd;
		public long usmblks;
		public long fsmblks;
		/** Bytes of all other blocks in use. */
		public long uordblks;
		public long fordblks;
		public long keepcost;
	}
}
