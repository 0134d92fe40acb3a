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

/** What became of a unit: a row of a report. Immutable. */
public final class UnitReport {

	private final BatchUnit unit;
	private final BatchStatus status;
	private final String reason;
	private final int frames;
	private final double seconds;
	private final double loss;
	private final String checksum;
	private final boolean worthAnotherTry;
	private final boolean ofFullDisk;

	/**
	 * @param frames as {@link #frames()}
	 * @param seconds as {@link #seconds()}
	 * @param loss as {@link #loss()}
	 * @param checksum as {@link #checksum()}
	 */
	public UnitReport(final BatchUnit unit, final BatchStatus status, final String reason, final int frames,
		final double seconds, final double loss, final String checksum)
	{
		this(unit, status, reason, frames, seconds, loss, checksum, false, false);
	}

	private UnitReport(final BatchUnit unit, final BatchStatus status, final String reason, final int frames,
		final double seconds, final double loss, final String checksum, final boolean worthAnotherTry,
		final boolean ofFullDisk)
	{
		this.ofFullDisk = ofFullDisk;
		this.worthAnotherTry = worthAnotherTry;
		this.unit = unit;
		this.status = status;
		this.reason = reason;
		this.frames = frames;
		this.seconds = seconds;
		this.loss = loss;
		this.checksum = checksum;
	}

	/** Of a unit without a picture that could be told of. */
	public static UnitReport of(final BatchUnit unit, final BatchStatus status, final String reason) {
		return new UnitReport(unit, status, reason, 0, Double.NaN, Double.NaN, "");
	}

	/**
	 * Of a unit that could not be made.
	 *
	 * @param worthAnotherTry as {@link #isWorthAnotherTry()}
	 */
	static UnitReport failed(final BatchUnit unit, final String reason, final boolean worthAnotherTry) {
		return new UnitReport(unit, BatchStatus.FAILED, reason, 0, Double.NaN, Double.NaN, "", worthAnotherTry, false);
	}

	/** Of a unit for whose result the disk has no room. */
	static UnitReport ofFullDisk(final BatchUnit unit, final String reason) {
		return new UnitReport(unit, BatchStatus.FAILED, reason, 0, Double.NaN, Double.NaN, "", true, true);
	}

	/**
	 * Of a unit that would be made.
	 *
	 * @param frames how many it has
	 */
	static UnitReport toDo(final BatchUnit unit, final String reason, final int frames) {
		return new UnitReport(unit, BatchStatus.TO_DO, reason, frames, Double.NaN, Double.NaN, "");
	}

	/**
	 * Of a unit whose picture is there.
	 *
	 * @param seconds that this batch took for it
	 */
	static UnitReport of(final BatchUnit unit, final BatchStatus status, final String reason, final MadeResult made,
		final double seconds)
	{
		return new UnitReport(unit, status, reason, made.frames(), seconds, made.loss(), made.checksum());
	}

	/** What it is of. */
	public BatchUnit unit() {
		return unit;
	}

	public BatchStatus status() {
		return status;
	}

	/** Why: of what failed a sentence, else a few words. */
	public String reason() {
		return reason;
	}

	/** How many frames there are in the result, 1 of a picture, or would be; 0 if there is none. */
	public int frames() {
		return frames;
	}

	/** How long it took, reading and writing included; NaN if no picture was made. */
	public double seconds() {
		return seconds;
	}

	/** The picture's loss, of frames their average; NaN if there is no picture. */
	public double loss() {
		return loss;
	}

	/** As {@link MadeResult#checksum()}; empty if there is no picture. */
	public String checksum() {
		return checksum;
	}

	/**
	 * Whether what failed may be done another time, or on another machine: what is wrong is not in the pictures that are
	 * read.
	 */
	public boolean isWorthAnotherTry() {
		return worthAnotherTry;
	}

	/** Whether it failed since the disk is full, so that those that come after it here would fail, too. */
	public boolean isOfFullDisk() {
		return ofFullDisk;
	}
}
