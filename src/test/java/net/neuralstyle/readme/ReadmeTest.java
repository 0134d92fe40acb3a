package net.neuralstyle.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import javax.imageio.ImageIO;

import net.neuralstyle.imagej.HostedCommand;
import net.neuralstyle.imagej.InputText;
import net.neuralstyle.imagej.NeuralStyleTransfer;

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
	void tableOfSettingsHasEveryInputWithItsDefault() throws IOException {
		final String readme = readme();
		try (Context context = new Context()) {
			final HostedCommand command = new HostedCommand(context, NeuralStyleTransfer.class.getName());
			for (final ModuleItem<?> input : command.inputs()) {
				final Object usual = command.defaults().get(input.getName());
				final String row = "| " + input.getLabel() + " | `" + InputText.macroKey(input) + "` | ";
				assertTrue(readme.contains(row), row);
				final String cell = readme.substring(readme.indexOf(row) + row.length()).split("[|]")[0].trim().replace("`", "");
				if (usual != null) assertEquals(usual.toString(), cell, row);
			}
		}
	}

	// -- Helper methods --

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
