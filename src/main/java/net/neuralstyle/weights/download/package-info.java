/**
 * Weights that somebody publishes: the download, which is continued and checked,
 * and the folder in which they are kept.
 */
package net.neuralstyle.weights.download;
