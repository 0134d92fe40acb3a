// Redraws all pictures of a folder, from file to file, and then asks for the same once more: nothing is left to do.
// Then makes a movie of a folder of pictures by the same command, and has a style network paint the pictures.
//
// Writes batch-astronaut.png, batch-chelsea.png, batch-coffee.png, batch-ihc.png, batch-movies/batch-pictures.avi,
// painted-astronaut.png and so on, and a report of each run.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/folder.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
folder = getArgument();
if (folder == "") folder = "target";

// The braces stand for the names of the pictures. A picture that cannot be made ends the macro, after all others.
options = "input=sample-images/content style=gravel name=batch-{content}.png size=96 iterations=2 output=[" + folder + "]";
run("Batch Style Transfer", options + " report=[" + folder + "/batch-first.csv]");

// What is there, made by the same recipe of the same pictures, is skipped; "overwrite" would make it anew.
run("Batch Style Transfer", options + " report=[" + folder + "/batch-second.csv]");

// Frames that belong together become one result: of a stack, of a movie, or of a folder that a list names, as here.
File.makeDirectory(folder + "/batch-pictures");
for (i = 1; i <= 3; i++) {
	open("sample-images/content/chelsea.png");
	makeRectangle(100 + 15 * i, 60 + 5 * i, 160, 120);
	run("Crop");
	saveAs("PNG", folder + "/batch-pictures/" + i + ".png");
	close();
}
list = folder + "/batch-movies.txt";
File.saveString("batch-pictures", list);
run("Batch Style Transfer", "input=[" + list + "] slices=all style=gravel name={content}.avi size=96 iterations=2 " +
	"output=[" + folder + "/batch-movies]");

// A style network paints each picture in a moment, in its whole size.
run("Batch Style Transfer", "input=sample-images/content stylenetworks=great-wave name=painted-{content}.png" +
	" output=[" + folder + "]");
