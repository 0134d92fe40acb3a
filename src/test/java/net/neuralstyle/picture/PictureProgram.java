package net.neuralstyle.picture;

import net.neuralstyle.StyleTransferException;

/** Reads a picture in a process of its own and prints what came of it. */
final class PictureProgram {

	private PictureProgram() {
		// NB: Not instantiable.
	}

	/** @param arguments the file, and the longer side that is needed */
	public static void main(final String... arguments) {
		try {
			final Picture picture = PictureReader.read(PicturePath.of(arguments[0]), Integer.parseInt(arguments[1]));
			System.out.println("OK " + picture.notes());
		}
		catch (final StyleTransferException exc) {
			System.out.println("NO " + exc.getMessage());
		}
	}
}
