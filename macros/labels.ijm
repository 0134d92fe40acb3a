// Gives each label of a label image, as segmentation makes it, a style of its own: 1 the first one, 2 the second one;
// where the label is 0 the picture stays as it is.
//
// Writes labels.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/labels.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

newImage("labels", "8-bit black", 451, 300, 1);
setColor(1);
fillRect(0, 0, 150, 300);
setColor(2);
fillRect(300, 0, 151, 300);
open("sample-images/content/chelsea.png");
run("Neural Style Transfer", "labels=labels style=great-wave morestyles=poppies size=0 iterations=3");
saveAs("PNG", folder + "/labels.png");
