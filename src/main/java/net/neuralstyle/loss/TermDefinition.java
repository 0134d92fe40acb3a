package net.neuralstyle.loss;

import java.util.Set;

import net.neuralstyle.image.Tiling;
import net.neuralstyle.network.NetworkParameters;

/**
 * One summand of an {@link Objective}, before it has any buffers: what it looks at,
 * and what it will take. Immutable; can be bound to images of several sizes.
 */
public interface TermDefinition {

	/** What people call the term, for instance "total variation". */
	String name();

	/** The layers whose feature maps the term looks at; none for a term of the pixels alone. */
	Set<String> layers();

	/**
	 * Estimates the memory that the bound term will own, in bytes; that of feature
	 * maps and their weighted copies is not its own.
	 */
	long bytes(NetworkParameters parameters, Tiling tiling);

	/** Makes the term's buffers for images of one size. */
	Term bind(Binding binding);
}
