/** Reads and writes picture files for hosts without windows: the command line and macros/stylize.ijm. */
package net.neuralstyle.picture;
