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

import static net.neuralstyle.imagej.input.InputKind.ADVANCED;
import static net.neuralstyle.imagej.input.InputKind.BEFORE;
import static net.neuralstyle.imagej.input.InputKind.INSTEAD_OF;
import static net.neuralstyle.imagej.input.InputKind.LIST;
import static net.neuralstyle.imagej.input.RememberedInputs.REMEMBERED;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import net.neuralstyle.StyleTransferException;
import net.neuralstyle.WrongSettingException;
import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.BatchMode;
import net.neuralstyle.batch.BatchPart;
import net.neuralstyle.batch.BatchPlace;
import net.neuralstyle.batch.BatchPlan;
import net.neuralstyle.batch.BatchReport;
import net.neuralstyle.batch.BatchStatus;
import net.neuralstyle.batch.BatchUnit;
import net.neuralstyle.batch.UnitReport;
import net.neuralstyle.feedforward.BundledNetworks;
import net.neuralstyle.imagej.batch.BatchProgress;
import net.neuralstyle.imagej.batch.BatchTable;
import net.neuralstyle.imagej.batch.ThisComputer;
import net.neuralstyle.imagej.input.NameList;
import net.neuralstyle.imagej.input.NamedNetworks;
import net.neuralstyle.imagej.input.PaintingInputs;
import net.neuralstyle.imagej.input.RecipeInputs;
import net.neuralstyle.imagej.progress.SavedIterations;
import net.neuralstyle.picture.TextWriter;
import net.neuralstyle.samples.SampleStyle;
import net.neuralstyle.sequence.FrameNumbers;

import org.scijava.command.Command;
import org.scijava.module.Module;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Plugins &gt; Style Transfer &gt; Batch Style Transfer: redraws the pictures of a folder, or of a list, from file to
 * file, by style transfers or by style networks. What is there already, made by the same recipe of the same pictures,
 * is skipped; what is wrong with a picture is reported, and the next one is made.
 */
@Plugin(type = Command.class, headless = true, menu = { //
	@Menu(label = "Plugins"), @Menu(label = "Style Transfer"), @Menu(label = BatchStyleTransfer.LABEL) })
public class BatchStyleTransfer extends RecipeCommand {

	/** The command's name in menus and macros. */
	public static final String LABEL = "Batch Style Transfer";

	static final String BLENDED = "blended";
	static final String EACH = "each";

	private static final String STYLE_NETWORKS = "styleNetworks";
	private static final int MOST_THREADS = 1024;

	// NB: Not "required", and not persisted by SciJava, for the reasons of NeuralStyleTransfer.
	@Parameter(label = "Pictures",
		description = "What to redraw: a folder, files with * and ? in their names, a list of files (.txt, a path in each " +
		"line), or a file; several with commas.", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		attrs = { @Attr(name = LIST), @Attr(name = REMEMBERED), @Attr(name = BEFORE,
			value = FIRST_INPUT) })
	private String input = "";

