package net.neuralstyle.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.InputKind;
import net.neuralstyle.imagej.InputText;
import net.neuralstyle.imagej.NeuralStyleTransfer;
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
		assertTrue(readme.contains(table(input -> !InputKind.isAdvanced(input))), "Expected:\n" + table(input -> !InputKind
			.isAdvanced(input)));
		assertTrue(readme.contains(table(InputKind::isAdvanced)), "Expected:\n" + table(InputKind::isAdvanced));
	}

	@Test
	void tableOfPresetsSaysWhatTheySet() throws IOException {
		final StringBuilder table = new StringBuilder("| preset | sets |\n|---|---|\n");
		for (final Preset preset : Preset.values()) {
			table.append("| ").append(preset.label()).append(" | ").append(preset == Preset.BALANCED ? "the defaults of the tables"
				: preset.changes(NetworkKind.COMPACT).entrySet().stream().map(change -> "`" + change.getKey().toLowerCase(
					Locale.ROOT) + "=" + change.getValue() + "`").collect(Collectors.joining(" "))).append(" |\n");
		}
		assertTrue(readme().contains(table), "Expected:\n" + table);
	}

	// -- Helper methods --

	private static String table(final Predicate<ModuleItem<?>> group) {
		final StringBuilder table = new StringBuilder("| field | macro key | default | meaning |\n|---|---|---|---|\n");
		try (Context context = new Context()) {
			final HostedCommand command = new HostedCommand(context, NeuralStyleTransfer.class.getName());
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
