/** Native memory with one owner, prepared operations, and the ND4J backend. */
package net.neuralstyle.tensor;
