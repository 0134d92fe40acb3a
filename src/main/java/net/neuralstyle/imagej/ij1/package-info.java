/** The bridge that runs the command in plain ImageJ 1.x, with a window and without. */
package net.neuralstyle.imagej.ij1;