	@Parameter(label = "Slices", description = "Of each stack or movie, what to redraw: current (one picture), all, or " +
		"numbers such as 3-20 or 2,5-7. Of several, the names below end in tif or avi, or in nothing for a folder of frames.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(
			name = BEFORE, value = FIRST_INPUT) })
	private String slices = FrameNumbers.CURRENT;

	@Parameter(label = "Styles",
		description = "Pictures whose style to take, said in the same way, or bundled styles by their names; several with " +
		"commas.", style = FileWidget.OPEN_STYLE, required = false, persist = false, attrs = {
			@Attr(name = LIST), @Attr(name = REMEMBERED), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private String style = "";

	// NB: Not remembered, so that they never take the styles' place unnoticed.
	@Parameter(label = "Style networks",
		description = "Instead of styles, networks that paint: files (.h5, .onnx), said in the same way, or networks by " +
		"their names, as of Apply Style Network; each makes a result of its own of each picture. Empty for none.",
		style = FileWidget.OPEN_STYLE, required = false, persist = false, attrs = { @Attr(name = LIST), @Attr(
			name = INSTEAD_OF, value = "style"), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private String styleNetworks = "";

	@Parameter(label = "Several styles", description = "Are blended in every result, or each of them makes a result of " +
		"its own of each picture.", choices = { BLENDED, EACH }, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(
			name = BEFORE, value = FIRST_INPUT) })
	private String several = BLENDED;

	@Parameter(label = "Output folder", description = "Where the results go; it is made if it is not there.",
		style = FileWidget.DIRECTORY_STYLE, required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(
			name = BEFORE, value = FIRST_INPUT) })
	private String output = "";

	@Parameter(label = "Names", description = "How the results are called; the ending chooses the format: png, jpg or " +
		"tif. {content} and {style} stand for the names of the pictures or networks, {extension} for the ending of " +
		"the content's file.",
		required = false, persist = false, attrs = { @Attr(name = REMEMBERED), @Attr(name = BEFORE, value = FIRST_INPUT) })
	private String name = "{content}-{style}.png";

	@Parameter(label = "Subfolders", description = "Takes the pictures of a folder's subfolders, too, but not those of " +
		"the output folder; the results go into folders of the same names.", persist = false, attrs = { @Attr(
			name = REMEMBERED), @Attr(name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private boolean subfolders;

	@Parameter(label = "Style blend", description = "The shares of styles that are blended, a positive number for each " +
		"with commas, such as 2,1; empty for the same of each.", required = false, persist = false, attrs = { @Attr(
			name = ADVANCED), @Attr(name = BEFORE, value = FIRST_ADVANCED_INPUT) })
	private String styleBlend = "";

	@Parameter(label = "Overwrite", description = "Makes all pictures, whatever is there. Else what is there, made by " +
		"the same recipe of the same pictures, is skipped.", persist = false)
	private boolean overwrite;

	@Parameter(label = "Dry run", description = "Tells what would be done and why, and does nothing.", persist = false)
	private boolean dryRun;

	@Parameter(label = "Part", description = "Shares the work with other processes: 3/16 makes the third of every " +
		"sixteen pictures; empty for all.", required = false, persist = false, attrs = @Attr(name = ADVANCED))
	private String part = "";

	@Parameter(label = "Save every",
		description = "Writes the picture so far after every so many iterations into a file beside the result; 0 for none.",
		min = "0", max = "" + SavedIterations.LARGEST_INTERVAL, required = false, persist = false, attrs = @Attr(
		name = ADVANCED))
	private Integer saveEvery = 0;

	@Parameter(label = "Threads", description = "How many compute, where several processes share a machine; 0 for one " +
		"for each core. OMP_NUM_THREADS in the environment prevails.", min = "0", max = "" + MOST_THREADS, required = false,
		persist = false, attrs = @Attr(name = ADVANCED))
	private Integer threads = 0;

	@Parameter(label = "Report", description = "Where to write what became of each picture, a table with the ending " +
		".csv; empty for batch-report.csv in the output folder.", style = FileWidget.SAVE_STYLE, required = false,
		persist = false, attrs = @Attr(name = ADVANCED))
	private String report = "";

	private BatchPlace place = new ThisComputer();
	private BatchPlan plan;
	/** Null before the batch begins. */
	private volatile TextWriter reportWriter;

	public BatchStyleTransfer() {
		super(LABEL);
	}

	// -- StyleTransferCommand methods --

	@Override
	void check() {
		super.check();
		checkChoice("several", several, BLENDED, EACH);
		checkRange("Save every", saveEvery, SavedIterations.LARGEST_INTERVAL);
		checkRange("Threads", threads, MOST_THREADS);
		if (isPainting(styleNetworks) && saveEvery > 0) {
			throw new WrongSettingException("Style networks paint in one pass, with nothing to save on the way: leave save " +
				"every out.");
		}
		BatchPart.of(part);
		if (!report.isBlank() && !report.trim().matches("(?is).*\\.csv")) {
			throw new WrongSettingException("The report " + report + " must end in .csv.");
		}
		final Map<String, String> texts = new HashMap<>();
		for (final String key : List.of("input", "slices", "subfolders", "style", STYLE_NETWORKS, "several", "output",
			"name", "styleBlend", "weightsFile", "network", RecipeInputs.START_NETWORK))
		{
			final Object value = value(key);
			texts.put(key, value == null ? "" : value.toString());
		}
		plan = looking(() -> (isPainting(styleNetworks) ? builder(texts).painting(new PaintingInputs(texts()).recipe(),
			isAsContent()) : builder(texts).recipe(inputs().recipe(), weights(texts), isAsContent()).startNetwork(
				startNetwork(texts.get(RecipeInputs.START_NETWORK).trim()))).build());
	}

	@Override
	void checkSettings() {
		if (isPainting(styleNetworks)) new PaintingInputs(texts()).recipe();
		else super.checkSettings();
	}

	@Override
	Map<String, String> consequences(final Map<String, String> before, final Map<String, String> after) {
		final Map<String, String> changes = new HashMap<>(super.consequences(before, after));
		final boolean isPainting = isPainting(after.get(STYLE_NETWORKS));
		if (isPainting != isPainting(before.get(STYLE_NETWORKS))) {
			changes.putAll(isPainting ? PaintingInputs.usual() : PaintingInputs.usualOfTransfers());
		}
		else if (isPainting) changes.replaceAll((name, text) -> PaintingInputs.usual().get(name));
		changes.keySet().retainAll(after.keySet());
		return changes;
	}

	@Override
	void remember(final Module module) {
		// NB: What is said of paintings would be offered for style transfers.
		if (!isPainting(styleNetworks)) super.remember(module);
	}

	@Override
	void execute() throws IOException {
		final List<BatchUnit> units = plan.units(BatchPart.of(part));
		final BatchTable table = hasWindow() ? new BatchTable(LABEL) : null;
		try (BatchProgress progress = new BatchProgress(units.size(), context(), createTask(), this::isStopRequested,
			place::atOnce, table))
		{
			if (dryRun) conclude(make(units, progress), "nothing was written, as this is a dry run", progress);
			else makeAndReport(units, progress);
		}
	}

	@Override
	String note(final Map<String, String> answers) {
		try {
			// NB: As somebody writes, not all that would be refused is looked for.
			final int count = looking(() -> builder(answers).count());
			return count == 1 ? "1 result." : count + " results.";
		}
		catch (final IllegalArgumentException | StyleTransferException exc) {
			return "No results yet.";
		}
	}

	@Override
	void abandon() {
		place.abandon();
		if (reportWriter != null) reportWriter.close();
	}

	@Override
	void setPlace(final BatchPlace newPlace) {
		place = newPlace;
	}

	// -- Helper methods --

	/**
	 * Begins the plan.
	 *
	 * @param texts of this command's own inputs, by name
	 */
	private BatchPlan.Builder builder(final Map<String, String> texts) throws IOException {
		if (texts.get("output").isBlank()) {
			throw new WrongSettingException("There is no output folder: give one, which need not be there yet.");
		}
		return BatchPlan.builder(place.files()).contents(names(texts.get("input")), FrameNumbers.of(texts.get("slices")),
			Boolean.parseBoolean(texts.get("subfolders"))).styles(names(texts.get("style"))).networks(networks(texts.get(
				STYLE_NETWORKS))).each(texts.get("several").equals(
				EACH)).blend(texts.get("styleBlend")).into(texts.get("output").trim(), texts.get("name"));
	}

	/** Does what looks for files. */
	private static <T> T looking(final Callable<T> work) {
		try {
			return work.call();
		}
		catch (final RuntimeException exc) {
			throw exc;
		}
		catch (final Exception exc) {
			throw new StyleTransferException("The pictures cannot be looked for (" + exc.getMessage() +
				"): check the paths, and the network of the disk.", exc);
		}
	}

	private List<String> names(final String text) {
		return NameList.split(text, known -> SampleStyle.find(known).isPresent() || place.files().exists(known));
	}

	/** Networks of ImageJ's folder by their files, as no batch elsewhere knows them by their names. */
	private List<String> networks(final String text) {
		final Predicate<String> isName = known -> NamedNetworks.names().contains(known);
		return NameList.split(text, known -> isName.test(known) || place.files().exists(known)).stream().map(
			this::network).collect(Collectors.toList());
	}

	private String network(final String name) {
		return place.files().exists(name) || BundledNetworks.names().contains(name) ? name : NamedNetworks.fileInFolder(name)
			.map(Path::toString).orElse(name);
	}

	/**
	 * Returns what tells the network whose result is started from.
	 *
	 * @param text what the user says for it; empty for one that was trained for the styles
	 * @throws StyleTransferException if there is none; says what there is
	 */
	private String startNetwork(final String text) throws IOException {
		if (text.isEmpty()) return text;
		if (place.files().exists(text)) return place.files().address(text);
		NamedNetworks.find(text);
		return network(text);
	}

	private static boolean isPainting(final String networks) {
		return networks != null && !networks.isBlank();
	}

	/** What tells the network's weights. */
	private String weights(final Map<String, String> texts) {
		final String file = texts.get("weightsFile");
		return file.isBlank() ? texts.get("network") : place.files().address(file.trim());
	}

	private BatchReport make(final List<BatchUnit> units, final BatchProgress progress) throws IOException {
		return place.make(units, new BatchMode(overwrite, dryRun, saveEvery, threads), reference -> weights(), log()::warn,
			progress);
	}

	private void makeAndReport(final List<BatchUnit> units, final BatchProgress progress) throws IOException {
		final BatchFiles files = place.files();
		files.makeFolder(output.trim());
		BatchPlan.folders(units).forEach(files::makeFolder);
		final BatchPart share = BatchPart.of(part);
		final String address = report.isBlank() ? files.inFolder(output.trim(), "batch-report" + (share.isAll() ? "" : "-" +
			share) + ".csv") : report.trim();
		try (BatchFiles.Claim claim = files.share(address); TextWriter csv = new TextWriter("report", claim.file())) {
			reportWriter = csv;
			final BatchReport result = make(units, progress);
			csv.write(result.toCsv());
			claim.publish();
			conclude(result, "the report is " + address, progress);
		}
	}

	private void conclude(final BatchReport result, final String more, final BatchProgress progress) {
		final int left = result.count(BatchStatus.LEFT) + result.count(BatchStatus.STOPPED) + result.count(BatchStatus.BUSY);
		final int failed = result.count(BatchStatus.FAILED);
		progress.summarize((left > 0 ? "stopped, " : "") + result.summary());
		if (failed > 0 && (left == 0 || result.rows().stream().anyMatch(UnitReport::isOfFullDisk))) {
			throw new StyleTransferException("Not all pictures could be made, " + result.summary() + "; " + more + ".");
		}
		if (left > 0) setStopped();
		log().info((left > 0 ? "Stopped: " : "") + result.summary() + "; " + more);
	}

	private static void checkRange(final String label, final Integer value, final int most) {
		if (value != null && value >= 0 && value <= most) return;
		throw new WrongSettingException(label + " must be from 0 to " + most + ", not " + value + ".");
	}
}
