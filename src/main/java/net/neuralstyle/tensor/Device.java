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

package net.neuralstyle.tensor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.nativeblas.NativeOpsHolder;

/** What ND4J computes on in this process. Immutable. */
public final class Device {

	private final boolean gpu;
	private final String name;
	private final int threads;
	private final List<String> notes;

	private Device(final boolean gpu, final String name, final int threads, final List<String> notes) {
		this.gpu = gpu;
		this.name = name;
		this.threads = threads;
		this.notes = List.copyOf(notes);
	}

	/**
	 * @param name the model as its maker calls it, or the processor's architecture
	 * @param threads how many one operation takes, at least 1
	 * @param notes see {@link #notes()}; copied
	 */
	static Device cpu(final String name, final int threads, final List<String> notes) {
		return new Device(false, name, threads, notes);
	}

	/** @param name the model as its maker calls it */
	static Device gpu(final String name) {
		return new Device(true, name, 0, List.of());
	}

	/** Returns the same with more notes, before the others. */
	Device with(final List<String> moreNotes) {
		return new Device(gpu, name, threads, Stream.concat(moreNotes.stream(), notes.stream()).collect(Collectors.toList()));
	}

	/** Returns whether tensors live and are computed with on a GPU. */
	public boolean isGpu() {
		return gpu;
	}

	/**
	 * Returns how much memory there is for more tensors, in bytes: what is free on
	 * the GPU; else what the system has and what JavaCPP allows, which is as much
	 * again as Java's largest heap unless {@code org.bytedeco.javacpp.maxBytes} says
	 * otherwise.
	 */
	public long freeMemory() {
		if (gpu) return NativeOpsHolder.getInstance().getDeviceNativeOps().getDeviceFreeMemoryDefault();
		final long allowed = Pointer.maxBytes() == 0 ? Long.MAX_VALUE : Pointer.maxBytes() - Pointer.totalBytes();
		final long allowedInAll = Pointer.maxPhysicalBytes() == 0 ? Long.MAX_VALUE : Pointer.maxPhysicalBytes() - Pointer
			.physicalBytes();
		return Math.max(0, Math.min(Math.min(allowed, allowedInAll), Pointer.availablePhysicalBytes()));
	}

	/**
	 * Returns what the user should know about this choice of device, for a log:
	 * none or a few single sentences, the most important one first.
	 */
	public List<String> notes() {
		return notes;
	}

	/** Returns a short text for people, for example "CPU (Intel Core i5-8250U, 4 threads)". */
	@Override
	public String toString() {
		if (gpu) return "CUDA GPU (" + name + ")";
		return "CPU (" + name + ", " + threads + (threads == 1 ? " thread" : " threads") + ")";
	}
}
