package net.neuralstyle.recipe;

/** What a preset has to know of the network that it is used with. */
public enum NetworkKind {

		/** The bundled one, whose deep layers weigh less than VGG16's. */
		COMPACT,
		/** VGG16, or any other network from a file. */
		VGG
}
