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

package net.neuralstyle.network.onednn;

import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory in which primitives take turns that do not run at the same time. When one needs
 * more than there is, all get another one.
 */
final class Scratchpad implements AutoCloseable {

	private final List<memory> users = new ArrayList<>();
	private TensorScope owner = new TensorScope();
	private Pointer address;
	private long bytes;

	/**
	 * Lends this to a primitive, until what describes its need is closed.
	 *
	 * @param needed what the primitive needs, more than nothing
	 */
	memory lend(final memory.desc needed, final Primitives primitives) {
		if (needed.get_size() > bytes) grow(needed.get_size());
		final memory user = primitives.at(needed, address);
		users.add(user);
		return user;
	}

	@Override
	public void close() {
		owner.close();
	}

	private void grow(final long size) {
		// NB: An object that is closed has no address any more.
		users.removeIf(user -> user.isNull());
		final TensorScope former = owner;
		owner = new TensorScope();
		address = Primitives.address(owner.zeros((size + Float.BYTES - 1) / Float.BYTES));
		bytes = size;
		users.forEach(user -> user.set_data_handle(address));
		former.close();
	}
}
