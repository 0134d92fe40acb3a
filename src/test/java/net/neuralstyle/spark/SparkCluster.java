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

package net.neuralstyle.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cluster as Spark's standalone mode makes it: a master and workers, each a process,
 * on the loopback interface, with ports that the system chooses.
 */
final class SparkCluster implements AutoCloseable {

	static final String HOST = "127.0.0.1";

	private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://\\S+)");
	private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
	private static final Path JAR = Paths.get("target", "neural-style-transfer-spark.jar").toAbsolutePath();
	/** Native libraries are unpacked here, once for all. */
	static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=" + Paths.get("target", "javacpp-cache")
		.toAbsolutePath();
	/** What runs for seconds takes half the time. */
	private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
	private static final Map<String, String> DAEMON = Map.of("SPARK_DAEMON_MEMORY", "192m", "SPARK_DAEMON_JAVA_OPTS",
		QUICK_START);

	private final Path folder;
	private final List<SparkProcess> workers = new ArrayList<>();
	private final List<SparkProcess> submitted = new ArrayList<>();
	private final int cores;
	private final SparkProcess master;
	private final String address;

	/**
	 * Starts a cluster, and waits until it is ready.
	 *
	 * @param folder for its logs, and in which programs run
	 * @param count how many workers
	 * @param cores that each worker offers
	 * @throws AssertionError if it does not start
	 */
	SparkCluster(final Path folder, final int count, final int cores) throws IOException, InterruptedException {
		this.folder = folder;
		this.cores = cores;
		try {
			master = SparkProcess.start("master", folder, DAEMON, "org.apache.spark.deploy.master.Master", "--host", HOST,
				"--port", "0", "--webui-port", "0");
			address = master.await(ADDRESS).group(1);
			for (int i = 0; i < count; i++) {
				workers.add(worker(i));
			}
			for (final SparkProcess worker : workers) {
				worker.await(REGISTERED);
			}
		}
		catch (final Throwable exc) {
			close();
			throw exc;
		}
	}

	/**
	 * Submits the program.
	 *
	 * @param name of this one, unique
	 * @param options of spark-submit
	 * @param arguments of the program
	 */
	SparkProcess submit(final String name, final List<String> options, final String... arguments) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", address,
			"--driver-memory", "512m", "--executor-memory", "512m", "--driver-java-options", QUICK_START + " " + CACHE,
			"--conf", "spark.executor.extraJavaOptions=" + QUICK_START + " " + CACHE, "--conf", "spark.driver.host=" + HOST,
			"--conf", "spark.driver.bindAddress=" + HOST, "--conf", "spark.ui.enabled=false"));
		command.addAll(options);
		command.add(JAR.toString());
		command.addAll(Arrays.asList(arguments));
		final SparkProcess process = SparkProcess.start(name, folder, Map.of(), command.toArray(new String[0]));
		submitted.add(process);
		return process;
	}

	/** Ends a worker and its executors, as when the machine fails. */
	void killWorker(final int index) {
		workers.get(index).kill();
	}

	/** Ends all executors, as when they take more memory than they may; the workers start new ones. */
	void killExecutors() {
		workers.forEach(SparkProcess::killChildren);
	}

	/** Starts a worker, in place of one that was killed. */
	void startWorker(final int index) throws IOException, InterruptedException {
		workers.set(index, worker(index));
		workers.get(index).await(REGISTERED);
	}

	/** What the executors of a worker have logged. */
	String executorLogs(final int worker) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.walk(folder.resolve("work" + worker))) {
			files = all.filter(file -> file.endsWith("stderr")).collect(Collectors.toList());
		}
		final StringBuilder logs = new StringBuilder();
		for (final Path file : files) {
			logs.append(file).append(":\n").append(Files.readString(file));
		}
		return logs.toString();
	}

	private SparkProcess worker(final int index) throws IOException, InterruptedException {
		return SparkProcess.start("worker" + index, folder, DAEMON, "org.apache.spark.deploy.worker.Worker", "--host", HOST,
			"--port", "0", "--webui-port", "0", "--cores", String.valueOf(cores), "--memory", "2g", "--work-dir", folder
				.resolve("work" + index).toString(), address);
	}

	@Override
	public void close() {
		submitted.forEach(SparkProcess::close);
		workers.forEach(SparkProcess::close);
		if (master != null) master.close();
	}
}
