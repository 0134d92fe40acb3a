// Redraws a cut-out from file to file: what is transparent in its PNG takes no part, and is transparent in the result.
//
// Writes transparency-cut-out.png and transparency.png.
// Argument: the folder to write into; target if there is none.
// From the repository's root, where mvn -DskipTests package has made target/imagej:
//   java -Djava.awt.headless=true -Dplugins.dir=target/imagej -cp target/imagej/ij.jar ij.ImageJ \
//     -batch macros/transparency.ijm

call("net.neuralstyle.imagej.ij1.HeadlessImageJ.enable");
setBatchMode(true);
folder = getArgument();
if (folder == "") folder = "target";

// ImageJ has no transparent images, but writes one grey value as transparent: here 0, all around an oval.
open("sample-images/content/chelsea.png");
run("8-bit");
changeValues(0, 0, 1);
makeOval(90, 0, 290, 299);
setBackgroundColor(0, 0, 0);
run("Clear Outside");
call("ij.Prefs.setTransparentIndex", 0);
saveAs("PNG", folder + "/transparency-cut-out.png");
call("ij.Prefs.setTransparentIndex", -1);

runMacro("macros/stylize.ijm", "content=[" + folder + "/transparency-cut-out.png] style=poppies " +
	"output=[" + folder + "/transparency.png] size=256 iterations=4");
