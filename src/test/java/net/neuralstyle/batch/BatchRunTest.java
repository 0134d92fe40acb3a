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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import net.neuralstyle.MachineShare;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.imagej.batch.FilePictures;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.sequence.FrameNumbers;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunTest {

	private static final Recipe RECIPE = Recipe.builder().set(Settings.SIZE, 40).set(Settings.ITERATIONS, 1).build();

	private final LocalFiles files = new LocalFiles();
	/** What listeners are told, in its order. */
	private final List<String> told = Collections.synchronizedList(new ArrayList<>());

	@TempDir
	private Path folder;

	@BeforeEach
	void writePictures() throws IOException {
		TestPictures.folder(folder.resolve("in"), 3);
		files.makeFolder(folder.resolve("out").toString());
	}

	@Test
	void everyUnitIsMadeInItsOrder() throws IOException {
		final BatchReport report = run(new Telling());
		assertEquals("3 done", report.summary().replaceFirst(".*: ", ""));
		assertEquals(List.of("start 0", "done 0", "start 1", "done 1", "start 2", "done 2"), told);
		assertEquals(names(), report.rows().stream().map(row -> row.unit().output()).collect(Collectors.toList()));
	}

	@Test
	void batchThatIsStoppedLeavesTheRestAndGoesOnLater() throws IOException {
		final BatchReport stopped = run(new Telling() {

			@Override
			public IntFunction<FrameWatcher> starting(final int index, final BatchUnit unit, final String reason,
				final UnitPictures.Content content)
			{
				super.starting(index, unit, reason, content);
				return frame -> new FrameWatcher() {

					private int evaluations;

					@Override
					public void evaluationFinished(final StyleTransferProgress progress) {
						evaluations++;
					}

					@Override
					public boolean isCancelled() {
						return index == 1 && evaluations == 5;
					}
				};
			}
		});
		assertEquals(List.of(BatchStatus.DONE, BatchStatus.STOPPED, BatchStatus.LEFT), statuses(stopped));
		told.clear();
		assertEquals(List.of(BatchStatus.SKIPPED, BatchStatus.DONE, BatchStatus.DONE), statuses(run(new Telling())));
		assertEquals(List.of("skipped 0", "start 1", "done 1", "start 2", "done 2"), told);
	}

	@Test
	void batchThatIsStoppedBetweenPicturesMakesNoMore() throws IOException {
		final BatchReport stopped = run(new Telling() {

			@Override
			public boolean isStopped() {
				return told.contains("done 0");
			}
		});
		assertEquals(List.of(BatchStatus.DONE, BatchStatus.LEFT, BatchStatus.LEFT), statuses(stopped));
	}

	@Test
	void fullDiskEndsTheBatchBeforeTheOthersAreMade() throws IOException {
		final BatchReport report = run(new Telling(), new UnitWorkTest.FullDisk(new FilePictures(files, 0, note -> {})));
		assertEquals(List.of(BatchStatus.FAILED, BatchStatus.LEFT, BatchStatus.LEFT), statuses(report));
		assertEquals("the disk is full", report.rows().get(0).reason());
		assertEquals(List.of("start 0", "failed 0"), told);
	}

	@Test
	void batchesAtOnceMakeEveryPictureOnceAndBothEndWhenAllIsThere() throws Exception {
		final List<FutureTask<BatchReport>> both = List.of(new FutureTask<>(running()), new FutureTask<>(running()));
		both.forEach(task -> new Thread(task).start());
		for (final FutureTask<BatchReport> task : both) {
			final BatchReport report = task.get();
			assertEquals(3, report.count(BatchStatus.DONE) + report.count(BatchStatus.SKIPPED), report.toCsv());
		}
		assertEquals(3, told.stream().filter(line -> line.startsWith("start")).count(), told.toString());
	}

	@Test
	void whatSomebodyElseGivesUpIsMade() throws Exception {
		final BatchFiles.Claim claim = files.claim(folder.resolve("out/p2.png").toString()).orElseThrow();
		final FutureTask<BatchReport> task = new FutureTask<>(running());
		new Thread(task).start();
		while (!told.contains("done 2")) {
			Thread.sleep(10);
		}
		assertTrue(told.contains("busy 1") && !task.isDone(), told.toString());
		claim.close();
		assertEquals(3, task.get().count(BatchStatus.DONE));
		assertEquals("done 1", told.get(told.size() - 1));
	}

	// -- Helper methods --

	private Callable<BatchReport> running() {
		return () -> run(new Telling());
	}

	private BatchReport run(final BatchListener listener) throws IOException {
		return run(listener, new FilePictures(files, 0, note -> {}));
	}

	private BatchReport run(final BatchListener listener, final UnitPictures pictures) throws IOException {
		final BatchPlan plan = BatchPlan.builder(files).contents(List.of(folder.resolve("in").toString()), FrameNumbers
			.of("current"), false).styles(List.of("gravel")).into(folder.resolve("out").toString(), "{content}.png").recipe(
			RECIPE, "w", false).build();
		try (UnitWork work = new UnitWork(files, pictures, reference -> new BundledWeights(), MachineShare.all(), false))
		{
			return new BatchRun(work, listener).run(plan.units());
		}
	}

	private List<String> names() {
		return List.of("p1.png", "p2.png", "p3.png").stream().map(name -> folder.resolve("out").resolve(name).toString())
			.collect(Collectors.toList());
	}

	private static List<BatchStatus> statuses(final BatchReport report) {
		return report.rows().stream().map(UnitReport::status).collect(Collectors.toList());
	}

	/** Writes down what it is told. */
	private class Telling implements BatchListener {

		@Override
		public IntFunction<FrameWatcher> starting(final int index, final BatchUnit unit, final String reason,
			final UnitPictures.Content content)
		{
			told.add("start " + index);
			return frame -> new FrameWatcher() {};
		}

		@Override
		public void finished(final int index, final UnitReport report) {
			told.add(report.status() + " " + index);
		}

		@Override
		public boolean isStopped() {
			return false;
		}
	}
}
