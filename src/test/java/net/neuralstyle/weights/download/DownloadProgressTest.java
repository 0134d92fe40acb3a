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

package net.neuralstyle.weights.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Proves how often progress is told, and that the speed is that of the last seconds. */
class DownloadProgressTest {

	private final List<Long> bytes = new ArrayList<>();
	private final List<Double> speeds = new ArrayList<>();
	private long milliseconds = 1000;
	private final DownloadProgress progress = new DownloadProgress(new DownloadListener() {

		@Override
		public void progress(final long newBytes, final long total, final double bytesPerSecond) {
			bytes.add(newBytes);
			speeds.add(bytesPerSecond);
		}
	}, 100_000, () -> TimeUnit.MILLISECONDS.toNanos(milliseconds));

	@Test
	void progressIsToldTenTimesASecond() {
		for (int i = 0; i < 1000; i++) {
			progress.report(i);
			milliseconds++;
		}
		assertEquals(10, bytes.size());
	}

	@Test
	void endIsToldAtOnce() {
		progress.report(1);
		progress.finish();
		assertEquals(List.of(1L, 100_000L), bytes);
	}

	@Test
	void speedIsUnknownAtFirst() {
		progress.report(50_000);
		assertEquals(List.of(0.0), speeds);
	}

	@Test
	void speedDoesNotCountWhatWasThere() {
		progress.report(50_000);
		milliseconds += 500;
		progress.report(51_000);
		assertEquals(2000, speeds.get(1), 1e-9);
	}

	@Test
	void speedForgetsThePast() {
		progress.report(0);
		for (int second = 0; second < 10; second++) {
			milliseconds += 1000;
			progress.report(90_000 + 10 * second);
		}
		assertEquals(10, speeds.get(10), 1e-9);
	}

	@Test
	void downloadThatStartsOverIsNotSlowerThanNothing() {
		progress.report(50_000);
		milliseconds += 1000;
		progress.report(0);
		milliseconds += 1000;
		progress.report(3000);
		assertEquals(List.of(0.0, 0.0, 3000.0), speeds);
	}
}
