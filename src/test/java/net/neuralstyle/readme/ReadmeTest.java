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

package net.neuralstyle.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import net.neuralstyle.imagej.ApplyStyleNetwork;
import net.neuralstyle.imagej.BatchStyleTransfer;
import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.NeuralStyleTransfer;
import net.neuralstyle.imagej.TrainStyleNetwork;
import net.neuralstyle.imagej.input.InputKind;
import net.neuralstyle.imagej.input.InputText;
import net.neuralstyle.recipe.NetworkKind;
import net.neuralstyle.recipe.Preset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.module.ModuleItem;

/** What README says is what the program does. */
class ReadmeTest {

	private static final Path EXAMPLE = Paths.get("src/test/java/net/neuralstyle/readme/StyleTransferExample.java");

	@Test
	void javaExampleIsTheOneThatIsCompiled() throws IOException {
		final String source = Files.readString(EXAMPLE);
		final String shown = source.substring(source.indexOf("import ")).replace("/** What README shows. */\n", "");
		assertTrue(readme().contains("```java\n" + shown + "```"));
	}

	@Test
	void javaExampleWritesAPicture(@TempDir final Path folder) throws IOException {
		final Path output = folder.resolve("c.png");
		StyleTransferExample.main(new String[] { picture(folder, "a.png", 48, 36), picture(folder, "b.png", 40, 40), output
			.toString() });
		assertEquals(36, ImageIO.read(output.toFile()).getHeight());
	}

	@Test
	void tablesOfSettingsAreMadeOfTheInputs() throws IOException {
		final String readme = readme();
		for (final String table : List.of(table(NeuralStyleTransfer.class, input -> !InputKind.isAdvanced(input)), table(
			NeuralStyleTransfer.class, InputKind::isAdvanced)))
		{
			assertTrue(readme.contains(table), "Expected:\n" + table);
		}
	}

	@Test
	void tableOfBatchesHasTheInputsThatAreTheirsAlone() throws IOException {
		final Set<String> others;
		try (Context context = new Context()) {
			others = new HostedCommand(context, NeuralStyleTransfer.class.getName()).inputs().stream().filter(input -> InputKind
				.of(input) != InputKind.IMAGE).map(ModuleItem::getName).collect(Collectors.toSet());
		}
		others.removeAll(List.of("styleBlend", "slices"));
		final String table = table(BatchStyleTransfer.class, input -> !others.contains(input.getName()));
		final String guide = Files.readString(Paths.get("docs", "user-guide.md")).replace("\r", "");
		assertTrue(guide.contains(table), "Expected:\n" + table);
	}

	@Test
	void tableOfStyleNetworksIsMadeOfTheInputs() throws IOException {
		final String table = table(ApplyStyleNetwork.class, input -> true);
		final String guide = Files.readString(Paths.get("docs", "user-guide.md")).replace("\r", "");
		assertTrue(guide.contains(table), "Expected:\n" + table);
	}

	@Test
	void tableOfTrainingHasTheInputsThatAreItsAlone() throws IOException {
		final Set<String> others;
		try (Context context = new Context()) {
			others = new HostedCommand(context, NeuralStyleTransfer.class.getName()).inputs().stream().map(ModuleItem::getName)
				.collect(Collectors.toSet());
		}
		final String table = table(TrainStyleNetwork.class, input -> !others.contains(input.getName()));
		final String guide = Files.readString(Paths.get("docs", "user-guide.md")).replace("\r", "");
		assertTrue(guide.contains(table), "Expected:\n" + table);
	}

	@Test
	void tableOfPresetsSaysWhatTheySet() throws IOException {
		final StringBuilder table = new StringBuilder("| preset | sets |\n|---|---|\n");
		for (final Preset preset : Preset.values()) {
			table.append("| ").append(preset.label()).append(" | ").append(preset == Preset.BALANCED
				? "the defaults of the tables" : preset.changes(NetworkKind.COMPACT).entrySet().stream().map(change -> "`" + change
				.getKey().toLowerCase(
					Locale.ROOT) + "=" + change.getValue() + "`").collect(Collectors.joining(" "))).append(" |\n");
		}
		assertTrue(readme().contains(table), "Expected:\n" + table);
	}

	// -- Helper methods --

	private static String table(final Class<?> commandClass, final Predicate<ModuleItem<?>> group) {
		final StringBuilder table = new StringBuilder("| field | macro key | default | meaning |\n|---|---|---|---|\n");
		try (Context context = new Context()) {
			final HostedCommand command = new HostedCommand(context, commandClass.getName());
			final Map<String, String> defaults = command.defaults();
			command.inputs().stream().filter(group).forEach(input -> {
				final String usual = InputKind.of(input) == InputKind.IMAGE ? "" : defaults.get(input.getName());
				table.append("| ").append(input.getLabel()).append(" | `").append(InputText.macroKey(input)).append("` | ").append(
					usual.isEmpty() ? "" : "`" + usual + "` ").append("| ").append(input.getDescription()).append(" |\n");
			});
		}
		return table.toString();
	}

	private static String readme() throws IOException {
		return Files.readString(Paths.get("README.md")).replace("\r", "");
	}

	private static String picture(final Path folder, final String name, final int width, final int height)
		throws IOException
	{
		final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < width * height; i++) {
			picture.setRGB(i % width, i / width, i * 0x010203);
		}
		ImageIO.write(picture, "png", folder.resolve(name).toFile());
		return folder.resolve(name).toString();
	}
}
