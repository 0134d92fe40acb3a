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

package net.neuralstyle.imagej;

import ij.IJ;
import ij.ImagePlus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import net.neuralstyle.Provenance;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.progress.SavedIterations;
import net.neuralstyle.imagej.stack.Destination;
import net.neuralstyle.imagej.stack.FrameSelection;
import net.neuralstyle.picture.Picture;
import net.neuralstyle.picture.SeriesReader;
import net.neuralstyle.picture.TextWriter;
import net.neuralstyle.samples.SampleStyle;
import net.neuralstyle.sequence.FrameNumbers;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Redraws a picture, or frames, from file to file: reads the pictures, and a recipe if there is one, runs the command,
 * and writes its result, and how it was made if that is asked for. Whatever goes wrong, the output is either the whole
 * new picture or what was there before, and what is said tells which; a folder of frames has those that were done,
 * and what a file cannot take is in a folder beside it. One object does it once.
 */
public final class FileStylization {

	/** Names of inputs. */
	private static final String CONTENT = "content";
	private static final String SLICES = "slices";
	private static final String OUTPUT_FOLDER = "outputFolder";
	/** Those that may have as many slices as the content. */
	private static final Set<String> OF_FRAMES = Set.of(CONTENT, "mask", "labels", "startImage");

	private final HostedCommand command;
	private final Path output;
	private final Consumer<String> out;
	private final Consumer<String> err;

	/** Null for none. */
	private Path recipe;
	/** Null for none. */
	private Path writtenRecipe;
	private RunningCommand running;
	private Destination destination;
	/** Null for one picture. */
	private FrameSelection frames;
	private boolean stopping;

	/**
	 * @param command that redraws its input {@code content}
	 * @param output where the result goes; the extension chooses the format, and without one it is a folder for frames
	 * @param out is told where the picture is
	 * @param err is told what went wrong; where there is no window, the command logs
	 *          its own part
	 */
	public FileStylization(final HostedCommand command, final Path output, final Consumer<String> out,
		final Consumer<String> err)
	{
		this.command = command;
		this.output = output;
		this.out = out;
		this.err = err;
	}

	/**
	 * Takes what is not given from a file.
	 *
	 * @param file with a recipe's or a provenance's JSON, or a picture that carries one; null for none
	 */
	public void setRecipe(final Path file) {
		recipe = file;
	}

	/**
	 * Writes how the picture was made, too, if it is made.
	 *
	 * @param file that gets the JSON; null for none
	 */
	public void setWrittenRecipe(final Path file) {
		writtenRecipe = file;
	}

	/**
	 * Writes the picture so far after every few iterations into files beside the output, too.
	 *
	 * @param interval number of iterations, 0 for none
	 * @throws WrongSettingException if it is none
	 */
	public void setSaveEvery(final int interval) {
		if (interval < 0 || interval > SavedIterations.LARGEST_INTERVAL) {
			throw new WrongSettingException("Save every must be from 0 to " + SavedIterations.LARGEST_INTERVAL + ", not " +
				interval + ".");
		}
		if (interval > 0) command.saveIterations(interval, output);
	}

	/**
	 * Does it, and waits for the end.
	 *
	 * @param given values of the command's inputs, by name; an image's is the {@link Path} of its file or a
	 *          {@link SampleStyle}, several images' a list of them
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Outcome run(final Map<String, Object> given) throws InterruptedException {
		final boolean before = Files.exists(output);
		Outcome outcome = Outcome.FAILED;
		try {
			outcome = stylize(given, before);
		}
		catch (final WrongSettingException exc) {
			outcome = Outcome.REFUSED;
			err.accept(exc.getMessage());
		}
		catch (final StyleTransferException exc) {
			err.accept(exc.getMessage());
		}
		catch (final RuntimeException | Error exc) {
			command.log().debug(exc);
			final Throwable cause = exc instanceof IllegalStateException && exc.getCause() != null ? exc.getCause() : exc;
			err.accept(cause instanceof OutOfMemoryError
				? StyleTransferException.NOT_ENOUGH_MEMORY : command.title() +
					" failed unexpectedly (" + cause +
					"): please report this; with -Dscijava.log.level=debug Java logs the details.");
		}
		if (outcome == Outcome.FAILED || outcome == Outcome.REFUSED) {
			final String asBefore = output + " is as it was before.";
			err.accept(written().map(place -> "The frames that were done are in " + place + (before && !place.equals(output)
				? "; " + asBefore : ".")).orElse("Nothing was written" + (before ? ": " + asBefore : ".")));
		}
		return outcome;
	}

	/**
	 * Stops the work: the first call asks for the picture so far, if there is one;
	 * another one gives it up. May be called by any thread.
	 *
	 * @return whether the picture is or will be written; else nothing is left of the
	 *         work, and the process may end at once
	 */
	public synchronized boolean stop() {
		if (destination != null && destination.isComplete()) return true;
		if (!stopping && running != null && running.hasProgress()) {
			stopping = true;
			err.accept("Stopping after this evaluation, to save " + (frames == null ? "the picture so far"
				: "the frames that are done") + "; press Ctrl-C again to end at once.");
			running.stop();
			return true;
		}
		final Optional<Path> written = written();
		if (destination != null) destination.close();
		err.accept("Stopped: " + written.map(place -> "the frames that were done are in " + place + ".").orElse(
			"nothing was written."));
		return false;
	}

