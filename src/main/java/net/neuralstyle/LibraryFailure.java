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

import java.util.Arrays;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.tensor.Backend;

/** What to say where a library that computes has failed. */
public final class LibraryFailure {

	private LibraryFailure() {
		// NB: Not instantiable.
	}

	/**
	 * Returns an exception that is fit for the user, if it is one of the libraries', else the same.
	 *
	 * @param size of the result
	 */
	public static RuntimeException explained(final RuntimeException failure, final ImageSize size) {
		if (failure instanceof StyleTransferException) return failure;
		// NB: What Java's own classes throw is the fault of who called them.
		final String thrower = Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName).filter(
			name -> !name.startsWith("java.") && !name.startsWith("jdk.")).findFirst().orElse("");
		// NB: So the backend says why it cannot be loaded.
		if (thrower.startsWith(Backend.class.getPackageName()) && failure instanceof IllegalStateException) {
			return new StyleTransferException(failure.getMessage(), failure);
		}
		if (!thrower.startsWith("org.nd4j.") && !thrower.startsWith("org.bytedeco.")) return failure;
		final String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
		final String reason = message.lines().findFirst().orElse("").replaceAll("[.:]$", "");
		final String library = thrower.startsWith("org.bytedeco.dnnl.") ? "oneDNN" : "ND4J";
		return new StyleTransferException(library + ", the library that computes, could not make a result of " + size +
			" pixels (" + reason + "): choose a smaller size or tile size, and report it if it happens again.", failure);
	}
}
