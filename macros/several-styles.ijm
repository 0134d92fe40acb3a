// Blends two styles, the first with twice the share of the second.
//
// Writes several-styles.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/several-styles.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

open("sample-images/content/astronaut.png");
// A style is the name of a bundled one, an open image, or a file's path.
run("Neural Style Transfer", "style=mosaic morestyles=sample-images/style/ink-drawing.jpg styleblend=2,1 " +
	"size=192 iterations=5");
saveAs("PNG", folder + "/several-styles.png");
