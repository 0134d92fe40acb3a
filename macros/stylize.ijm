// Redraws one picture in the style of another one and saves the result, without any windows.
//
// Argument: key=value pairs, separated by spaces; values with spaces in [brackets].
//   content=PATH  style=PATH  output=PATH     needed; the output's extension chooses the format: png, jpg or tif
//   preset=Balanced size=512 strength=1 ...   optional: the macro keys of README's tables
//   recipe=PATH                               optional: what is not said otherwise is as in this recipe or picture
//   writerecipe=PATH                          optional: where to write how the picture was made
//   saveevery=5                               optional: writes the picture so far after every 5 iterations, too
//
// Example, with the plugin in FOLDER/plugins:
//   java -Djava.awt.headless=true -Dplugins.dir=FOLDER -cp ij.jar ij.ImageJ \
//     -batch stylize.ijm "content=a.png style=b.jpg output=c.png"
//
// Where nothing was written a sentence says why. A process that -batch started ends with 1 then, or with 2 if the
// argument is wrong; stopped by Ctrl-C, it saves the picture so far and ends with 130. Elsewhere the macro ends.

setBatchMode(true);
plugin = call("ij.IJ.runPlugIn", "net.neuralstyle.imagej.ij1.StylizeMacro", getArgument());

// What is null in Java is 0 here.
plugin = "" + plugin;
if (plugin == "0") {
	message = "ImageJ does not find the plugin: name the folder that has it in plugins by -Dplugins.dir=FOLDER. " +
		"Nothing was written.";
	window = call("ij.IJ.getInstance");
	window = "" + window;
	arguments = call("ij.ImageJ.getArgs");
	arguments = "" + arguments;
	if (window != "0" || arguments == "0") exit(message);
	print(message);
	call("java.lang.System.exit", 1);
}
