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

package net.neuralstyle.batch;

/** What is to be done with the units of a batch. Immutable. */
public final class BatchMode {

	private final boolean overwrite;
	private final boolean dry;
	private final int saveEvery;
	private final int threads;

	/**
	 * @param overwrite as {@link #isOverwriting()}
	 * @param dry as {@link #isDry()}
	 * @param saveEvery as {@link #saveEvery()}
	 * @param threads as {@link #threads()}
	 */
	public BatchMode(final boolean overwrite, final boolean dry, final int saveEvery, final int threads) {
		this.overwrite = overwrite;
		this.dry = dry;
		this.saveEvery = saveEvery;
		this.threads = threads;
	}

	/** Whether every picture is made, whatever is there. */
	public boolean isOverwriting() {
		return overwrite;
	}

	/** Whether it is only told what would be done. */
	public boolean isDry() {
		return dry;
	}

	/** How many iterations there are from one saved picture to the next; 0 for none. */
	public int saveEvery() {
		return saveEvery;
	}

	/** How many threads compute; 0 for as many as there are. */
	public int threads() {
		return threads;
	}
}
