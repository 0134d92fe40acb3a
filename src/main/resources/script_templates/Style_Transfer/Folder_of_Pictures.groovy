#@ CommandService command
#@ File (label = "Pictures", style = "directory") input
#@ File (label = "Results, in another folder", style = "directory") output
#@ File (label = "Style") styleFile
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of each picture", value = 512) size

// Redraws all pictures of a folder in one style.

import ij.IJ
import ij.io.FileSaver
import net.neuralstyle.imagej.NeuralStyleTransfer

if (input == output) throw new IllegalArgumentException("Choose another folder for the results.")
def style = IJ.openImage(styleFile.getPath())
for (file in input.listFiles().sort()) {
	if (!(file.getName() ==~ /(?i).*\.(png|jpe?g|tiff?)/)) continue
	def content = IJ.openImage(file.getPath())
	def done = command.run(NeuralStyleTransfer, true, "content", content, "style", style, "size", size).get()
	def result = done.getOutput("result")
	// It could not be done; the log says why.
	if (result == null) break
	new FileSaver(result).saveAsPng(new File(output, file.getName().replaceAll(/\.\w+$/, ".png")).getPath())
	result.close()
}
