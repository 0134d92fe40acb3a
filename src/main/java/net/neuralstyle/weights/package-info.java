/** A network's weights, and where they come from on this computer: the bundled file, or one of the user's. */
package net.neuralstyle.weights;
