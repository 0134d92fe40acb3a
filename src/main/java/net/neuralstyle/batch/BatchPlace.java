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

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Where the pictures of a batch are made: this computer, or those of a cluster. */
public interface BatchPlace {

	/** The files that batches there are about. */
	BatchFiles files();

	/**
	 * Makes the pictures of units, and waits for them.
	 *
	 * @param weights finds a network's weights on this computer
	 * @param notes is told what the user should know of pictures that are read, in sentences
	 * @param listener as {@link BatchRun} calls it; elsewhere than on this computer it is not told what begins
	 * @throws net.neuralstyle.WrongSettingException if no unit can be made so; the message is one sentence for the user
	 * @throws IOException likewise
	 */
	BatchReport make(List<BatchUnit> units, BatchMode mode, WeightsFinder weights, Consumer<String> notes,
		BatchListener listener) throws IOException;

	/** About how many pictures are made at once. */
	int atOnce();

	/** Leaves nothing behind of what is under way, since the process is about to end; may be called by any thread. */
	void abandon();
}
