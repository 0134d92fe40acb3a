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

package net.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that imports run one way, downwards, as docs/architecture.md draws it,
 * and that the engine knows nothing of ImageJ; and that a use against the rule
 * would be found.
 */
class ImportRuleTest {

	private static final Path SOURCES = Paths.get("src", "main", "java");
	private static final Path ARCHITECTURE = Paths.get("docs", "architecture.md");

	// -- The sources of this project --

	@Test
	void noSourceUsesWhatIsAboveIt() throws IOException {
		assertEquals(List.of(), ImportRule.forFolder(SOURCES).violations());
	}

	@Test
	void noPackagesUseEachOther() throws IOException {
		assertEquals(Set.of(), ImportRule.forFolder(SOURCES).circles());
	}

	@Test
	void everyPackageIsInTheDescriptionOfTheHouse() throws IOException {
		final String house = Files.readString(ARCHITECTURE);
		for (final String name : ImportRule.forFolder(SOURCES).packages()) {
			assertTrue(house.contains("    " + name + " ") || house.contains("    " + name + "\n"), name);
		}
	}

	// -- The rule itself --

	@ParameterizedTest
	@CsvSource({ //
		"net.neuralstyle.optimize, net.neuralstyle.loss", //
		"net.neuralstyle.optimize, net.neuralstyle.image", //
		"net.neuralstyle.weights, net.neuralstyle.weights.download", //
		"net.neuralstyle.weights, net.neuralstyle.network", //
		"net.neuralstyle.network, net.neuralstyle.weights.download", //
		"net.neuralstyle.loss, net.neuralstyle", //
		"net.neuralstyle.recipe, net.neuralstyle.image", //
		"net.neuralstyle, net.neuralstyle.sequence", //
		"net.neuralstyle, net.neuralstyle.picture", //
		"net.neuralstyle, net.neuralstyle.samples", //
		"net.neuralstyle.picture, net.neuralstyle.batch", //
		"net.neuralstyle.picture, net.neuralstyle.imagej", //
		"net.neuralstyle.batch, net.neuralstyle.imagej", //
		"net.neuralstyle.imagej, net.neuralstyle.imagej.ij1", //
		"net.neuralstyle.imagej.stack, net.neuralstyle.imagej", //
		"net.neuralstyle.imagej.stack, net.neuralstyle.imagej.batch", //
		"net.neuralstyle.imagej.image, net.neuralstyle.imagej.input", //
		"net.neuralstyle.imagej, net.neuralstyle.commandline", //
		"net.neuralstyle.commandline, net.neuralstyle.spark" })
	void packageAboveIsRefused(final String user, final String used) {
		assertEquals(List.of("A.java: " + user + " must not use " + used), //
			violations(user, "import " + used + ".Planted;"));
	}

	@ParameterizedTest
	@CsvSource({ //
		"net.neuralstyle.loss, net.neuralstyle.network", //
		"net.neuralstyle.loss, net.neuralstyle.tensor", //
		"net.neuralstyle.weights.download, net.neuralstyle.weights", //
		"net.neuralstyle, net.neuralstyle.recipe", //
		"net.neuralstyle.sequence, net.neuralstyle", //
		"net.neuralstyle.sequence, net.neuralstyle.recipe", //
		"net.neuralstyle.imagej, net.neuralstyle.sequence", //
		"net.neuralstyle.imagej, net.neuralstyle.samples", //
		"net.neuralstyle.batch, net.neuralstyle.picture", //
		"net.neuralstyle.imagej, net.neuralstyle.batch", //
		"net.neuralstyle.imagej, net.neuralstyle.imagej.stack", //
		"net.neuralstyle.imagej.batch, net.neuralstyle.imagej.progress", //
		"net.neuralstyle.spark, net.neuralstyle.commandline", //
		"net.neuralstyle.spark, net.neuralstyle.batch", //
		"net.neuralstyle.commandline, net.neuralstyle.picture" })
	void packageBelowIsAllowed(final String user, final String used) {
		assertEquals(List.of(), violations(user, "import " + used + ".Planted;"));
	}

