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

package net.neuralstyle;

import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.image.FlowField;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;

/** What a session is to redraw, where, and what to start from. Immutable. */
public final class StyleTransferJob {

	private final VggImage content;
	private final String name;
	private final WeightMap region;
	/** One for each style; empty if all styles go everywhere. */
	private final List<WeightMap> regions;
	private final WeightMap opacity;
	/** Null if none was given. */
	private final VggImage start;
	private final String startName;
	/** Null if none has painted the picture to start from. */
	private final Provenance.Painter painter;
	/** Null if it goes on from none. */
	private final FormerFrame former;

	private StyleTransferJob(final VggImage content, final String name, final WeightMap region,
		final List<WeightMap> regions, final WeightMap opacity, final VggImage start, final String startName,
		final Provenance.Painter painter, final FormerFrame former)
	{
		this.content = content;
		this.name = name;
		this.region = region;
		this.regions = regions;
		this.opacity = opacity;
		this.start = start;
		this.startName = startName;
		this.painter = painter;
		this.former = former;
	}

	/**
	 * Reads a picture, which may change afterwards.
	 *
	 * @param content as {@link StyleTransfer} describes it
	 * @throws StyleTransferException if it cannot be used; says why
	 */
	public static StyleTransferJob of(final RandomAccessibleInterval<? extends NumericType<?>> content) {
		final VggImage image = Style.read(content, "content");
		final WeightMap everywhere = WeightMap.ones(image.size());
		return new StyleTransferJob(image, "", everywhere, List.of(), everywhere, null, "", null, null);
	}

	/** Returns the same job with what people call its picture, for the record. */
	public StyleTransferJob named(final String pictureName) {
		return new StyleTransferJob(content, pictureName, region, regions, opacity, start, startName, painter, former);
	}

	/**
	 * Returns the same job with a limit to where styles go. Outside of it the picture
	 * stays as it is, bit for bit if its size does.
	 *
	 * @param mask how much of the redrawn picture each pixel gets; it takes effect
	 *          together with those given before. The recipe may give it a soft edge.
	 * @throws StyleTransferException if it is of another size, or nothing is left; says why
	 */
	public StyleTransferJob within(final WeightMap mask) {
		return new StyleTransferJob(content, name, limited(region, mask, "content image"), regions, opacity, start,
			startName, painter, former);
	}

	/**
	 * Returns the same job with a region for each of the session's styles, in their
	 * order. Outside of all of them the picture stays as it is.
	 *
	 * @param masks how much each pixel belongs to each region; one that has no pixel is
	 *          not used
	 * @throws StyleTransferException if one is of another size, or none has a pixel; says why
	 */
	public StyleTransferJob withRegions(final List<WeightMap> masks) {
		final WeightMap union = masks.stream().peek(mask -> checkSize(mask, "content image")).reduce(WeightMap::plus)
			.orElseThrow(() -> new IllegalArgumentException("At least one region is needed."));
		return new StyleTransferJob(content, name, limited(region, union, "content image"), List.copyOf(masks), opacity,
			start, startName, painter, former);
	}

	/**
	 * Returns the same job for a picture that is transparent in places: what cannot be
	 * seen takes no part in what styles are compared with.
	 *
	 * @param mask how opaque each pixel is
	 * @throws StyleTransferException if it is of another size, or nothing can be seen; says why
	 */
	public StyleTransferJob opaqueIn(final WeightMap mask) {
		return new StyleTransferJob(content, name, region, regions, limited(opacity, mask, "content image"), start,
			startName, painter, former);
	}

	/**
	 * Returns the same job with a picture to start from, for recipes whose
	 * {@link net.neuralstyle.recipe.Start} is an image.
	 *
	 * @param image as {@link StyleTransfer} describes it; of another shape than the
	 *          content, its middle is used
	 * @param pictureName what people call it, for the record
	 * @throws StyleTransferException if it cannot be used; says why
	 */
	public StyleTransferJob startingFrom(final RandomAccessibleInterval<? extends NumericType<?>> image,
		final String pictureName)
	{
		return new StyleTransferJob(content, name, region, regions, opacity, Style.read(image, "start"), pictureName,
			null, former);
	}

