// Redraws the active image in the style of another picture.

#@ String (label = "Style", description = "An open image, a file, or a bundled style", value = "great-wave") style
#@ String (label = "Preset", choices = {"Balanced", "Painting", "Photograph", "Preview"}) preset
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of the image", value = 512) size

// The recorder (Plugins > Macros > Record...) writes such a line for all that can be set.
// What is left out is as the preset says.
run("Neural Style Transfer", "style=[" + style + "] preset=[" + preset + "] size=" + size);

// Now the result is the active image.
print(getTitle());
