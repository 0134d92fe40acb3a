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

import ij.ImagePlus;
import ij.io.FileInfo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.neuralstyle.MachineShare;
import net.neuralstyle.Provenance;
import net.neuralstyle.StartPainter;
import net.neuralstyle.Style;
import net.neuralstyle.StyleTransfer;
import net.neuralstyle.StyleTransferException;
import net.neuralstyle.StyleTransferJob;
import net.neuralstyle.StyleTransferResult;
import net.neuralstyle.StyleTransferSession;
import net.neuralstyle.feedforward.NetworkStart;
import net.neuralstyle.feedforward.PaintedPicture;
import net.neuralstyle.feedforward.PaintingProvenance;
import net.neuralstyle.feedforward.PaintingSession;
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.imagej.progress.ListenerPair;
import net.neuralstyle.imagej.progress.PaintingReporter;
import net.neuralstyle.imagej.progress.ProgressReporter;
import net.neuralstyle.imagej.progress.StoppedListener;
import net.neuralstyle.imagej.reproduce.NetworkSearch;
import net.neuralstyle.imagej.reproduce.PictureSearch;
import net.neuralstyle.imagej.reproduce.RegionSearch;
import net.neuralstyle.imagej.reproduce.SameWeights;
import net.neuralstyle.imagej.reproduce.Surroundings;
import net.neuralstyle.picture.PictureReader;
import net.neuralstyle.recipe.PaintingSettings;
import net.neuralstyle.recipe.Quoted;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.WeightsFile;
import net.neuralstyle.weights.WeightsSource;
import net.neuralstyle.weights.download.PublishedWeights;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Style Transfer &gt; Reproduce Style Transfer: makes a picture again, pixel for pixel, from what it
 * tells of how it was made. What went into it is looked for by checksums, among the open images, the sample styles and
 * in the folder of the picture's file. Asks nothing.
 */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = ReproduceStyleTransfer.LABEL) })
public class ReproduceStyleTransfer extends StyleTransferCommand {

	// NB: Not "Repeat": ImageJ takes any menu entry that begins so for its own "Repeat Command".
	/** The command's name in menus and macros. */
	public static final String LABEL = "Reproduce Style Transfer";

	private static final String CONTENT = "content";
	private static final String STYLE = "style";

	@Parameter(label = "Picture", description = "The picture to make again; it must tell how it was made. It is not " +
		"changed.", required = false, persist = false)
	private ImagePlus picture;

	@Parameter(type = ItemIO.OUTPUT, label = "Result")
	private ImagePlus result;

	private Surroundings surroundings;
	private String info;
	/** How the picture was redrawn; null if it was painted. */
	private Provenance provenance;
	/** How the picture was painted by a network; null if it was redrawn. */
	private PaintingProvenance painting;

