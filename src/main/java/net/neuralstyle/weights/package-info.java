/** Where a network's weights come from. */
package net.neuralstyle.weights;
