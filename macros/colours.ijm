// Redraws a picture three times: in the colours of the style, in its own ones, of which light and dark alone are
// redrawn, and in the style's colours after these were given the picture's range.
//
// Writes colours-style.png, colours-content.png and colours-matched.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/colours.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

open("sample-images/content/coffee.png");
content = getImageID();
choices = newArray("style", "content", "matched");
for (i = 0; i < choices.length; i++) {
	selectImage(content);
	run("Neural Style Transfer", "style=starry-night colours=" + choices[i] + " size=192 iterations=4");
	saveAs("PNG", folder + "/colours-" + choices[i] + ".png");
	close();
}
