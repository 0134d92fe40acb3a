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

import ij.WindowManager;
import ij.measure.ResultsTable;

import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;

import net.neuralstyle.batch.BatchReport;
import net.neuralstyle.batch.UnitReport;

/**
 * What becomes of the units of a batch, in a table of ImageJ's that is brought up to date: as in the report, but for
 * the folders.
 */
public final class BatchTable {

	private final String title;
	private final ResultsTable table = new ResultsTable();
	/** Which unit each row is of, by its index. */
	private final List<Integer> indices = new ArrayList<>();

	/** @param title of its window */
	public BatchTable(final String title) {
		this.title = title;
	}

	/** Adds a unit's row, or replaces it. */
	void put(final int index, final UnitReport report) {
		if (!indices.contains(index)) {
			indices.add(index);
			table.addRow();
		}
		final int row = indices.indexOf(index);
		final List<String> texts = BatchReport.texts(report, BatchTable::name);
		for (int i = 0; i < texts.size(); i++) {
			table.setValue(BatchReport.COLUMNS.get(i), row, texts.get(i));
		}
	}

	/** Shows the table, or what is new in it. */
	void show() {
		final boolean isNew = WindowManager.getFrame(title) == null;
		table.show(title);
		final Frame window = WindowManager.getFrame(title);
		// NB: ImageJ puts it over the Log window.
		if (isNew && window != null) window.setLocation(window.getX(), window.getY() + window.getHeight());
	}

	/** The table itself. */
	ResultsTable table() {
		return table;
	}

	// -- Helper methods --

	private static String name(final String address) {
		return address.substring(address.lastIndexOf('/') + 1);
	}
}
