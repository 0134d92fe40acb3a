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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.BundledWeights;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The engine runs where only a class loader of its own sees ND4J, as in ImageJ,
 * which loads plugins by its PluginClassLoader, while the thread's context class
 * loader knows nothing of them.
 */
class IsolatedClassLoaderTest {

	/** Run by its name in the isolated class loader. */
	public static final class SmallRun implements Callable<String> {

		@Override
		public String call() {
			final StyleTransferResult result = new StyleTransfer(new BundledWeights(), Recipe.builder().set(Settings.SIZE, 0)
				.set(Settings.ITERATIONS, 1).build()).run(TestPictures.waves(40, 32, 1), TestPictures.waves(32, 40, 2),
				new StyleTransferListener() {});
			return result.image().dimension(0) + "x" + result.image().dimension(1) + " " + Nd4j.class.getClassLoader()
				.hashCode();
		}
	}

	@Test
	void engineRunsWhereTheParentDoesNotSeeNd4j() throws Exception {
		final ClassLoader platform = ClassLoader.getPlatformClassLoader();
		assertThrows(ClassNotFoundException.class, () -> platform.loadClass(Nd4j.class.getName()));
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader isolated = new URLClassLoader(classPath(), platform)) {
			thread.setContextClassLoader(platform);
			final Class<?> run = isolated.loadClass(SmallRun.class.getName());
			assertNotSame(SmallRun.class, run);
			final Object answer = ((Callable<?>) run.getConstructor().newInstance()).call();
			assertEquals("40x32 " + isolated.hashCode(), answer);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static URL[] classPath() throws MalformedURLException {
		final String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		final List<URL> urls = new ArrayList<>();
		for (final String entry : path.split(File.pathSeparator)) {
			urls.add(new File(entry).toURI().toURL());
		}
		return urls.toArray(new URL[0]);
	}
}
