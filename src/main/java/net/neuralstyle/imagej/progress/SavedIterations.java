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

package net.neuralstyle.imagej.progress;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferListener;
import net.neuralstyle.StyleTransferProgress;
import net.neuralstyle.picture.PictureWriter;

/**
 * Writes what a picture is after every few iterations into files beside it: {@code a-iteration-0020.png} for
 * {@code a.png}. One that cannot be written is told of, and the work goes on.
 */
public final class SavedIterations implements StyleTransferListener {

	/** Most iterations that may be between two pictures. */
	public static final int LARGEST_INTERVAL = 10000;

	private final int interval;
	private final Path output;
	private final Function<Img<ARGBType>, ImagePlus> image;
	private final Consumer<String> problems;

	/**
	 * @param interval number of iterations from one picture to the next, at least 1
	 * @param output where the last picture goes; its extension chooses the format
	 * @param image makes what is written
	 * @param problems is told, in a sentence each, what cannot be written
	 */
	public SavedIterations(final int interval, final Path output, final Function<Img<ARGBType>, ImagePlus> image,
		final Consumer<String> problems)
	{
		this.interval = interval;
		this.output = output;
		this.image = image;
		this.problems = problems;
	}

	/**
	 * Returns a listener who also saves pictures on the way, if that is wanted.
	 *
	 * @param output see the constructor
	 * @param interval see the constructor; 0 for none
	 */
	public static StyleTransferListener beside(final Path output, final int interval,
		final Function<Img<ARGBType>, ImagePlus> image, final Consumer<String> problems,
		final StyleTransferListener listener)
	{
		return interval == 0 ? listener : new ListenerPair(listener, new SavedIterations(interval, output, image, problems));
	}

	@Override
	public void iterationFinished(final StyleTransferProgress progress, final Supplier<Img<ARGBType>> picture) {
		// NB: The last iteration may be a shorter one.
		final boolean isWhole = progress.evaluation() % StyleTransfer.EVALUATIONS_PER_ITERATION == 0;
		if (!isWhole || progress.iteration() % interval != 0) return;
		try (PictureWriter writer = new PictureWriter(file(output, progress.iteration()))) {
			writer.write(image.apply(picture.get()));
		}
		catch (final StyleTransferException exc) {
			problems.accept(exc.getMessage());
		}
	}

	/**
	 * Where the last picture of a frame would go, if it had a file of its own beside that of all.
	 *
	 * @param output of all, a file or a folder
	 * @param number what sets the frame's name apart
	 */
	public static Path ofFrame(final Path output, final String number) {
		final String name = output.getFileName().toString();
		final int dot = PictureWriter.isPicture(output) ? name.lastIndexOf('.') : name.length();
		final boolean hasOwnFormat = dot < name.length() && !PictureWriter.isMovie(output);
		return output.resolveSibling(name.substring(0, dot) + number + (hasOwnFormat ? name.substring(dot) : ".tif"));
	}

	/** Where the picture after an iteration goes. */
	static Path file(final Path output, final int iteration) {
		return output.resolveSibling(output.getFileName().toString().replaceFirst("(?s)(\\.[^.]*)$", String.format(
			"-iteration-%04d$1", iteration)));
	}
}
