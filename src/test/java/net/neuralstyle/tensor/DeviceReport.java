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

package net.neuralstyle.tensor;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import net.neuralstyle.weights.BundledWeights;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.engine.kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.LoggerFactory;

/**
 * Main class of the processes that {@link ReportProcess} starts: loads the backend
 * and prints what came of it, one {@code key=value} a line.
 */
final class DeviceReport {

	private DeviceReport() {
		// NB: Not instantiable.
	}

	/**
	 * @param arguments "javacpp" to use JavaCPP before, "cuda" to go past the look
	 *          for a driver, "again" to load everything in a second class loader, "log"
	 *          to log a line as ND4J would, "failure" to fail, twice, "onednn" to ask for
	 *          oneDNN alone, "mapped" for the libraries that are in memory after the start
	 */
	public static void main(final String... arguments) throws Exception {
		if (Stream.of(arguments).anyMatch("javacpp"::equals)) Loader.load(Loader.class);
		if (Stream.of(arguments).anyMatch("cuda"::equals)) {
			System.out.println("obstacle=" + CudaBackend.start(DeviceReport.class.getClassLoader()).orElse(""));
		}
		if (Stream.of(arguments).anyMatch("failure"::equals)) {
			System.out.println("failure=" + failure());
			System.out.println("second failure=" + failure());
			return;
		}
		if (Stream.of(arguments).anyMatch("onednn"::equals)) {
			reportOneDnn(Stream.of(arguments).anyMatch("again"::equals));
			return;
		}
		final Properties before = (Properties) Loader.loadProperties().clone();
		if (Stream.of(arguments).anyMatch("mapped"::equals)) {
			Backend.load();
			printMapped();
			return;
		}
		final Device device = Backend.device();
		System.out.println("text=" + device);
		System.out.println("gpu=" + device.isGpu());
		System.out.println("library=" + build(CpuLibrary.LIBRARY));
		System.out.println("threads=" + Processor.threads());
		System.out.println("threads of another thread=" + inAnotherThread(() -> {
			Backend.load();
			return Processor.threads();
		}));
		for (final String note : device.notes()) {
			System.out.println("note=" + note);
		}
		if (Stream.of(arguments).anyMatch("again"::equals)) {
			final Object second = inAnotherClassLoader(Backend.class, "device");
			System.out.println("text in a second class loader=" + second);
			for (final Object note : (List<?>) second.getClass().getMethod("notes").invoke(second)) {
				System.out.println("note in a second class loader=" + note);
			}
		}
		if (Stream.of(arguments).anyMatch("log"::equals)) {
			LoggerFactory.getLogger("org.nd4j.another").info("");
			System.out.println("log property=" + System.getProperty("org.nd4j.log.initialization", ""));
		}
		System.out.println("properties kept=" + before.equals(Loader.loadProperties()));
		System.out.println("relu=" + relu(-1) + " " + relu(3));
		System.out.println("weights=" + new BundledWeights().load().layerNames().get(0));
	}

	/**
	 * Returns the platform and extension of a library that is loaded, for example
	 * "linux-x86_64-onednn"; JavaCPP's jars have a folder of that name.
	 */
	private static String build(final String library) {
		// NB: Where another class loader has loaded a library already, JavaCPP loads a copy with a number in its name.
		// A library that the system's own search path led to has no folder.
		return Loader.getLoadedLibraries().entrySet().stream().filter(entry -> entry.getKey().matches(library + "\\d*"))
			.map(entry -> Paths.get(entry.getValue()).getParent()).filter(Objects::nonNull).map(folder -> folder.getFileName()
				.toString()).findFirst().orElse(Loader.getPlatform());
	}

	private static String failure() {
		try {
			return Backend.device().toString();
		}
		catch (final IllegalStateException exc) {
			return exc.getMessage();
		}
	}

	private static void reportOneDnn(final boolean again) throws Exception {
		System.out.println("obstacle=" + OneDnn.obstacle().orElse(""));
		System.out.println("second obstacle=" + OneDnn.obstacle().orElse(""));
		if (OneDnn.obstacle().isEmpty()) {
			System.out.println("version=" + OneDnn.version());
			System.out.println("bfloat16=" + OneDnn.multipliesBfloat16());
			computeWithOneDnn();
			if (again) System.out.println("version in a second class loader=" + inAnotherClassLoader(OneDnn.class, "version"));
		}
		printMapped();
	}

	/** NB: Now oneDNN tells how many threads it has, if it is asked by ONEDNN_VERBOSE. */
	private static void computeWithOneDnn() {
		final long[] shape = { 1, 4, 4, 4 };
		try (engine cpu = new engine(kind.cpu, 0); stream stream = new stream(cpu);
				memory.desc rows = new memory.desc(shape, data_type.f32, format_tag.nchw);
				memory.desc pixels = new memory.desc(shape, data_type.f32, format_tag.nhwc);
				memory from = new memory(rows, cpu); memory to = new memory(pixels, cpu);
				reorder reorder = new reorder(from, to))
		{
			reorder.execute(stream, from, to);
			stream._wait();
		}
	}

	/** Prints which files of libraries are in this process's memory; on Linux only. */
	private static void printMapped() throws IOException {
		final Path maps = Paths.get("/proc/self/maps");
		if (!Files.isReadable(maps)) return;
		try (Stream<String> lines = Files.lines(maps)) {
			lines.filter(line -> line.contains("/") && line.contains(".so")).map(line -> line.substring(line.indexOf('/')))
				.distinct().forEach(file -> System.out.println("mapped=" + Paths.get(file).getFileName()));
		}
	}

	private static float relu(final float number) {
		try (TensorScope scope = new TensorScope()) {
			final INDArray output = scope.zeros(1);
			scope.operation("relu", new INDArray[] { scope.tensor(new float[] { number }, 1) }, output, new long[0], 0).run();
			return output.getFloat(0);
		}
	}

	/** Calls a static method without parameters. */
	private static Object inAnotherClassLoader(final Class<?> type, final String method) throws Exception {
		final List<URL> classPath = new ArrayList<>();
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			classPath.add(new File(entry).toURI().toURL());
		}
		// NB: Not closed, because the device keeps on loading classes.
		final ClassLoader loader = new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
		return loader.loadClass(type.getName()).getMethod(method).invoke(null);
	}

	private static <T> T inAnotherThread(final Callable<T> callable) throws Exception {
		final FutureTask<T> task = new FutureTask<>(callable);
		new Thread(task).start();
		return task.get();
	}
}