	/**
	 * Returns the same job with a picture to start from that a network has painted of its content.
	 *
	 * @param by the network
	 */
	StyleTransferJob startingFrom(final RandomAccessibleInterval<? extends NumericType<?>> picture,
		final Provenance.Painter by)
	{
		return new StyleTransferJob(content, name, region, regions, opacity, VggImage.of(picture), "", by, former);
	}

	/**
	 * Returns the same job for a frame of a movie or stack that goes on from another one, for recipes whose
	 * {@link net.neuralstyle.recipe.Settings#COHERENCE} is not 0: it starts with what that has become, whatever the
	 * recipe's start is, computes the full size only, in fewer evaluations, and is held to it.
	 *
	 * @param before what the other frame has become
	 * @param field where the pixels of this job's content, in the result's size, are found in the other frame
	 * @param reliable how far that can be relied on, for each pixel; what cannot starts with the content
	 * @throws IllegalArgumentException if the field or the map is not of the size of what the other frame has become
	 */
	public StyleTransferJob goingOnFrom(final StyleTransferResult before, final FlowField field,
		final WeightMap reliable)
	{
		if (!reliable.size().equals(field.size())) {
			throw new IllegalArgumentException("A field of " + field.size() + " pixels has no weights of " + reliable.size());
		}
		return new StyleTransferJob(content, name, region, regions, opacity, start, startName, painter, new FormerFrame(before
			.computed().warpedBy(field), reliable, before.scene(), before.record()));
	}

	/** What people call its picture; may be empty. */
	public String name() {
		return name;
	}

	/** The picture that is redrawn. */
	public VggImage content() {
		return content;
	}

	/** The picture to start from; null if none was given. */
	VggImage start() {
		return start;
	}

	/** What it goes on from; null if it begins anew. */
	FormerFrame former() {
		return former;
	}

	/** How many regions there are, 0 if all styles go everywhere. */
	int regionCount() {
		return regions.size();
	}

	/**
	 * How much of the redrawn picture each pixel gets.
	 *
	 * @param softEdge in pixels
	 */
	public WeightMap blend(final double softEdge) {
		return region.withSoftEdge(softEdge);
	}

	/**
	 * What takes part in the comparison with styles.
	 *
	 * @param blend as {@link #blend} gives it
	 * @return one for all styles, or one for each, some of which may have no pixels
	 */
	List<WeightMap> styleRegions(final WeightMap blend) {
		final WeightMap all = blend.times(opacity);
		if (regions.isEmpty()) return List.of(all);
		return regions.stream().map(all::times).collect(Collectors.toList());
	}

	/** The picture, for the record. */
	public Provenance.Picture record() {
		return new Provenance.Picture(name, content.checksum(), 1, regionChecksums());
	}

	/** Which parts of the picture take part, as {@link Provenance.Picture#regions()} has them. */
	public List<String> regionChecksums() {
		return styleRegions(region).stream().filter(map -> !map.isOnes()).map(WeightMap::checksum).collect(Collectors
			.toList());
	}

	/** The picture to start from, for the record; null if none was given, or a network has painted it. */
	Provenance.Picture startRecord() {
		return start == null || painter != null ? null : new Provenance.Picture(startName, start.checksum(), 1, List.of());
	}

	/** The network that has painted the picture to start from, for the record; null if none has. */
	Provenance.Painter painterRecord() {
		return painter;
	}

	/**
	 * Returns what both weight maps leave.
	 *
	 * @param whose a word for the image, for messages
	 */
	static WeightMap limited(final WeightMap region, final WeightMap mask, final String whose) {
		checkSize(mask, region.size(), whose);
		final WeightMap rest = region.times(mask);
		if (!rest.isZeros()) return rest;
		throw new StyleTransferException("The selection, mask, labels or opaque part of the " + whose +
			" has no pixels: make one that has some.");
	}

	// -- Helper methods --

	private void checkSize(final WeightMap mask, final String whose) {
		checkSize(mask, content.size(), whose);
	}

	private static void checkSize(final WeightMap mask, final ImageSize size, final String whose) {
		if (mask.size().equals(size)) return;
		throw new StyleTransferException("A mask or label image of " + mask.size() + " pixels does not fit the " + whose +
			" of " + size + " pixels: use one of the same width and height.");
	}
}
