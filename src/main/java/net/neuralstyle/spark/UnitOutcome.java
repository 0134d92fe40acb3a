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

package net.neuralstyle.spark;

import java.io.Serializable;
import java.util.List;

import net.neuralstyle.batch.BatchStatus;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.UnitReport;

/** What an executor tells of a unit. Immutable. */
final class UnitOutcome implements Serializable {

	private static final long serialVersionUID = 1L;

	private final int index;
	/** Null if no unit at all can be made so, for the reason that is given. */
	private final BatchStatus status;
	private final String reason;
	private final int frames;
	private final double seconds;
	private final double loss;
	private final String checksum;
	private final String[] notes;

	private UnitOutcome(final int index, final BatchStatus status, final String reason, final int frames,
		final double seconds, final double loss, final String checksum, final List<String> notes)
	{
		this.index = index;
		this.status = status;
		this.reason = reason;
		this.frames = frames;
		this.seconds = seconds;
		this.loss = loss;
		this.checksum = checksum;
		this.notes = notes.toArray(new String[0]);
	}

	/**
	 * @param index of the unit in the batch
	 * @param reason in place of the report's
	 * @param notes see {@link #notes()}
	 */
	static UnitOutcome of(final int index, final UnitReport report, final String reason, final List<String> notes) {
		return new UnitOutcome(index, report.status(), reason, report.frames(), report.seconds(), report.loss(), report
			.checksum(), notes);
	}

	/** Of a unit that could not be made. */
	static UnitOutcome failed(final int index, final String reason) {
		return new UnitOutcome(index, BatchStatus.FAILED, reason, 0, Double.NaN, Double.NaN, "", List.of());
	}

	/** Of a unit whose recipe nothing can be made by. */
	static UnitOutcome refused(final int index, final String reason) {
		return new UnitOutcome(index, null, reason, 0, Double.NaN, Double.NaN, "", List.of());
	}

	/** Which unit of the batch it is of. */
	int index() {
		return index;
	}

	/** Whether no unit at all can be made by this recipe. */
	boolean isRefused() {
		return status == null;
	}

	/** A few words, or a sentence for the user of what failed. */
	String reason() {
		return reason;
	}

	/** What the user should know of the pictures that were read, in sentences. */
	List<String> notes() {
		return List.of(notes);
	}

	/** @param unit that it is of */
	UnitReport report(final BatchUnit unit) {
		return new UnitReport(unit, status, reason, frames, seconds, loss, checksum);
	}
}
