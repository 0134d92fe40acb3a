/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package net.neuralstyle.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a training's step apart, for transformation networks of some widths in all engines: what a picture takes
 * forward and backward, and its loss, and what the update of the numbers takes; and how long the network paints with
 * given statistics. ND4J and SameDiff are measured with both of ND4J's native libraries, that with oneDNN 2 and the one
 * in the packages. Prints two tables and writes transformation.json. Milliseconds, the least of all rounds.
 */
public final class TransformationBenchmark {

	private static final String EXTENSION = "-Dorg.bytedeco.javacpp.platform.extension=";
	private static final String STEPS = "| width, pixels | engine | forward | backward | loss | update | step of one " +
		"picture | convolutions' share | given statistics |\n|---|---|---|---|---|---|---|---|---|";
	private static final String ADAM = "| width | ND4J's native library | our Adam | ND4J's, one vector | ND4J's, each " +
		"kernel and row by itself |\n|---|---|---|---|---|";

	private TransformationBenchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for transformation.json, rounds, the side of the square pictures, and widths */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final List<Map<String, Object>> results = new ArrayList<>();
		for (final String width : Arrays.asList(arguments).subList(3, arguments.length)) {
			System.err.println("Measuring width " + width + ".");
			results.add(measure("with oneDNN 2", EXTENSION + "-onednn", arguments[1], arguments[2], width,
				TransformationEngines.ONEDNN, TransformationEngines.BFLOAT16, TransformationEngines.ND4J,
				TransformationEngines.SAMEDIFF));
			results.add(measure("as packed", EXTENSION + "-avx2", arguments[1], arguments[2], width,
				TransformationEngines.ND4J, TransformationEngines.SAMEDIFF));
		}
		System.out.println(STEPS);
		for (final Map<String, Object> result : results) {
			for (final TransformationEngines engine : TransformationEngines.values()) {
				if (result.containsKey(engine.name())) System.out.println(step(result, engine));
			}
		}
		System.out.println();
		System.out.println(ADAM);
		results.forEach(result -> System.out.println(adam(result)));
		Measurement.write(arguments[0], "transformation.json", results);
		System.exit(0);
	}

	// -- Helper methods --

	/** @param library for people: which native library of ND4J's the option chooses */
	private static Map<String, Object> measure(final String library, final String option, final String rounds,
		final String side, final String width, final TransformationEngines... engines) throws IOException,
		InterruptedException
	{
		final Map<String, Object> result = new LinkedHashMap<>();
		result.put("library", library);
		result.put("width", width);
		result.put("side", side);
		result.putAll(Measurement.run(option, TransformationSteps.class, Stream.concat(Stream.of(rounds, side, width), Arrays
			.stream(engines).map(Enum::name)).toArray(String[]::new)));
		return result;
	}

	private static String step(final Map<String, Object> result, final TransformationEngines engine) {
		final Map<String, Double> times = times(result, engine.name());
		final Map<String, Double> others = times(result, TransformationSteps.OTHERS);
		final double forward = times.get(TransformationEngines.FORWARD);
		final double backward = times.containsKey(TransformationEngines.BOTH) ? times.get(TransformationEngines.BOTH) -
			forward : times.get(TransformationEngines.BACKWARD);
		final double update = times.get(TransformationEngines.UPDATE);
		final double loss = others.get("loss");
		final double bare = others.getOrDefault("bare forward", Double.NaN) + others.getOrDefault("bare backward",
			Double.NaN);
		final String cells = Stream.of(forward, backward, loss, update, forward + backward + loss + update).map(time -> String
			.format("%.1f", time)).collect(Collectors.joining(" | "));
		final String given = times.containsKey(TransformationEngines.GIVEN) ? String.format("%.1f", times.get(
			TransformationEngines.GIVEN)) : "";
		final boolean isOfNd4j = engine != TransformationEngines.ONEDNN && engine != TransformationEngines.BFLOAT16;
		return String.format("| %s, %s | %s | %s | %.2f | %s |", result.get("width"), result.get("side"), isOfNd4j ? engine +
			" " + result.get("library") : engine, cells, bare / (forward + backward), given);
	}

	private static String adam(final Map<String, Object> result) {
		final Map<String, Double> others = times(result, TransformationSteps.OTHERS);
		return String.format("| %s | %s | %.2f | %.2f | %.2f |", result.get("width"), result.get("library"), others.get(
			"our Adam"), others.get("ND4J's Adam"), times(result, TransformationEngines.SAMEDIFF.name()).get(
				TransformationEngines.UPDATE));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Double> times(final Map<String, Object> result, final String engine) {
		return (Map<String, Double>) result.get(engine);
	}
}
