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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures both networks at several sizes, prints a table and writes
 * evaluation.json: what one evaluation of loss and gradient takes and what it
 * consists of, and how long a whole run takes. Each measurement has a process of
 * its own, so that memory and start-up can be told.
 */
public final class Benchmark {

	private static final String HEADER = "network    size | evaluation  conv forward  conv backward   Gram  pooling  element-wise  " +
		"optimiser [ms] | GFLOP/s  conv share | bare conv [ms]  GFLOP/s  share of it  evaluation/bare | heap  native " +
		"[bytes/evaluation]  peak [MB] | first evaluation  20 evaluations [s]";

	private Benchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for evaluation.json, and sizes of square images in pixels */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final List<Map<String, Object>> results = new ArrayList<>();
		System.out.println(HEADER);
		for (final String network : List.of(BenchmarkNetworks.COMPACT, BenchmarkNetworks.VGG16)) {
			for (int i = 1; i < arguments.length; i++) {
				final String size = arguments[i];
				final Map<String, Object> result = new LinkedHashMap<>(Measurement.run("-Xmx8g", EvaluationBenchmark.class,
					network, size, rounds(size)));
				result.putAll(Measurement.run("-Xmx8g", RunBenchmark.class, network, size));
				derive(result);
				results.add(result);
				print(result);
			}
		}
		Measurement.write(arguments[0], "evaluation.json", results);
	}

	private static String rounds(final String size) {
		return Integer.parseInt(size) > 512 ? "3" : "8";
	}

	private static void derive(final Map<String, Object> result) {
		final double evaluation = number(result, "evaluation");
		final double convolution = number(result, "convolution forward") + number(result, "convolution backward");
		final double bare = number(result, "bare convolution");
		result.put("element-wise", evaluation - convolution - number(result, "Gram") - number(result, "pooling"));
		result.put("convolution GFLOP/s", number(result, "operations") / convolution / 1e6);
		result.put("convolution share", convolution / evaluation);
		result.put("bare convolution GFLOP/s", number(result, "operations") / bare / 1e6);
		result.put("share of bare convolution", bare / evaluation);
		result.put("evaluation/bare convolution", evaluation / bare);
	}

	private static void print(final Map<String, Object> result) {
		System.out.printf("%-9s %5.0f | %10.0f  %12.0f  %13.0f  %5.0f  %7.0f  %12.0f  %14.0f | %7.0f  %9.0f%% | %14.0f  %7.0f  " +
			"%10.0f%%  %15.2f | %4.0f  %25.0f  %9.0f | %16.1f  %18.1f%n", result.get("network"), number(result, "size"), number(
				result, "evaluation"), number(result, "convolution forward"), number(result, "convolution backward"), number(
					result, "Gram"), number(result, "pooling"), number(result, "element-wise"), number(result, "optimiser"), number(
						result, "convolution GFLOP/s"), 100 * number(result, "convolution share"), number(result,
							"bare convolution"), number(result, "bare convolution GFLOP/s"), 100 * number(result,
								"share of bare convolution"), number(result, "evaluation/bare convolution"), number(result,
									"heap bytes"), number(result, "native bytes"), number(result, "memory"), number(result,
										"first evaluation"), number(result, "run"));
	}

	private static double number(final Map<String, Object> result, final String key) {
		return ((Number) result.get(key)).doubleValue();
	}
}
