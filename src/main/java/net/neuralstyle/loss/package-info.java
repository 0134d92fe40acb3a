/** Content, style and total variation losses, and the objective that sums them. */
package net.neuralstyle.loss;
