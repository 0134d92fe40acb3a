/** The feature network: forward to named layers, backward to the pixels. */
package net.neuralstyle.network;
