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

import java.util.List;

import net.neuralstyle.recipe.Recipe;

import org.junit.jupiter.api.Test;

class BatchReportTest {

	private static final BatchUnit UNIT = new BatchUnit("/in/a.png", "", new TransferWay(List.of("mosaic", "gravel"), "",
		Recipe.builder().build(), "w"), "/out/a.png", false);
	private static final BatchUnit ODD = new BatchUnit("/in/a,\"b\".png", "", new TransferWay(List.of("mosaic"), "",
		Recipe.builder().build(), "w"), "/out/a\nb.png", false);

	@Test
	void tableHasARowForEachUnit() {
		final BatchReport report = new BatchReport(List.of(UnitReport.of(UNIT, BatchStatus.LEFT, "stopped"), UnitReport
			.of(UNIT, BatchStatus.FAILED, "There is none.")), 2);
		assertEquals("file,status,reason,frames,seconds,loss,checksum,content,style\n" +
			"/out/a.png,left,stopped,,,,,/in/a.png,mosaic+gravel\n" +
			"/out/a.png,failed,There is none.,,,,,/in/a.png,mosaic+gravel", report.toCsv());
	}

	@Test
	void oddCharactersStandInQuotationMarks() {
		final BatchReport report = new BatchReport(List.of(UnitReport.of(ODD, BatchStatus.FAILED, "a, b")), 2);
		assertEquals("\"/out/a\nb.png\",failed,\"a, b\",,,,,\"/in/a,\"\"b\"\".png\",mosaic", report.toCsv().split("\n",
			2)[1]);
	}

	@Test
	void summaryCountsWhatThereIs() {
		final UnitReport failed = UnitReport.of(UNIT, BatchStatus.FAILED, "");
		assertEquals("3 pictures in 61.5 s: 1 to do, 2 failed", new BatchReport(List.of(failed, failed, UnitReport.of(UNIT,
			BatchStatus.TO_DO, "")), 61.46).summary());
		assertEquals("1 picture in 2.0 s: 1 failed", new BatchReport(List.of(failed), 2).summary());
		final BatchUnit movie = new BatchUnit("/in/a.avi", "all", new TransferWay(List.of("mosaic"), "", Recipe.builder()
			.build(), "w"), "/out/a.avi", false);
		final UnitReport done = new UnitReport(movie, BatchStatus.DONE, "new", 20, 3.5, 0.25, "c0");
		assertEquals("2 results of 40 frames in 7.0 s: 2 done", new BatchReport(List.of(done, done), 7).summary());
		assertTrue(new BatchReport(List.of(done), 7).toCsv().endsWith(
			"\n/out/a.avi,done,new,20,3.50,0.250000,c0,/in/a.avi,mosaic"));
		assertEquals("0 pictures in 0.0 s", new BatchReport(List.of(), 0).summary());
	}
}
