package net.neuralstyle.benchmark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
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
		"optimiser [ms] | conv GFLOP/s  conv share  evaluation/conv | heap  native [bytes/evaluation]  peak [MB] | " +
		"first evaluation  20 evaluations [s]";

	private Benchmark() {
		// NB: Not instantiable.
	}

	/** @param arguments folder for evaluation.json, and sizes of square images in pixels */
	public static void main(final String[] arguments) throws IOException, InterruptedException {
		final Path folder = Files.createDirectories(Paths.get(arguments[0]));
		final List<Map<String, Object>> results = new ArrayList<>();
		System.out.println(HEADER);
		for (final String network : List.of(BenchmarkNetworks.COMPACT, BenchmarkNetworks.VGG16)) {
			for (int i = 1; i < arguments.length; i++) {
				final String size = arguments[i];
				final Map<String, Object> result = new LinkedHashMap<>(measure(EvaluationBenchmark.class, network, size, rounds(
					size)));
				result.putAll(measure(RunBenchmark.class, network, size));
				derive(result);
				results.add(result);
				print(result);
			}
		}
		Files.writeString(folder.resolve("evaluation.json"), new GsonBuilder().setPrettyPrinting().create().toJson(results));
	}

	private static String rounds(final String size) {
		return Integer.parseInt(size) > 512 ? "4" : "10";
	}

	private static void derive(final Map<String, Object> result) {
		final double evaluation = number(result, "evaluation");
		final double convolution = number(result, "convolution forward") + number(result, "convolution backward");
		result.put("element-wise", evaluation - convolution - number(result, "Gram") - number(result, "pooling"));
		result.put("convolution GFLOP/s", number(result, "operations") / convolution / 1e6);
		result.put("convolution share", convolution / evaluation);
		result.put("evaluation/convolution", evaluation / convolution);
	}

	private static void print(final Map<String, Object> result) {
		System.out.printf("%-9s %5.0f | %10.0f  %12.0f  %13.0f  %5.0f  %7.0f  %12.0f  %14.0f | %12.0f  %9.0f%%  %15.2f | " +
			"%4.0f  %24.0f  %9.0f | %16.1f  %18.1f%n", result.get("network"), number(result, "size"), number(result,
				"evaluation"), number(result, "convolution forward"), number(result, "convolution backward"), number(result,
					"Gram"), number(result, "pooling"), number(result, "element-wise"), number(result, "optimiser"), number(result,
						"convolution GFLOP/s"), 100 * number(result, "convolution share"), number(result, "evaluation/convolution"),
			number(result, "heap bytes"), number(result, "native bytes"), number(result, "memory"), number(result,
				"first evaluation"), number(result, "run"));
	}

	private static double number(final Map<String, Object> result, final String key) {
		return ((Number) result.get(key)).doubleValue();
	}

	/** Runs a program that prints one JSON object, in a process of its own. */
	private static Map<String, Object> measure(final Class<?> program, final String... arguments) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>();
		command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx8g", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), program
			.getName()));
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
		if (process.waitFor() != 0) throw new IllegalStateException(program.getSimpleName() + " failed: " + output);
		return new Gson().<Map<String, Object>>fromJson(output, Map.class);
	}
}
