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

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import net.neuralstyle.MachineShare;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchListener;
import net.neuralstyle.batch.BatchMode;
import net.neuralstyle.batch.BatchPlace;
import net.neuralstyle.batch.BatchReport;
import net.neuralstyle.batch.BatchRun;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.LocalFiles;
import net.neuralstyle.batch.UnitWork;
import net.neuralstyle.batch.WeightsFinder;

/** Makes the pictures of a batch in this process, one after the other. */
public final class ThisComputer implements BatchPlace {

	private final BatchFiles files = new LocalFiles();
	private volatile UnitWork work;

	@Override
	public BatchFiles files() {
		return files;
	}

	@Override
	public BatchReport make(final List<BatchUnit> units, final BatchMode mode, final WeightsFinder weights,
		final Consumer<String> notes, final BatchListener listener) throws IOException
	{
		final MachineShare share = mode.threads() == 0 ? MachineShare.all() : MachineShare.of(mode.threads(), Long.MAX_VALUE);
		try (UnitWork opened = new UnitWork(files, new FilePictures(files, mode.saveEvery(), notes), weights, share, mode
			.isOverwriting()))
		{
			work = opened;
			final BatchRun run = new BatchRun(opened, listener);
			return mode.isDry() ? run.look(units) : run.run(units);
		}
	}

	@Override
	public int atOnce() {
		return 1;
	}

	@Override
	public void abandon() {
		if (work != null) work.abandon();
	}
}
