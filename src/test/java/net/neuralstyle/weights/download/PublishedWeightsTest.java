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
	@ValueSource(strings = { "http://a/", "http://a", "http://a/b/..", "http://a/..%5Cb.h5", "http://a/.hidden", "file:/b.h5",
		"b.h5", "mailto:a@b" })
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