	// -- Helper methods --

	/** @param before whether there was something in the output's place */
	private Outcome stylize(final Map<String, Object> given, final boolean before) throws InterruptedException {
		if (writtenRecipe != null && output.toAbsolutePath().normalize().equals(writtenRecipe.toAbsolutePath().normalize())) {
			throw new WrongSettingException("The output and the recipe to write are both " + output +
				": give them different names.");
		}
		final Map<String, Object> values = recipe == null ? new LinkedHashMap<>(given) : command.withRecipe(recipe, given);
		final int size = command.neededLongerSide(values);
		final List<Path> files = new ArrayList<>();
		// NB: In the order in which they are given, so that the first file that is wrong is the one that is named.
		if (recipe != null) files.add(recipe);
		final InputPictures pictures = new InputPictures(size, files, command.log()::warn);
		final boolean isOfFrames = FrameNumbers.areOfFrames(Objects.toString(values.get(SLICES), null));
		values.replaceAll((name, value) -> isOfFrames && OF_FRAMES.contains(name) && value instanceof Path ? readSeries(
			(Path) value, pictures, files, input(name)) : pictures.read(checked(name, value), input(name)));
		final Path[] inputs = files.toArray(new Path[0]);
		final ImagePlus content = (ImagePlus) values.get(CONTENT);
		frames = isOfFrames ? FrameSelection.of(values.get(SLICES).toString(), content) : null;
		try (Destination reserved = Destination.of(output, content, frames, inputs);
				TextWriter reservedRecipe = writtenRecipe == null ? null : new TextWriter("recipe", writtenRecipe, inputs))
		{
			reserved.frames().ifPresent(folder -> values.put(OUTPUT_FOLDER, folder.toString()));
			start(reserved, values);
			final Module module = running.await();
			final ImagePlus result = (ImagePlus) module.getOutput("result");
			final Outcome outcome = Outcome.of(module);
			// NB: Without a window, the command has logged the reason.
			HostedCommand.cancelReason(module).filter(reason -> IJ.getInstance() != null).ifPresent(err);
			if (result == null) return outcome == Outcome.REFUSED ? outcome : Outcome.FAILED;
			if (outcome == Outcome.FAILED) {
				// NB: Frames that were done before one failed; something whole is not replaced by them.
				if (before) reserved.keepFrames();
				else reserved.write(result).forEach(command.log()::warn);
				return outcome;
			}
			reserved.write(result).forEach(command.log()::warn);
			out.accept(said(outcome, result));
			if (reservedRecipe != null) {
				ResultInfo.provenance(ResultInfo.of(result)).map(Provenance::toPrettyJson).ifPresent(reservedRecipe::write);
			}
			return outcome;
		}
	}

	/** Refuses a folder where one picture is meant. */
	private static Object checked(final String name, final Object value) {
		if (value instanceof Path && name.equals(CONTENT) && Files.isDirectory((Path) value)) {
			throw new StyleTransferException("The content " + value + " is a folder: say slices=all to redraw all its " +
				"pictures.");
		}
		return value;
	}

	private ModuleItem<?> input(final String name) {
		return command.inputs().stream().filter(input -> input.getName().equals(name)).findFirst().orElseThrow();
	}

	/** Reads many pictures, or one, and adds their file or folder to the files. */
	private Object readSeries(final Path path, final InputPictures pictures, final List<Path> files,
		final ModuleItem<?> input)
	{
		final Optional<Picture> series = SeriesReader.read(path);
		if (series.isEmpty()) return pictures.read(path, input);
		files.add(path);
		series.get().notes().forEach(command.log()::warn);
		return series.get().image();
	}

	private String said(final Outcome outcome, final ImagePlus result) {
		final boolean isStopped = outcome == Outcome.STOPPED;
		if (frames == null) return (isStopped ? "Stopped: saved the picture so far to " : "Saved ") + output;
		final String count = result.getStackSize() + (isStopped ? " of " + frames.count() : "") + (frames.count() == 1
			? " frame" : " frames");
		return (isStopped ? "Stopped: saved " : "Saved ") + count + " to " + output;
	}

	private synchronized Optional<Path> written() {
		return destination == null ? Optional.empty() : destination.written();
	}

	private synchronized void start(final Destination reserved, final Map<String, Object> values) {
		destination = reserved;
		running = command.start(values);
	}
}
