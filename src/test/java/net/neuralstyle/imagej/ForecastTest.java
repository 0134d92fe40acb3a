package net.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dialog tells of a run before it. */
class ForecastTest {

	@Test
	void timeIsUnknownBeforeTheFirstRun() {
		assertEquals("Result: 500x250 pixels; the time is unknown until the first run.", forecast(500).sentence(OptionalDouble
			.empty()));
	}

	@ParameterizedTest
	@CsvSource({ "0.01,1 second", "1.8,45 seconds", "36,15 minutes", "400,2.8 hours" })
	void timeIsThatOfTheLastRunsSpeed(final double speed, final String time) {
		assertEquals("Result: 500x250 pixels, in about " + time + ".", forecast(500).sentence(OptionalDouble.of(speed)));
	}

	@Test
	void sizeMayBeTheContents() {
		assertEquals(10 * 20 * 0.02, forecast(0).megapixelEvaluations(), 1e-12);
	}

	/** Of 10 iterations. */
	private static Forecast forecast(final int size) {
		return new Forecast(new ImageSize(200, 100), Recipe.builder().set(Settings.SIZE, size).set(Settings.ITERATIONS, 10)
			.build());
	}
}
