// Redraws all pictures of a folder in one style, without windows.

#@ File (label = "Pictures", style = "directory") input
#@ File (label = "Results, in another folder", style = "directory") output
#@ String (label = "Style", description = "An open image, a file, or a bundled style", value = "great-wave") style
#@ Integer (label = "Size", description = "Longer side in pixels, 0 for that of each picture", value = 512) size

if (input == output) exit("Choose another folder for the results.");
setBatchMode(true);
files = getFileList(input);
for (i = 0; i < files.length; i++) {
	if (!matches(files[i], "(?i).*\\.(png|jpe?g|tiff?)")) continue;
	open(input + File.separator + files[i]);
	run("Neural Style Transfer", "style=[" + style + "] size=" + size);
	saveAs("PNG", output + File.separator + files[i]);
	close(); // the result
	close(); // the picture
}
