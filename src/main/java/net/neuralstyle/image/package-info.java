/** Images in the form that the network reads, and their sizes. */
package net.neuralstyle.image;
