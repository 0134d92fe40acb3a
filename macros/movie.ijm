// Redraws the pictures of a folder, as frames of one movie, into an AVI file, and two frames of that movie, in another
// style, into a folder, frame by frame: memory does not grow with their number.
//
// Writes movie.avi and the folder movie-frames.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/movie.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

// The camera moves over a picture.
File.makeDirectory(folder + "/movie-pictures");
for (i = 1; i <= 4; i++) {
	open("sample-images/content/chelsea.png");
	makeRectangle(100 + 15 * i, 60 + 5 * i, 160, 120);
	run("Crop");
	saveAs("PNG", folder + "/movie-pictures/" + i + ".png");
	close();
}

// From file to file, as on the command line: the output may be .avi, .tif, or a folder.
runMacro("macros/stylize.ijm", "content=[" + folder + "/movie-pictures] slices=all style=mosaic " +
	"output=[" + folder + "/movie.avi] size=0 iterations=2");

// A movie is a virtual stack, whose frames are written into a folder. It must not have such frames yet.
frames = folder + "/movie-frames";
if (File.exists(frames)) {
	old = getFileList(frames);
	for (i = 0; i < old.length; i++) File.delete(frames + "/" + old[i]);
}
run("Neural Style Transfer", "content=[" + folder + "/movie.avi] slices=2-3 style=starry-night " +
	"outputfolder=[" + frames + "] size=0 iterations=2");
print(nSlices + " frames in " + frames);
