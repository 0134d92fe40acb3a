// Redraws slices 2 to 4 of a stack, with a mask of their own each; the result is a stack with the same labels.
//
// Writes stack.tif.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/stack.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

// The camera moves over a picture.
open("sample-images/content/chelsea.png");
picture = getImageID();
newImage("walk", "RGB", 160, 120, 5);
for (i = 1; i <= 5; i++) {
	selectImage(picture);
	makeRectangle(100 + 15 * i, 60 + 5 * i, 160, 120);
	run("Copy");
	selectImage("walk");
	setSlice(i);
	run("Paste");
	setMetadata("Label", "moment " + i);
}
run("Select None");

// A curtain that opens: each slice has its slice of the mask. A mask of a single slice is for all.
newImage("curtain", "8-bit black", 160, 120, 5);
setColor(255);
for (i = 1; i <= 5; i++) {
	setSlice(i);
	fillRect(80 - 15 * i, 0, 30 * i, 120);
}

selectImage("walk");
run("Neural Style Transfer", "slices=2-4 mask=curtain style=great-wave size=0 iterations=2");
print(nSlices + " slices, the first is " + getInfo("slice.label"));
saveAs("Tiff", folder + "/stack.tif");
