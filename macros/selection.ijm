// Redraws what is selected alone, with a soft edge; all other pixels stay as they are.
//
// Writes selection.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/selection.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

open("sample-images/content/chelsea.png");
makeOval(120, 10, 230, 260);
// The size 0 is that of the picture itself: of another size, what is outside is resized.
run("Neural Style Transfer", "style=great-wave size=0 softedge=25 iterations=3");
saveAs("PNG", folder + "/selection.png");
