/** Images in the form that the network reads, their sizes, how much each pixel counts, and how they are cut into tiles. */
package net.neuralstyle.image;
