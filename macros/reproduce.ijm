// Reads from a result how it was made, and makes it again, pixel for pixel, from that and the content.
//
// Writes reproduce-first.tif, reproduce-again.tif and reproduce.txt.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/reproduce.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

open("sample-images/content/astronaut.png");
run("Neural Style Transfer", "style=gravel strength=2 size=160 iterations=3");
// TIFF keeps the Info. PNG files have it if the command line or stylize.ijm wrote them.
saveAs("Tiff", folder + "/reproduce-first.tif");
close();

// Everything that decided what came out; under it the macro line that does the same.
open(folder + "/reproduce-first.tif");
File.saveString(getMetadata("Info"), folder + "/reproduce.txt");

// The content is found among the open images by its checksum, whatever it is called now.
run("Reproduce Style Transfer");
saveAs("Tiff", folder + "/reproduce-again.tif");
