package net.neuralstyle.picture;

import ij.ImagePlus;

import java.util.List;

/** What was read from a picture file. Immutable but for the image, which is the caller's. */
public final class Picture {

	private final ImagePlus image;
	private final List<String> notes;

	Picture(final ImagePlus image, final List<String> notes) {
		this.image = image;
		this.notes = List.copyOf(notes);
	}

	/** The image, titled after its file; shown nowhere. */
	public ImagePlus image() {
		return image;
	}

	/** What the user should know of how the file was read, for the log: a sentence each, with the file's name. */
	public List<String> notes() {
		return notes;
	}
}
