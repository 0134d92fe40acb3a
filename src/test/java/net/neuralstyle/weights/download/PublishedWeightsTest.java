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

package net.neuralstyle.weights.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that descriptions of published files are complete and safe to make files of. */
class PublishedWeightsTest {

	private static final String MD5 = "6d6bbae143d832006294945121d1f1fc";

	@Test
	void vgg16IsTheFileOfKeras() {
		final PublishedWeights vgg16 = PublishedWeights.VGG16;
		assertEquals("https://storage.googleapis.com/tensorflow/keras-applications/vgg16/" +
			"vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5", vgg16.address().toString());
		assertEquals(58_889_256, vgg16.size());
		assertEquals(MD5, vgg16.md5());
	}

	@Test
	void fileIsNamedLikeTheEndOfTheAddress() {
		assertEquals("vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5", PublishedWeights.VGG16.fileName());
	}

	@Test
	void queryIsNoPartOfTheFileName() {
		assertEquals("c.h5", new PublishedWeights("c", URI.create("http://a/b/c.h5?raw=true"), 1, MD5).fileName());
	}

	@Test
	void checksumIsWrittenInLowerCase() {
		assertEquals(MD5, new PublishedWeights("c", URI.create("http://a/c.h5"), 1, MD5.toUpperCase()).md5());
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a/", "http://a", "http://a/b/..", "http://a/..%5Cb.h5", "http://a/.hidden",
		"file:/b.h5", "b.h5", "mailto:a@b" })
	void addressThatIsNotOneOfAFileIsRefused(final String address) {
		assertThrows(IllegalArgumentException.class, () -> new PublishedWeights("c", URI.create(address), 1, MD5));
	}

	@Test
	void emptyFileIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new PublishedWeights("c", URI.create("http://a/c.h5"), 0, MD5));
	}

	@Test
	void otherChecksumIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new PublishedWeights("c", URI.create("http://a/c.h5"), 1, "6d6b"));
	}
}
