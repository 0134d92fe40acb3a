package net.neuralstyle.weights.download;

import java.io.IOException;

/** Something done with a file. */
interface FileWork {

	void run() throws IOException;
}
