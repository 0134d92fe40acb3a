// Redraws a grey image of 16 bits, which stays one: its values are read through the display range, without being
// rounded to 8 bits, and the result's are mapped back into it.
//
// Writes deep-image.tif.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/deep-image.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

open("sample-images/content/ihc.png");
run("16-bit");
for (y = 0; y < getHeight(); y++) {
	for (x = 0; x < getWidth(); x++) setPixel(x, y, 1000 + 100 * getPixel(x, y));
}
setMinAndMax(1000, 26500);
run("Neural Style Transfer", "style=ink-drawing resulttype=[as content] size=192 iterations=4");
getStatistics(area, mean, min, max);
print(bitDepth() + " bits, values from " + min + " to " + max);
saveAs("Tiff", folder + "/deep-image.tif");
