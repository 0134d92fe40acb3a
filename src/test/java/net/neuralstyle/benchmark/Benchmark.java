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
 * Measures both networks at several sizes in all engines that this machine has: what one
 * evaluation of loss and gradient takes and what it consists of, memory, and how long a
 * whole run takes from its start. Prints two tables and writes evaluation.json. The
 * engines take turns in one process; memory and start have one of their own for each.
 */
public final class Benchmark {

	private static final String JAVA_OPTION = "-Xmx8g";
	private static final String TIMES = "| network, pixels | engine | ms | convolutions | Gram | pooling | rest | " +
		"optimiser | bare | GFLOP/s | peak | share |\n|---|---|---|---|---|---|---|---|---|---|---|---|";
	private static final String MEMORY = "| network, pixels | engine | peak, MB | heap, native bytes per evaluation | " +
		"first evaluation, s | 20 evaluations, s |\n|---|---|---|---|---|---|";

	private Benchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for evaluation.json, and sizes of square images in pixels */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		BenchmarkNetworks.prepare();
		final List<Map<String, Object>> results = new ArrayList<>();
		for (final String network : List.of(BenchmarkNetworks.COMPACT, BenchmarkNetworks.VGG16)) {
			for (final String size : Arrays.asList(arguments).subList(1, arguments.length)) {
				System.err.println("Measuring " + network + " at " + size + " pixels.");
				results.addAll(measure(network, size));
			}
		}
		System.out.println(TIMES);
		results.forEach(result -> System.out.println(times(result)));
		System.out.println();
		System.out.println(MEMORY);
		results.forEach(result -> System.out.println(memory(result)));
		Measurement.write(arguments[0], "evaluation.json", results);
		System.exit(0);
	}

	// -- Helper methods --

	/** One result for each engine. */
	private static List<Map<String, Object>> measure(final String network, final String size) throws IOException,
		InterruptedException
	{
		final List<String> engines = BenchmarkEngine.all().stream().map(Enum::name).collect(Collectors.toList());
		final String[] evaluation = Stream.concat(Stream.of(network, size, rounds(size)), engines.stream()).toArray(
			String[]::new);
		final Map<String, Object> times = Measurement.run(JAVA_OPTION, EvaluationBenchmark.class, evaluation);
		final List<Map<String, Object>> results = new ArrayList<>();
		for (final String engine : engines) {
			final Map<String, Object> result = new LinkedHashMap<>();
			result.put("network", network);
			result.put("size", size);
			result.put("engine", BenchmarkEngine.valueOf(engine).toString());
			((Map<?, ?>) times.get(engine)).forEach((key, value) -> result.put((String) key, value));
			result.putAll(Measurement.run(JAVA_OPTION, MemoryBenchmark.class, network, size, engine));
			result.putAll(Measurement.run(JAVA_OPTION, RunBenchmark.class, network, size, engine));
			derive(result);
			results.add(result);
		}
		return results;
	}

	private static String rounds(final String size) {
		return Integer.parseInt(size) > 512 ? "3" : "8";
	}

	private static void derive(final Map<String, Object> result) {
		final double evaluation = number(result, "evaluation");
		result.put("rest", evaluation - number(result, "convolution forward") - number(result, "convolution backward") -
			number(result, "Gram") - number(result, "pooling"));
		final double rate = number(result, "operations") / evaluation / 1e6;
		result.put("GFLOP/s", rate);
		result.put("share of peak", rate / number(result, "peak"));
		result.put("bare convolution/evaluation", number(result, "bare convolution") / evaluation);
	}

	private static String times(final Map<String, Object> result) {
		return row(result, "%.0f | %.0f + %.0f | %.0f | %.0f | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f", "evaluation",
			"convolution forward", "convolution backward", "Gram", "pooling", "rest", "optimiser", "bare convolution/evaluation",
			"GFLOP/s", "peak", "share of peak");
	}

	private static String memory(final Map<String, Object> result) {
		return row(result, "%.0f | %.0f, %.0f | %.1f | %.1f", "memory", "heap bytes", "native bytes", "first evaluation",
			"run");
	}

	private static String row(final Map<String, Object> result, final String format, final String... keys) {
		final Object[] values = Arrays.stream(keys).map(key -> number(result, key)).toArray();
		return "| " + result.get("network") + ", " + result.get("size") + " | " + result.get("engine") + " | " + String
			.format(format, values) + " |";
	}

	/** NaN for what could not be measured here. */
	private static double number(final Map<String, Object> result, final String key) {
		return result.containsKey(key) ? ((Number) result.get(key)).doubleValue() : Double.NaN;
	}
}
