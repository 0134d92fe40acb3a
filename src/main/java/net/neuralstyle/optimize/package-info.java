/** L-BFGS over a differentiable function; knows nothing of images or networks. */
package net.neuralstyle.optimize;
