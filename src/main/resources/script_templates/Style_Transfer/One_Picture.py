#@ CommandService command
#@ ImagePlus (label = "Content") content
#@ ImagePlus (label = "Style", description = "Plugins > Style Transfer > Open Sample Style opens one") style
#@ String (label = "Preset", choices = {"Balanced", "Painting", "Photograph", "Preview"}) preset
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of the content", value = 512) size
#@output ImagePlus result

# Redraws an image in the style of another one.

from net.neuralstyle.imagej import NeuralStyleTransfer

# All inputs have the names of the command's fields: content, style, strokeSize, moreStyles (an array of images) ...
# What is left out is as the preset says.
done = command.run(NeuralStyleTransfer, True,
    "content", content, "style", style, "preset", preset, "size", size).get()

# None if it could not be done; the log says why.
result = done.getOutput("result")
