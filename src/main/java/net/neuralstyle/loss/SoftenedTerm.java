package net.neuralstyle.loss;

/**
 * A term that can stand for itself in a form that is easier to minimise, and is
 * revised on the way; see {@link StyleSoftening}. Its gradient is that of the form
 * that was compared last, its {@link #value()} always the true one.
 * Terms of one name are all softened ones, or none is.
 */
interface SoftenedTerm extends Term {

	/** As {@link #compare()}, but the gradient will be that of the softened term. */
	void compareSoftly();

	/** As {@link #compareSoftly()}, after the softening has been revised. Waits for the device. */
	void reviseAndCompareSoftly();

	/** Takes the last revision back; of no effect on the gradient before the next comparison. */
	void undoRevision();

	/** The softened term, weighted, after a soft comparison. Waits for the device. */
	double softenedValue();

	/** What the softened term, weighted, was at the last revision, before it. */
	double softenedValueBeforeRevision();
}