	public ReproduceStyleTransfer() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		if (picture == null || picture.getWidth() == 0) {
			throw new StyleTransferException("There is no picture to make again: open one that " + NeuralStyleTransfer.LABEL +
				" or " + ApplyStyleNetwork.LABEL + " has made.");
		}
		if (picture.getStackSize() > 1) {
			throw new StyleTransferException("The image " + Quoted.of(picture.getTitle()) + " has " + picture.getStackSize() +
				" slices: run the macro line that its Info has, or open the file of one slice that " + NeuralStyleTransfer.LABEL +
				" or " + ApplyStyleNetwork.LABEL + " has written into a folder.");
		}
		surroundings = new Surroundings(picture);
		info = info();
		provenance = ResultInfo.provenance(info).orElse(null);
		painting = ResultInfo.painting(info).orElse(null);
		if (provenance == null && painting == null) {
			throw new StyleTransferException("The image " + Quoted.of(picture.getTitle()) +
				" does not tell how it was made: use a picture that " + NeuralStyleTransfer.LABEL + " or " +
				ApplyStyleNetwork.LABEL + " has made, and that was saved as TIFF, or as PNG by the command line.");
		}
		(provenance == null ? painting.former() : provenance.former()).ifPresent(former -> {
			throw new StyleTransferException("The picture cannot be made again by itself, as it goes on from the frame " + Quoted
				.of(former.name()) + ": " + (provenance == null ? "paint" : "redraw") +
				" the stack or movie again, with all frames before it.");
		});
		if (provenance == null && painting.isStopped()) {
			throw new StyleTransferException("The picture cannot be made again, as " + ApplyStyleNetwork.LABEL +
				" was stopped before all of it was painted: run the macro line that its Info has, and it is painted whole.");
		}
	}

	@Override
	void execute() throws IOException {
		log().info(LABEL + ": " + picture.getTitle());
		result = provenance == null ? paintedAgain() : redrawnAgain();
	}

	@Override
	ImagePlus shownResult() {
		return result;
	}

	// -- ReproduceStyleTransfer methods --

	/**
	 * Returns a sentence on why a picture's pixels may be others when it is made again, nothing if they are the same.
	 *
	 * @param before how it was made
	 * @param now how it was made again
	 */
	static Optional<String> difference(final Provenance before, final Provenance now) {
		return difference(maker(before), maker(now), before.precision() == now.precision());
	}

	// -- Helper methods --

	private ImagePlus redrawnAgain() throws IOException {
		final PictureSearch search = new PictureSearch(surroundings.places());
		final Provenance.Picture recorded = provenance.content();
		final Optional<ImagePlus> content = search.find(CONTENT, recorded);
		final Optional<ImagePlus> start = provenance.start().flatMap(picked -> search.find("start image", picked));
		final List<Provenance.Picture> all = new ArrayList<>(provenance.styles());
		all.add(recorded);
		final List<ImagePlus> masks = surroundings.masks(all, info);
		final List<ImagePlus> styleImages = new ArrayList<>();
		final List<Style> styles = new ArrayList<>();
		for (final Provenance.Picture style : provenance.styles()) {
			search.find(STYLE, style).ifPresent(image -> {
				styleImages.add(image);
				style(image, style, masks, search).ifPresent(styles::add);
			});
		}
		final GreyValues kind = content.map(image -> kind(image, recorded)).orElse(null);
		final Optional<StyleTransferJob> job = content.flatMap(image -> job(image, pixels(image, kind), recorded, provenance
			.styles().size(), start.orElse(null), masks, search));
		final Optional<StartPainter> painter = provenance.startNetwork().flatMap(network -> painter(network, search));
		search.check(advice());
		final ResultImage made = new ResultImage(content.orElseThrow(), StyleImages.inWords(styles.size(), styleImages),
			kind);
		return reproduce(weights(), pixels(content.orElseThrow(), kind), job.orElseThrow(), styles, painter.orElse(null),
			made);
	}

	private ImagePlus paintedAgain() {
		final PictureSearch search = new PictureSearch(surroundings.places());
		final Provenance.Picture recorded = painting.content();
		final Optional<ImagePlus> content = search.find(CONTENT, recorded);
		final GreyValues kind = content.map(image -> kind(image, recorded)).orElse(null);
		final Optional<StyleTransferJob> job = content.flatMap(image -> job(image, pixels(image, kind), recorded, 1, null,
			surroundings.masks(List.of(recorded), info), search));
		search.check(advice());
		final StyleNetwork network = new NetworkSearch(surroundings, info).find(painting);
		final ResultImage made = new ResultImage(content.orElseThrow(), "in the style of " + network.card().name(), kind);
		return paint(network, pixels(content.orElseThrow(), kind), job.orElseThrow(), made);
	}

	/** Returns the picture's Info; ImageJ does not read that of PNG and JPEG files. */
	private String info() {
		final String ofImage = ResultInfo.of(picture);
		final FileInfo original = picture.getOriginalFileInfo();
		if (ResultInfo.origin(ofImage).isPresent() || original == null ||
			original.fileName == null) return ofImage;
		final Optional<Path> file = surroundings.file(original.fileName);
		try {
			return file.isEmpty() ? ofImage : PictureReader.info(file.get());
		}
		catch (final StyleTransferException exc) {
			// NB: Another reader could read it, and so it is none that was written here.
			return ofImage;
		}
	}

	private String advice() {
		return "open the images that it was made from" + surroundings.folder().map(folder -> ", or put their files into " +
			folder).orElse("");
	}

	private Optional<Style> style(final ImagePlus image, final Provenance.Picture recorded,
		final List<ImagePlus> masks, final PictureSearch search)
	{
		final Style whole = Style.of(DisplayedPixels.of(image)).named(recorded.name()).weighted(recorded.share());
		final Optional<Style> style = new RegionSearch(image, masks).limited(whole, recorded);
		if (style.isEmpty()) search.addProblem(unknownRegion(STYLE, recorded));
		return style;
	}

	private static Optional<StyleTransferJob> job(final ImagePlus image,
		final RandomAccessibleInterval<? extends NumericType<?>> pixels, final Provenance.Picture recorded,
		final int styleCount, final ImagePlus start, final List<ImagePlus> masks, final PictureSearch search)
	{
		final Optional<StyleTransferJob> job = new RegionSearch(image, masks).job(pixels, styleCount, start, recorded);
		if (job.isEmpty()) search.addProblem(unknownRegion(CONTENT, recorded));
		return job.map(found -> found.named(recorded.name()));
	}

	/** Returns the content's grey values if the picture was made of them; null if it was made of what is shown. */
	private GreyValues kind(final ImagePlus content, final Provenance.Picture recorded) {
		final boolean isOfColours = picture.getBitDepth() == 24 && PictureSearch.isShown(content, recorded);
		return !isOfColours && PictureSearch.isGreyOf(content, recorded) ? new GreyValues(content) : null;
	}

	private static RandomAccessibleInterval<? extends NumericType<?>> pixels(final ImagePlus content,
		final GreyValues kind)
	{
		return kind == null ? DisplayedPixels.of(content) : kind.pixels();
	}

	private static String unknownRegion(final String role, final Provenance.Picture picture) {
		return "the selection, mask or labels of the " + PictureSearch.called(role, picture) +
			" are not there (select the same again, or open them)";
	}

	private WeightsSource weights() throws IOException {
		final String name = provenance.network();
		final String version = "use version " + Quoted.of(provenance.version()) + " of the plugin, which made it";
		final WeightsSource bundled = new BundledWeights();
		final String checksum = provenance.weightsChecksum();
		if (name.equals(bundled.name())) return new SameWeights(bundled, checksum, version);
		if (name.equals(PublishedWeights.VGG16.name())) return new SameWeights(vgg16(), checksum, version);
		final String place = surroundings.folder().map(folder -> "put it into " + folder).orElse(
			"save the picture in the folder of that file");
		final Path file = surroundings.file(name).orElseThrow(
			() -> new StyleTransferException("The picture cannot be made again, as the file with the network's weights " + Quoted
				.of(name) + " is missing: " + place + "."));
		return new SameWeights(new WeightsFile(file), checksum, "find the file of that name that made it");
	}

	/** Looks for the network that painted what was started from. */
	private Optional<StartPainter> painter(final Provenance.Painter recorded, final PictureSearch search) {
		final Optional<StyleNetwork> network = new NetworkSearch(surroundings, info).withChecksum(recorded.checksum());
		if (network.isEmpty()) {
			search.addProblem("the style network " + Quoted.of(recorded.name()) +
				" that painted what it was started from is missing");
		}
		return network.map(NetworkStart::new);
	}

	/** Returns the picture, or null if the user closed its window. */
	private ImagePlus reproduce(final WeightsSource weights,
		final RandomAccessibleInterval<? extends NumericType<?>> pixels, final StyleTransferJob job, final List<Style> styles,
		final StartPainter painter, final ResultImage made)
	{
		final StyleTransfer transfer = new StyleTransfer(weights, provenance.recipeAsComputed()).startingWith(painter);
		try (ProgressReporter reporter = new ProgressReporter(made, context(), createTask(), this::isStopRequested);
				StyleTransferSession session = transfer.open(styles, MachineShare.all()))
		{
			made.preview(pixels, provenance.recipe().get(Settings.SIZE));
			final StoppedListener stopped = new StoppedListener(provenance.isStopped() ? provenance.evaluations()
				: Integer.MAX_VALUE);
			final StyleTransferResult transferred = session.run(job, new ListenerPair(reporter, stopped));
			final boolean isStoppedNow = transferred.isCancelled() && !stopped.isReached();
			reporter.finished(isStoppedNow);
			if (isStoppedNow) setStopped();
			difference(provenance, transferred.provenance()).ifPresent(log()::warn);
			if (made.isClosed()) return null;
			made.finish(FinishedPicture.of(transferred), ResultInfo.macro(info));
			return made.image();
		}
		catch (final RuntimeException | Error exc) {
			made.discard();
			throw exc;
		}
	}

	/** Returns the picture, or null if the user closed its window. */
	private ImagePlus paint(final StyleNetwork network,
		final RandomAccessibleInterval<? extends NumericType<?>> pixels, final StyleTransferJob job, final ResultImage made)
	{
		try (PaintingReporter reporter = new PaintingReporter(made, 1, context(), createTask(), this::isStopRequested);
				PaintingSession session = new PaintingSession(network, painting.recipe(), MachineShare.all()))
		{
			made.preview(pixels, painting.recipe().get(PaintingSettings.SIZE));
			final PaintedPicture painted = session.run(job, reporter);
			reporter.finished(painted);
			if (painted.isCancelled()) setStopped();
			difference(maker(painting), maker(painted.provenance()), true).ifPresent(log()::warn);
			if (made.isClosed()) return null;
			made.finish(FinishedPicture.of(painted), ResultInfo.macro(info));
			return made.image();
		}
		catch (final RuntimeException | Error exc) {
			made.discard();
			throw exc;
		}
	}

	/** @param isInSmallWays whether pixels can differ in small ways alone */
	private static Optional<String> difference(final String before, final String now, final boolean isInSmallWays) {
		if (before.equals(now)) return Optional.empty();
		return Optional.of("The picture was made " + before + ", and is made again " + now + ": pixels " + (isInSmallWays
			? "may differ in small ways." : "will differ."));
	}

	private static String maker(final Provenance picture) {
		return maker(picture.version(), picture.device(), picture.engine());
	}

	private static String maker(final PaintingProvenance picture) {
		return maker(picture.version(), picture.device(), picture.engine());
	}

	private static String maker(final String version, final String device, final String engine) {
		return "by version " + Quoted.of(version) + " on " + Quoted.of(device) + (engine.isEmpty() ? "" : " with " + Quoted
			.of(engine));
	}
}
