package net.neuralstyle;

import java.util.List;

/** Main class of a process in which ND4J does not start: prints what a run throws. */
final class BackendlessProgram {

	private BackendlessProgram() {
		// NB: Not instantiable.
	}

	public static void main(final String... arguments) {
		try {
			new StyleTransfer(new SmallNetwork(), SmallNetwork.recipe().build()).run(StyleTransferJob.of(TestPictures.waves(40,
				40, 1)), List.of(Style.of(TestPictures.waves(40, 40, 2))), new StyleTransferListener() {});
		}
		catch (final RuntimeException exc) {
			System.out.print(exc.getClass().getSimpleName() + ": " + exc.getMessage());
		}
	}
}
