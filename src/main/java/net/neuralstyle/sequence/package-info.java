/** Pictures one after the other: where they come from, where they go, and a session that redraws them. */
package net.neuralstyle.sequence;
