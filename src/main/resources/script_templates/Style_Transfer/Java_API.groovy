#@ ImagePlus (label = "Content", description = "A stack's slices are redrawn one after the other") content
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of the content", value = 512) size
#@ Integer (label = "Iterations", value = 10) iterations
#@output ImagePlus result

// Calls the engine itself, which needs no command and no window: ImgLib2 images go in and come out.

import ij.IJ
import ij.ImagePlus
import ij.ImageStack
import ij.process.ColorProcessor
import net.imglib2.img.array.ArrayImgs
import net.imglib2.view.Views
import net.neuralstyle.Style
import net.neuralstyle.StyleTransfer
import net.neuralstyle.StyleTransferJob
import net.neuralstyle.StyleTransferListener
import net.neuralstyle.StyleTransferProgress
import net.neuralstyle.image.WeightMap
import net.neuralstyle.recipe.Recipe
import net.neuralstyle.recipe.Settings
import net.neuralstyle.samples.SampleStyle
import net.neuralstyle.weights.BundledWeights

/** What an ImageJ image shows. */
def coloursOf(image) {
	def colours = image.getProcessor().convertToColorProcessor()
	return ArrayImgs.argbs(colours.getPixels(), colours.getWidth(), colours.getHeight())
}

def processorOf(picture) {
	def colours = new ColorProcessor((int) picture.dimension(0), (int) picture.dimension(1))
	int i = 0
	for (pixel in Views.flatIterable(picture)) colours.set(i++, pixel.get())
	return colours
}

class Reporter implements StyleTransferListener {

	@Override
	void evaluationFinished(StyleTransferProgress progress) {
		IJ.showProgress(progress.evaluation(), progress.evaluations())
	}

	@Override
	boolean isCancelled() {
		return IJ.escapePressed()
	}
}

// Settings has all that can be set, Preset the presets' recipes.
def recipe = Recipe.builder().set(Settings.SIZE, size).set(Settings.ITERATIONS, iterations).build()

// Twice as much of the first style as of the second. Any image can be one: Style.of(coloursOf(image)).
def styles = [["great-wave", 2], ["ink-drawing", 1]].collect { name, share ->
	Style.of(SampleStyle.byName(name).read()).named(name).weighted(share)
}

// A selection limits where the style goes.
def region = null
if (content.getRoi() != null && content.getRoi().isArea()) {
	def mask = content.createRoiMask()
	region = WeightMap.of(ArrayImgs.unsignedBytes(mask.getPixels(), mask.getWidth(), mask.getHeight()), 255)
}

// A session keeps what pictures of one style have in common; it holds memory until it is closed.
def pictures = new ImageStack()
IJ.resetEscape()
new StyleTransfer(new BundledWeights(), recipe).open(*styles).withCloseable { session ->
	for (slice in 1..content.getStackSize()) {
		content.setSlice(slice)
		def job = StyleTransferJob.of(coloursOf(content)).named(content.getTitle())
		if (region != null) job = job.within(region)
		def transferred = session.run(job, new Reporter())
		pictures.addSlice(processorOf(transferred.image()))
		if (transferred.isCancelled()) break
	}
}
result = new ImagePlus(content.getTitle() + " redrawn", pictures)