	@ParameterizedTest
	@ValueSource(strings = { //
		"import net.neuralstyle.loss.*;", //
		"import static net.neuralstyle.loss.Loss.total;", //
		"class A { net.neuralstyle.loss.Loss loss; }", //
		"class A { Object loss = net.neuralstyle\n\t\t.loss.Loss.total(); }", //
		"class A { char quote = '\"'; net.neuralstyle.loss.Loss loss; String text = \"\"; }", //
		"class A { String address = \"http://\"; net.neuralstyle.loss.Loss loss; }" })
	void everyKindOfUseIsFound(final String code) {
		assertEquals(List.of("A.java: net.neuralstyle.optimize must not use net.neuralstyle.loss"), //
			violations("net.neuralstyle.optimize", code));
	}

	@ParameterizedTest
	@ValueSource(strings = { //
		"// net.neuralstyle.loss.Loss", //
		"/** {@link net.neuralstyle.loss.Loss}\n * and ij.IJ */", //
		"class A { String name = \"net.neuralstyle.loss.Loss\"; }", //
		"class A { String name = \"\\\"net.neuralstyle.loss.Loss\"; }" })
	void commentsAndTextsAreNoUse(final String code) {
		assertEquals(List.of(), violations("net.neuralstyle.optimize", code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ij.IJ", "ij.process.ImageProcessor", "org.scijava.log.LogService", "net.imagej.Dataset",
		"java.awt.Color", "javax.swing.JFrame", "javax.imageio.ImageIO", "picocli.CommandLine" })
	void engineMayNotKnowOfImageJ(final String used) {
		for (final String user : List.of("net.neuralstyle", "net.neuralstyle.sequence", "net.neuralstyle.tensor")) {
			assertEquals(List.of("A.java: " + user + " must not know of " + used), violations(user, "import " + used + ";"));
		}
		assertEquals(List.of(), violations("net.neuralstyle.imagej", "import " + used + ";"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.spark.SparkConf", "org.apache.hadoop.conf.Configuration", "scala.Tuple2" })
	void onePackageAloneMayKnowOfSpark(final String used) {
		for (final String user : List.of("net.neuralstyle", "net.neuralstyle.batch", "net.neuralstyle.commandline")) {
			assertEquals(List.of("A.java: " + user + " must not know of " + used), violations(user, "import " + used + ";"));
		}
		assertEquals(List.of(), violations("net.neuralstyle.spark", "import " + used + ";"));
	}

	@Test
	void whatWorkersOfAClusterRunMayNotKnowOfSciJava() {
		for (final String user : List.of("net.neuralstyle.batch", "net.neuralstyle.picture")) {
			assertEquals(List.of("A.java: " + user + " must not know of org.scijava.log.LogService"), violations(user,
				"import org.scijava.log.LogService;"));
			assertEquals(List.of(), violations(user, "import ij.ImagePlus;"));
		}
	}

	@Test
	void samplesMayReadPicturesAndNothingElseOfJavasWindows() {
		assertEquals(List.of(), violations("net.neuralstyle.samples", "import javax.imageio.ImageIO;"));
		assertEquals(List.of("A.java: net.neuralstyle.samples must not know of java.awt.Color"), violations(
			"net.neuralstyle.samples", "import java.awt.Color;"));
	}

	@Test
	void packageWithoutAPlaceIsRefused() {
		assertEquals(List.of("A.java: net.neuralstyle.util has no place in the house"), //
			violations("net.neuralstyle.util", "class A {}"));
	}

	@Test
	void circleIsFoundHoweverLong() {
		final ImportRule rule = new ImportRule();
		rule.add("A.java", "package net.neuralstyle.tensor;\nimport net.neuralstyle.loss.B;");
		rule.add("B.java", "package net.neuralstyle.loss;\nimport net.neuralstyle.network.C;");
		rule.add("C.java", "package net.neuralstyle.network;\nimport net.neuralstyle.tensor.A;");
		rule.add("D.java", "package net.neuralstyle;\nimport net.neuralstyle.loss.B;");
		assertEquals(Set.of("net.neuralstyle.tensor", "net.neuralstyle.loss", "net.neuralstyle.network"), rule.circles());
	}

	// -- Helper methods --

	private static List<String> violations(final String user, final String code) {
		final ImportRule rule = new ImportRule();
		rule.add("A.java", "package " + user + ";\n\n" + code);
		return rule.violations();
	}
}
