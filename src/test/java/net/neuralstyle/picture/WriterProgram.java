package net.neuralstyle.picture;

import java.io.IOException;
import java.nio.file.Paths;

/** Begins to write a picture, says so, and goes on until it is killed. */
final class WriterProgram {

	private WriterProgram() {
		// NB: Not instantiable.
	}

	/** @param arguments the file */
	@SuppressWarnings("resource")
	public static void main(final String... arguments) throws IOException {
		new PictureWriter(Paths.get(arguments[0]));
		System.out.println("writing");
		System.in.read();
	}
}
