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

package net.neuralstyle.imagej.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.neuralstyle.MachineShare;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchPlan;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.LocalFiles;
import net.neuralstyle.batch.TestPictures;
import net.neuralstyle.batch.UnitReport;
import net.neuralstyle.batch.UnitWork;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.sequence.FrameNumbers;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTableTest {

	@Test
	void everyUnitHasOneRow(@TempDir final Path folder) throws Exception {
		final BatchFiles files = new LocalFiles();
		TestPictures.folder(folder.resolve("in"), 2);
		Files.writeString(folder.resolve("in/p1.png"), "no picture");
		final List<BatchUnit> units = BatchPlan.builder(files).contents(List.of(folder.resolve("in").toString()), FrameNumbers
			.of("current"), false).styles(List.of("gravel")).into(folder.resolve("out").toString(), "{content}.png").recipe(
			Recipe.builder().build(), "w", false).build().units();
		final BatchTable batch = new BatchTable("Batch");
		try (UnitWork work = new UnitWork(files, new FilePictures(files, 0, note -> {}), reference -> new BundledWeights(),
			MachineShare.all(), false))
		{
			final UnitReport first = work.look(units.get(0));
			batch.put(0, first);
			batch.put(1, first);
			batch.put(1, work.look(units.get(1)));
		}
		final ResultsTable table = batch.table();
		assertEquals("file status reason frames seconds loss checksum content style", String.join(" ", table.getHeadings()));
		assertEquals(2, table.size());
		assertEquals("failed", table.getStringValue("status", 0));
		assertEquals("to do", table.getStringValue("status", 1));
		assertEquals("p2.png", table.getStringValue("file", 1));
	}
}
