// Trains a small network for a moment, far too short for good pictures, to show how it is done; then goes on with it.
//
// Writes network.h5, and network.h5.checkpoint, from which the training can go on.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/train.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
folder = getArgument();
if (folder == "") folder = "target";

// A folder with some dozens of photographs at least would be better, some thousand steps, and the usual sizes.
options = "style=gravel photographs=sample-images/content output=[" + folder + "/network.h5]" +
	" picturesperstep=2 picturesize=64 width=4 residualblocks=1";
run("Train Style Network", options + " steps=4");

// Stopped by Escape, killed, or at its end: "resume" goes on as if it had not stopped.
run("Train Style Network", options + " steps=6 resume");
