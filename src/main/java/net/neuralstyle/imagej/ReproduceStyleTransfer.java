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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
import net.neuralstyle.feedforward.StyleNetwork;
import net.neuralstyle.imagej.image.DisplayedPixels;
import net.neuralstyle.imagej.image.FinishedPicture;
import net.neuralstyle.imagej.image.GreyValues;
import net.neuralstyle.imagej.image.OpenImages;
import net.neuralstyle.imagej.image.ResultImage;
import net.neuralstyle.imagej.image.ResultInfo;
import net.neuralstyle.imagej.input.MacroLine;
import net.neuralstyle.imagej.input.MacroOptions;
import net.neuralstyle.imagej.input.NameList;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.StyleImages;
import net.neuralstyle.imagej.progress.ListenerPair;
import net.neuralstyle.imagej.progress.ProgressReporter;
import net.neuralstyle.imagej.progress.StoppedListener;
import net.neuralstyle.imagej.reproduce.FolderPictures;
import net.neuralstyle.imagej.reproduce.OpenPictures;
import net.neuralstyle.imagej.reproduce.PicturePlace;
import net.neuralstyle.imagej.reproduce.PictureSearch;
import net.neuralstyle.imagej.reproduce.RegionSearch;
import net.neuralstyle.imagej.reproduce.SameWeights;
import net.neuralstyle.imagej.reproduce.SamplePictures;
import net.neuralstyle.picture.PictureReader;
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
	/** Keys of the inputs of {@link NeuralStyleTransfer} that name masks and labels. */
	private static final List<String> MASKS = List.of("mask", "labels", "stylemask");

	@Parameter(label = "Picture", description = "The picture to make again; it must tell how it was made. It is not " +
		"changed.", required = false, persist = false)
	private ImagePlus picture;

	@Parameter(type = ItemIO.OUTPUT, label = "Result")
	private ImagePlus result;

	private String info;
	private Provenance provenance;

	public ReproduceStyleTransfer() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		if (picture == null || picture.getWidth() == 0) {
			throw new StyleTransferException("There is no picture to make again: open one that " + NeuralStyleTransfer.LABEL +
				" has made.");
		}
		if (picture.getStackSize() > 1) {
			throw new StyleTransferException("The image " + Quoted.of(picture.getTitle()) + " has " + picture.getStackSize() +
				" slices: run the macro line that its Info has, or open the file of one slice that " + NeuralStyleTransfer.LABEL +
				" has written into a folder.");
		}
		info = info();
		ResultInfo.painting(info).ifPresent(painting -> {
			throw new StyleTransferException("The image " + Quoted.of(picture.getTitle()) + " was painted by the network " +
				Quoted.of(painting.network()) + ": run the macro line that its Info has, and it is painted again.");
		});
		provenance = ResultInfo.provenance(info).orElseThrow(() -> new StyleTransferException("The image " + Quoted.of(picture
			.getTitle()) + " does not tell how it was made: use a picture that " + NeuralStyleTransfer.LABEL +
			" has made, and that was saved as TIFF, or as PNG by the command line."));
		provenance.former().ifPresent(former -> {
			throw new StyleTransferException("The picture cannot be made again by itself, as it goes on from the frame " + Quoted
				.of(former.name()) + ": redraw the stack or movie again, with all frames before it.");
		});
	}

	@Override
	void execute() throws IOException {
		final PictureSearch search = new PictureSearch(places());
		final Provenance.Picture recorded = provenance.content();
		final Optional<ImagePlus> content = search.find(CONTENT, recorded);
		final Optional<ImagePlus> start = provenance.start().flatMap(picked -> search.find("start image", picked));
		final List<ImagePlus> masks = masks();
		final List<ImagePlus> styleImages = new ArrayList<>();
		final List<Style> styles = new ArrayList<>();
		for (final Provenance.Picture style : provenance.styles()) {
			search.find(STYLE, style).ifPresent(image -> {
				styleImages.add(image);
				style(image, style, masks, search).ifPresent(styles::add);
			});
		}
		final GreyValues kind = content.map(this::kind).orElse(null);
		final Optional<StyleTransferJob> job = content.flatMap(image -> job(image, pixels(image, kind), start.orElse(null),
			masks, search));
		final Optional<StartPainter> painter = provenance.startNetwork().flatMap(network -> painter(network, search));
		search.check("open the images that it was made from" + folder().map(folder -> ", or put their files into " + folder)
			.orElse(""));
		final ResultImage made = new ResultImage(content.orElseThrow(), StyleImages.inWords(styles.size(), styleImages),
			kind);
		result = reproduce(weights(), pixels(content.orElseThrow(), kind), job.orElseThrow(), styles, painter.orElse(
			null), made);
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
		if (maker(before).equals(maker(now))) return Optional.empty();
		return Optional.of("The picture was made " + maker(before) + ", and is made again " + maker(now) + ": pixels " +
			(before.precision() == now.precision() ? "may differ in small ways." : "will differ."));
	}

	// -- Helper methods --

	/** Returns the picture's Info; ImageJ does not read that of PNG and JPEG files. */
	private String info() {
		final String ofImage = ResultInfo.of(picture);
		final FileInfo original = picture.getOriginalFileInfo();
		if (ResultInfo.origin(ofImage).isPresent() || original == null ||
			original.fileName == null) return ofImage;
		final Optional<Path> file = folder().flatMap(folder -> FolderPictures.file(folder, original.fileName));
		try {
			return file.isEmpty() ? ofImage : PictureReader.info(file.get());
		}
		catch (final StyleTransferException exc) {
			// NB: Another reader could read it, and so it is none that was written here.
			return ofImage;
		}
	}

	/** The folder of the picture's file, if it is known. */
	private Optional<Path> folder() {
		final FileInfo original = picture.getOriginalFileInfo();
		if (original == null || original.directory == null || original.directory.isEmpty()) return Optional.empty();
		try {
			return Optional.of(Paths.get(original.directory)).filter(Files::isDirectory);
		}
		catch (final InvalidPathException exc) {
			// NB: The address of a server.
			return Optional.empty();
		}
	}

	private Optional<Style> style(final ImagePlus image, final Provenance.Picture recorded,
		final List<ImagePlus> masks, final PictureSearch search)
	{
		final Style whole = Style.of(DisplayedPixels.of(image)).named(recorded.name()).weighted(recorded.share());
		final Optional<Style> style = new RegionSearch(image, masks).limited(whole, recorded);
		if (style.isEmpty()) search.addProblem(unknownRegion(STYLE, recorded));
		return style;
	}

	private Optional<StyleTransferJob> job(final ImagePlus image,
		final RandomAccessibleInterval<? extends NumericType<?>> pixels, final ImagePlus start, final List<ImagePlus> masks,
		final PictureSearch search)
	{
		final Provenance.Picture recorded = provenance.content();
		final Optional<StyleTransferJob> job = new RegionSearch(image, masks).job(pixels, provenance.styles().size(), start,
			recorded);
		if (job.isEmpty()) search.addProblem(unknownRegion(CONTENT, recorded));
		return job.map(found -> found.named(recorded.name()));
	}

	/** Returns the content's grey values if the picture was made of them; null if it was made of what is shown. */
	private GreyValues kind(final ImagePlus content) {
		final boolean isOfColours = picture.getBitDepth() == 24 && PictureSearch.isShown(content, provenance.content());
		return !isOfColours && PictureSearch.isGreyOf(content, provenance.content()) ? new GreyValues(content) : null;
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

	/**
	 * The images that may be masks or have labels: those that are open, and those of the folder that the macro names; none
	 * if all of each picture took part.
	 */
	private List<ImagePlus> masks() {
		final Stream<Provenance.Picture> pictures = Stream.concat(Stream.of(provenance.content()), provenance.styles()
			.stream());
		if (pictures.allMatch(recorded -> recorded.regions().isEmpty())) return List.of();
		final List<ImagePlus> masks = new ArrayList<>(OpenImages.all());
		folder().ifPresent(folder -> MASKS.stream().flatMap(this::named).flatMap(name -> FolderPictures.file(folder, name)
			.stream()).flatMap(ReproduceStyleTransfer::read).forEach(masks::add));
		return masks;
	}

	/** The names that the macro in the Info has for an input, by its key. */
	private Stream<String> named(final String key) {
		try {
			final String names = MacroOptions.parse(MacroLine.options(ResultInfo.macro(info))).getOrDefault(key, "");
			return Stream.concat(Stream.of(names), NameList.split(names, name -> false).stream()).distinct();
		}
		catch (final StyleTransferException exc) {
			// NB: Anybody may have written the Info.
			return Stream.empty();
		}
	}

	/** Returns a file's image as it is shown and with its values, nothing if it cannot be read. */
	private static Stream<ImagePlus> read(final Path file) {
		try {
			return Stream.of(PictureReader.read(file, 0).image(), PictureReader.readValues(file).image());
		}
		catch (final StyleTransferException exc) {
			return Stream.empty();
		}
	}

	private List<PicturePlace> places() {
		final List<PicturePlace> places = new ArrayList<>();
		places.add(new OpenPictures());
		places.add(new SamplePictures());
		folder().ifPresent(folder -> places.add(new FolderPictures(folder)));
		return places;
	}

	private WeightsSource weights() throws IOException {
		final String name = provenance.network();
		final String version = "use version " + Quoted.of(provenance.version()) + " of the plugin, which made it";
		final WeightsSource bundled = new BundledWeights();
		final String checksum = provenance.weightsChecksum();
		if (name.equals(bundled.name())) return new SameWeights(bundled, checksum, version);
		if (name.equals(PublishedWeights.VGG16.name())) return new SameWeights(vgg16(), checksum, version);
		final String place = folder().map(folder -> "put it into " + folder).orElse(
			"save the picture in the folder of that file");
		final Path file = folder().flatMap(folder -> FolderPictures.file(folder, name)).orElseThrow(
			() -> new StyleTransferException("The picture cannot be made again, as the file with the network's weights " + Quoted
				.of(name) + " is missing: " + place + "."));
		return new SameWeights(new WeightsFile(file), checksum, "find the file of that name that made it");
	}

	/** Looks for the network that painted what was started from: among those that are offered, and in the folder. */
	private Optional<StartPainter> painter(final Provenance.Painter recorded, final PictureSearch search) {
		final Optional<StyleNetwork> offered = NamedNetworks.withChecksum(recorded.checksum());
		final Optional<StyleNetwork> network = offered.isPresent() ? offered : folder().flatMap(
			folder -> NamedNetworks.withChecksum(recorded.checksum(), folder));
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
		log().info(LABEL + ": " + picture.getTitle());
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

	private static String maker(final Provenance picture) {
		final String engine = picture.engine().isEmpty() ? "" : " with " + Quoted.of(picture.engine());
		return "by version " + Quoted.of(picture.version()) + " on " + Quoted.of(picture.device()) + engine;
	}
}
