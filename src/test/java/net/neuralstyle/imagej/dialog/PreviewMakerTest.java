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

package net.neuralstyle.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proves that previews are made in the background, of what is in a dialog last, and that none is a nuisance. */
@Timeout(60)
class PreviewMakerTest {

	private final BlockingQueue<Optional<Preview>> shown = new LinkedBlockingQueue<>();
	private final BlockingQueue<Throwable> logged = new LinkedBlockingQueue<>();

	@Test
	void previewIsTakenOnTheEventThread() throws Exception {
		final AtomicBoolean isEventThread = new AtomicBoolean();
		try (PreviewMaker maker = new PreviewMaker(answers -> preview(answers.get("style")), preview -> {
			isEventThread.set(EventQueue.isDispatchThread());
			shown.add(preview);
		}, logged::add)) {
			maker.make(Map.of("style", "waves"));
			assertEquals("waves", next());
			assertTrue(isEventThread.get());
		}
	}

	@Test
	void onlyTheLastOneIsShown() throws Exception {
		final CountDownLatch started = new CountDownLatch(1);
		final CountDownLatch goOn = new CountDownLatch(1);
		final BlockingQueue<String> made = new LinkedBlockingQueue<>();
		try (PreviewMaker maker = new PreviewMaker(answers -> {
			made.add(answers.get("style"));
			started.countDown();
			await(goOn);
			return preview(answers.get("style"));
		}, shown::add, logged::add)) {
			maker.make(Map.of("style", "first"));
			await(started);
			maker.make(Map.of("style", "second"));
			maker.make(Map.of("style", "third"));
			goOn.countDown();
			assertEquals("third", next());
			assertEquals(List.of("first", "third"), List.copyOf(made));
		}
	}

	@Test
	void whatGoesWrongIsLoggedAndGivesNone() throws Exception {
		final RuntimeException failure = new IllegalStateException("no picture");
		try (PreviewMaker maker = new PreviewMaker(answers -> {
			if (answers.isEmpty()) throw failure;
			return preview("waves");
		}, shown::add, logged::add)) {
			maker.make(Map.of());
			assertFalse(shown.poll(30, TimeUnit.SECONDS).isPresent());
			assertSame(failure, logged.take());
			maker.make(Map.of("style", "waves"));
			assertEquals("waves", next());
		}
	}

	@Test
	void closingWaitsForWhatIsUnderWayAndShowsNothingMore() throws Exception {
		final CountDownLatch started = new CountDownLatch(1);
		final AtomicBoolean done = new AtomicBoolean();
		final PreviewMaker maker = new PreviewMaker(answers -> {
			started.countDown();
			await(new CountDownLatch(1), 200);
			done.set(true);
			return preview("waves");
		}, shown::add, logged::add);
		maker.make(Map.of());
		await(started);
		maker.close();
		assertTrue(done.get());
		EventQueue.invokeAndWait(() -> {});
		assertTrue(shown.isEmpty());
	}

	private String next() throws InterruptedException {
		return shown.poll(30, TimeUnit.SECONDS).orElseThrow().caption();
	}

	private static Optional<Preview> preview(final String caption) {
		return Optional.of(new Preview(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), caption));
	}

	private static void await(final CountDownLatch latch) {
		await(latch, 30_000);
	}

	private static void await(final CountDownLatch latch, final long milliseconds) {
		try {
			latch.await(milliseconds, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
