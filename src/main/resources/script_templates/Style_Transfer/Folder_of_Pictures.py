#@ CommandService command
#@ File (label = "Pictures", style = "directory") input
#@ File (label = "Results, in another folder", style = "directory") output
#@ File (label = "Style") styleFile
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of each picture", value = 512) size

# Redraws all pictures of a folder in one style.

from os.path import splitext
from ij import IJ
from ij.io import FileSaver
from java.io import File
from net.neuralstyle.imagej import NeuralStyleTransfer

if input == output:
    raise ValueError("Choose another folder for the results.")
style = IJ.openImage(styleFile.getPath())
for file in sorted(input.listFiles()):
    if not file.getName().lower().endswith((".png", ".jpg", ".jpeg", ".tif", ".tiff")):
        continue
    content = IJ.openImage(file.getPath())
    done = command.run(NeuralStyleTransfer, True, "content", content, "style", style, "size", size).get()
    result = done.getOutput("result")
    # It could not be done; the log says why.
    if result is None:
        break
    FileSaver(result).saveAsPng(File(output, splitext(file.getName())[0] + ".png").getPath())
    result.close()
