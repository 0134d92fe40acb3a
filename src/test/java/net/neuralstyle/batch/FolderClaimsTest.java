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

package net.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderClaimsTest {

	@TempDir
	private Path folder;

	@Test
	void onlyOneHasAClaim() {
		final Runnable claim = FolderClaims.claim(folder.resolve("a.png")).orElseThrow();
		assertTrue(FolderClaims.claim(folder.resolve("a.png")).isEmpty());
		final Runnable other = FolderClaims.claim(folder.resolve("b.png")).orElseThrow();
		other.run();
		assertTrue(FolderClaims.claim(folder.resolve("a.png")).isEmpty(), "giving up another one must not give up this one");
		claim.run();
		FolderClaims.claim(folder.resolve("a.png")).orElseThrow().run();
	}

	@Test
	void claimsLeaveOneEmptyHiddenFile() throws IOException {
		FolderClaims.claim(folder.resolve("a.png")).orElseThrow().run();
		assertEquals(List.of(FolderClaims.FILE), TestPictures.names(folder));
		assertEquals(0, Files.size(folder.resolve(FolderClaims.FILE)));
	}

	@Test
	void whereNothingCanBeLockedEverybodyHasAClaim() {
		assertTrue(FolderClaims.claim(folder.resolve("none").resolve("a.png")).isPresent());
		assertTrue(FolderClaims.claim(folder.resolve("none").resolve("a.png")).isPresent());
	}

	@Test
	void claimDiesWithItsProcess() throws Exception {
		final Process other = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), ClaimProgram.class.getName(), folder.resolve("a.png").toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try {
			assertEquals('c', other.getInputStream().read());
			assertTrue(FolderClaims.claim(folder.resolve("a.png")).isEmpty());
			final Optional<Runnable> another = FolderClaims.claim(folder.resolve("b.png"));
			another.orElseThrow().run();
		}
		finally {
			other.destroyForcibly().waitFor();
		}
		FolderClaims.claim(folder.resolve("a.png")).orElseThrow().run();
	}

	/** Claims a file and waits for its end. */
	static final class ClaimProgram {

		private ClaimProgram() {
			// NB: Not instantiable.
		}

		public static void main(final String[] arguments) throws InterruptedException {
			System.out.print(FolderClaims.claim(Paths.get(arguments[0])).isPresent() ? 'c' : 'n');
			System.out.flush();
			Thread.sleep(60_000);
		}
	}
}
