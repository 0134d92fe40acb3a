// Goes on with a former result: first large strokes, then small ones that start from what the large ones have made.
//
// Writes start-image-large.png and start-image-small.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/start-image.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

open("sample-images/content/coffee.png");
content = getImageID();
run("Neural Style Transfer", "style=starry-night strokesize=3 size=256 iterations=4");
former = getImageID();
saveAs("PNG", folder + "/start-image-large.png");
selectImage(content);
run("Neural Style Transfer", "style=starry-night strokesize=0.75 startimage=" + former + " size=256 " +
	"iterations=2");
saveAs("PNG", folder + "/start-image-small.png");
