#@ ImagePlus (label = "Content", description = "A stack's slices are redrawn one after the other") content
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of the content", value = 512) size
#@ Integer (label = "Iterations", value = 10) iterations
#@output ImagePlus result

# Calls the engine itself, which needs no command and no window: ImgLib2 images go in and come out.

from ij import IJ, ImagePlus, ImageStack
from ij.process import ColorProcessor
from net.imglib2.img.array import ArrayImgs
from net.imglib2.view import Views
from net.neuralstyle import Style, StyleTransfer, StyleTransferJob, StyleTransferListener
from net.neuralstyle.image import WeightMap
from net.neuralstyle.recipe import Recipe, Settings
from net.neuralstyle.samples import SampleStyle
from net.neuralstyle.weights import BundledWeights


def coloursOf(image):
    """What an ImageJ image shows."""
    colours = image.getProcessor().convertToColorProcessor()
    return ArrayImgs.argbs(colours.getPixels(), [colours.getWidth(), colours.getHeight()])


def processorOf(picture):
    colours = ColorProcessor(picture.dimension(0), picture.dimension(1))
    for i, pixel in enumerate(Views.flatIterable(picture)):
        colours.set(i, pixel.get())
    return colours


class Reporter(StyleTransferListener):

    def evaluationFinished(self, progress):
        IJ.showProgress(progress.evaluation(), progress.evaluations())

    def isCancelled(self):
        return IJ.escapePressed()


# Settings has all that can be set, Preset the presets' recipes.
recipe = Recipe.builder().set(Settings.SIZE, size).set(Settings.ITERATIONS, iterations).build()

# Twice as much of the first style as of the second. Any image can be one: Style.of(coloursOf(image)).
styles = [Style.of(SampleStyle.byName(name).read()).named(name).weighted(share)
          for name, share in [("great-wave", 2), ("ink-drawing", 1)]]

# A selection limits where the style goes.
region = None
if content.getRoi() is not None and content.getRoi().isArea():
    mask = content.createRoiMask()
    region = WeightMap.of(ArrayImgs.unsignedBytes(mask.getPixels(), [mask.getWidth(), mask.getHeight()]), 255)

# A session keeps what pictures of one style have in common; it holds memory until it is closed.
pictures = ImageStack()
IJ.resetEscape()
session = StyleTransfer(BundledWeights(), recipe).open(styles)
try:
    for slice in range(1, content.getStackSize() + 1):
        content.setSlice(slice)
        job = StyleTransferJob.of(coloursOf(content)).named(content.getTitle())
        if region is not None:
            job = job.within(region)
        transferred = session.run(job, Reporter())
        pictures.addSlice(processorOf(transferred.image()))
        if transferred.isCancelled():
            break
finally:
    session.close()
result = ImagePlus(content.getTitle() + " redrawn", pictures)
