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

package net.neuralstyle.picture;

import java.util.Locale;

import net.neuralstyle.StyleTransferException;

/** Whether Java has the memory that a picture takes. */
final class HeapMemory {

	/**
	 * What a pixel takes while a run lasts: its colour in ImageJ's image and in a copy, and three numbers in the
	 * engine's image.
	 */
	private static final int BYTES_OF_A_RUN = 2 * 4 + 3 * Float.BYTES;
	private static final int BYTES_OF_A_COLOUR = 4;
	/** A picture that can also be read smaller may take one part in so many of the free memory. */
	private static final int SHARE = 4;

	private HeapMemory() {
		// NB: Not instantiable.
	}

	/** Returns how many bytes Java can still allocate. */
	static long free() {
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}

	/**
	 * Returns the bytes that a picture takes.
	 *
	 * @param bytesToRead what its reader takes at once, beside the pixels
	 */
	static double need(final double pixels, final double bytesToRead) {
		return Math.max(pixels * BYTES_OF_A_RUN, pixels * BYTES_OF_A_COLOUR + bytesToRead);
	}

	/** Whether there is so much memory that a picture which can also be read smaller need not be. */
	static boolean isAmple(final double pixels, final double bytesToRead) {
		return canBeHeld(pixels) && need(pixels, bytesToRead) < free() / SHARE;
	}

	/** @throws StyleTransferException if no Java can work on as many pixels */
	static void checkPixels(final String name, final long width, final long height) {
		if (canBeHeld((double) width * height)) return;
		throw new StyleTransferException(name + " has " + width + "x" + height +
			" pixels, more than can be worked on: use a smaller picture.");
	}

	/**
	 * @param width of the file's picture, for the message, like the height
	 * @param need in bytes
	 * @throws StyleTransferException if there is too little memory; names the numbers
	 */
	static void check(final String name, final long width, final long height, final double need) {
		if (need < free()) return;
		// NB: What is garbage counts as used until it is collected.
		System.gc();
		if (need < free()) return;
		final String numbers = String.format(Locale.ROOT, "%dx%d pixels, which take about %.0f MB of memory, and Java has " +
			"%.0f MB of %.0f MB left", width, height, Math.ceil(need / 1e6), Math.floor(free() / 1e6), Runtime.getRuntime()
				.maxMemory() / 1e6);
		throw new StyleTransferException(name + " has " + numbers +
			": give it more with -Xmx, or use a smaller picture.");
	}

	/** Whether a Java array of three values per pixel is possible. */
	private static boolean canBeHeld(final double pixels) {
		return pixels * 3 < Integer.MAX_VALUE - 8;
	}
}
