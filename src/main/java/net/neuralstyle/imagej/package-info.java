/** The SciJava command and what it shows while it runs. */
package net.neuralstyle.imagej;
