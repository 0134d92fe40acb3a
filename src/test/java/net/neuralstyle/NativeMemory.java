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

import static org.junit.jupiter.api.Assertions.fail;
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
	private static final int MOST_RUNS = 9;
	/** Of these, so many must not grow. */
	private static final int ENOUGH = 3;
	/** A run that is looked at takes 2 MB of native memory or more in all. */
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
	 * Asserts that what is run gives back all its native memory, but for 200 kB. Java's compiler takes and gives back
	 * megabytes meanwhile; a leak is in every run, so that it is in the third of the least changes as well.
	 */
	public static void assertNoGrowth(final Runnable run) throws InterruptedException {
		// NB: What is taken once, for all runs
		run.run();
		run.run();
		final List<Long> growths = new ArrayList<>();
		long before = usedBytes();
		while (growths.stream().filter(growth -> growth < TOLERATED_GROWTH).count() < ENOUGH) {
			if (growths.size() == MOST_RUNS) fail("The bytes that each run took and did not give back: " + growths);
			run.run();
			final long after = usedBytes(before + TOLERATED_GROWTH);
			growths.add(after - before);
			before = after;
		}
	}

	/** As {@link #assertNoGrowth(Runnable)}, of what takes little, so that a run is to do it many times. */
	public static void assertNoGrowth(final int times, final Runnable use) throws InterruptedException {
		assertNoGrowth(() -> {
			for (int i = 0; i < times; i++) {
				use.run();
			}
		});
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
