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

package net.neuralstyle.reference;

import net.neuralstyle.recipe.Precision;

/**
 * The arithmetic of bfloat16 and float32, as far as the errors that they make can be
 * told beforehand. A bfloat16 number has 8 significant bits, the first of which is not
 * stored, a float32 number 24.
 */
public final class Rounding {

	/** How far a number is from the nearest one of bfloat16 at most, relative to it: half a step of the last bit. */
	public static final double BFLOAT16 = 0x1p-8;
	/** Likewise for float32. */
	public static final double FLOAT32 = 0x1p-24;

	private Rounding() {
		// NB: Not instantiable.
	}

	/** Returns the largest relative error of one rounding. */
	public static double unit(final Precision precision) {
		return precision == Precision.BFLOAT16 ? BFLOAT16 : FLOAT32;
	}

	/** Rounds to the nearest number of bfloat16; halfway, to the one whose last bit is 0. */
	public static float toBfloat16(final float number) {
		final int bits = Float.floatToRawIntBits(number);
		return Float.intBitsToFloat(bits + 0x7fff + (bits >>> 16 & 1) & 0xffff0000);
	}

	/** Rounds to the nearest number that a precision has. */
	public static float to(final Precision precision, final double number) {
		return precision == Precision.BFLOAT16 ? toBfloat16((float) number) : (float) number;
	}
}
