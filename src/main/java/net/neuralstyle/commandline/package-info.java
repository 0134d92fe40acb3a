/**
 * The command line: {@code java -jar neural-style-transfer.jar}. Its options are
 * made from the inputs of the SciJava commands, which it runs.
 */
package net.neuralstyle.commandline;
