/** The engine's front door: {@link net.neuralstyle.StyleTransfer}, its settings, progress and result. Needs no ImageJ. */
package net.neuralstyle;
