// Redraws one picture in the style of another one and saves the result, without any windows.
//
// Argument: key=value pairs, separated by spaces; values with spaces in [brackets].
//   content=PATH  style=PATH  output=PATH     needed; the output's extension chooses the format: png, jpg or tif
//   network=[Compact VGG (bundled)] weightsfile=PATH size=512 iterations=10 contentweight=0.025 styleweight=5
//   totalvariationweight=1 start=content pyramid=0 tilesize=0 seed=1
//                                             optional, as in the dialog
//
// Example:
//   java -Djava.awt.headless=true -jar ij.jar -batch stylize.ijm "content=a.png style=b.jpg output=c.png size=512"

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable"); // does nothing where there is a display
setBatchMode(true);
argument = getArgument();
keys = newArray("content", "style", "output", "network", "weightsfile", "size", "iterations", "contentweight", "styleweight",
	"totalvariationweight", "start", "pyramid", "tilesize", "seed");
checkKeys(argument);

contentPath = needed("content");
stylePath = needed("style");
outputPath = needed("output");
checkFile(contentPath);
checkFile(stylePath);
format = formatOf(outputPath);
if (outputPath == contentPath || outputPath == stylePath)
	exit("The output " + outputPath + " is one of the images that are read: give it another name.");
parent = folderOf(outputPath);
if (parent != "" && !File.isDirectory(parent))
	exit("There is no folder " + parent + " for the output: create it first.");

settings = "";
for (i = 3; i < keys.length; i++) {
	value = valueOf(keys[i], "");
	if (value != "") settings = settings + " " + keys[i] + "=[" + value + "]";
}

content = openImage(contentPath);
style = openImage(stylePath);
selectImage(content);
title = getTitle();
selectImage(style);
title = title + " in the style of " + getTitle();
run("Neural Style Transfer", "content=" + content + " style=" + style + settings);
if (!isOpen(title)) exit("There is no result to save.");
selectImage(title);
saveAs(format, outputPath);
if (!File.exists(outputPath)) exit("The picture could not be written to " + outputPath + ": check the permissions and the space on the disk.");
print("Saved " + outputPath);

// Returns the value of a key in the argument.
function valueOf(key, otherwise) {
	text = " " + argument + " ";
	start = indexOf(text, " " + key + "=");
	if (start < 0) return otherwise;
	start = start + lengthOf(key) + 2;
	if (startsWith(substring(text, start), "[")) {
		end = indexOf(text, "]", start);
		if (end < 0) exit("The bracket after " + key + "= is not closed.");
		return substring(text, start + 1, end);
	}
	return substring(text, start, indexOf(text, " ", start));
}

function needed(key) {
	value = valueOf(key, "");
	if (value == "") exit("The argument lacks " + key + "=PATH: give content, style and output.");
	return value;
}

// Stops at a key that is not known, as it would otherwise be ignored silently.
function checkKeys(text) {
	text = replace(text, "\\[[^\\]]*\\]", "");
	parts = split(text, " ");
	for (i = 0; i < parts.length; i++) {
		if (parts[i] == "") continue;
		key = parts[i];
		if (indexOf(key, "=") >= 0) key = substring(key, 0, indexOf(key, "="));
		known = false;
		for (k = 0; k < keys.length; k++) {
			if (keys[k] == key) known = true;
		}
		if (!known || indexOf(parts[i], "=") < 0) exit("\"" + parts[i] + "\" is not a setting of stylize.ijm: see the comment at its start.");
	}
}

function checkFile(path) {
	if (!File.exists(path) || File.isDirectory(path)) exit("There is no image file " + path + ": check its path.");
}

// Returns the folder in a path, or nothing if there is none.
function folderOf(path) {
	slash = maxOf(lastIndexOf(path, "/"), lastIndexOf(path, File.separator));
	if (slash <= 0) return "";
	return substring(path, 0, slash);
}

function formatOf(path) {
	lower = toLowerCase(path);
	if (endsWith(lower, ".png")) return "png";
	if (endsWith(lower, ".jpg") || endsWith(lower, ".jpeg")) return "jpeg";
	if (endsWith(lower, ".tif") || endsWith(lower, ".tiff")) return "tiff";
	exit("The output " + path + " must end in .png, .jpg or .tif.");
}

function openImage(path) {
	before = nImages;
	if (call("net.neuralstyle.imagej.ij1.HeadlessImageJ.mayBeImage", path) == "true") open(path);
	if (nImages == before) exit("The file " + path + " is not an image that ImageJ can open.");
	return getImageID();
}
