/**
 * What a user may decide of a style transfer: the definition of every setting, the
 * values of all of them together (a recipe), and named ones (presets). Knows
 * nothing of how pictures are made.
 */
package net.neuralstyle.recipe;
