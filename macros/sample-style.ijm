// Opens a bundled style as an image and takes of it what is selected alone, here the sky without the village.
//
// Writes sample-style.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/sample-style.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

run("Open Sample Style", "name=starry-night");
style = getImageID();
makeRectangle(0, 0, getWidth(), getHeight() / 2);
open("sample-images/content/coffee.png");
run("Neural Style Transfer", "style=" + style + " size=192 iterations=5");
saveAs("PNG", folder + "/sample-style.png");
