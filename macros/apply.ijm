// Has a trained network paint one picture, or the frames of a stack, a movie or a folder, and saves the result, without
// any windows.
//
// Argument: key=value pairs, separated by spaces; values with spaces in [brackets].
//   content=PATH  output=PATH           needed; the output's extension chooses the format: png, jpg or tif;
//                                       of several frames (slices=all): tif, avi, or a folder
//   network=NAME                        a network that comes with the plugin, or the path of a file: .h5, or .onnx of
//                                       PyTorch's fast neural style
//   strength=0.8 colours=content ...    optional: the macro keys of the user guide's table
//
// Example, with the plugin in FOLDER/plugins:
//   java -Djava.awt.headless=true -Dplugins.dir=FOLDER -cp ij.jar ij.ImageJ \
//     -batch apply.ijm "content=a.png network=great-wave output=c.png"
//
// Where nothing was written a sentence says why. A process that -batch started ends with 1 then, or with 2 if the
// argument is wrong; stopped by Ctrl-C, it saves the frames that are done and ends with 130. Elsewhere the macro ends.

setBatchMode(true);
plugin = call("ij.IJ.runPlugIn", "net.neuralstyle.imagej.ij1.ApplyMacro", getArgument());

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
