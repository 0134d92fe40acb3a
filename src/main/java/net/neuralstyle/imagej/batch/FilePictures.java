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

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import net.neuralstyle.StartPainter;
import net.neuralstyle.Style;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.TransferWay;
import net.neuralstyle.batch.UnitPictures;
import net.neuralstyle.feedforward.NetworkStart;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.NamedPictures;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.samples.SampleStyle;

/**
 * Pictures of a batch's files, read and made as the command line does it with one. Knows nothing of SciJava.
 */
public final class FilePictures implements UnitPictures {

	private final BatchFiles files;
	private final int saveEvery;
	private final Consumer<String> notes;

	/**
	 * @param saveEvery how many iterations there are from one saved picture to the next, 0 for none
	 * @param notes is told what the user should know of pictures that are read and written, a sentence each
	 */
	public FilePictures(final BatchFiles files, final int saveEvery, final Consumer<String> notes) {
		this.files = files;
		this.saveEvery = saveEvery;
		this.notes = notes;
	}

	@Override
	public List<Style> styles(final TransferWay way) throws IOException {
		final int size = way.neededLongerSide();
		final List<ImagePlus> images = new ArrayList<>();
		for (final String address : way.styles()) {
			final Optional<SampleStyle> sample = SampleStyle.find(address);
			if (sample.isPresent()) {
				images.add(NamedPictures.image(sample.get()));
				continue;
			}
			final Picture picture = PictureReader.readPages(files.read(address), size);
			picture.notes().forEach(notes);
			images.add(picture.image());
		}
		final StyleImages styles = new StyleImages(images.get(0), images.subList(1, images.size()).toArray(new ImagePlus[0]),
			null, way.blend());
		styles.notes().forEach(notes);
		return styles.styles();
	}

	@Override
	public StartPainter startPainter(final TransferWay way, final List<Style> styles) throws IOException {
		final String name = way.startNetwork();
		final String local = !name.isEmpty() && files.exists(name) ? files.read(name).toString() : name;
		return new NetworkStart(NamedNetworks.toStartWith(local, styles.stream().map(Style::record).collect(Collectors
			.toList())));
	}

	@Override
	public Content content(final BatchUnit unit, final int styles) throws IOException {
		final Path file = files.read(unit.content());
		final int size = unit.way().neededLongerSide();
		return unit.isOfFrames() ? new FramesContent(unit, SeriesReader.readAny(file, size), styles, saveEvery, notes)
			: new PictureContent(unit, PictureReader.read(file, size), styles, saveEvery, notes);
	}
}
