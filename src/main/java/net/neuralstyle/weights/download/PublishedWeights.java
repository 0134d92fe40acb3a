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

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** A weights file that somebody publishes: where it is and how to know it. Immutable. */
public final class PublishedWeights {

	// NB: These come first, as the constants below are checked with them.
	private static final Pattern FILE_NAME = Pattern.compile("\\w[\\w.+-]*");
	private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

	/** Keras' VGG16 without its top, trained on ImageNet. */
	public static final PublishedWeights VGG16 = new PublishedWeights("VGG16 (ImageNet)", URI.create(
		"https://storage.googleapis.com/tensorflow/keras-applications/vgg16/" +
			"vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5"), 58_889_256L, "6d6bbae143d832006294945121d1f1fc");

	private final String name;
	private final URI address;
	private final String fileName;
	private final long size;
	private final String md5;

	/**
	 * @param name what a user would call the weights
	 * @param address where the file is, with http or https; the last part of its
	 *          path becomes the file's name
	 * @param size of the file in bytes
	 * @param md5 the file's MD5 checksum, in hexadecimal digits
	 * @throws IllegalArgumentException if the address has no usable file name or
	 *           another scheme, the size is not positive or the checksum is none
	 */
	public PublishedWeights(final String name, final URI address, final long size, final String md5) {
		this.name = name;
		this.address = address;
		this.size = size;
		this.md5 = md5.toLowerCase(Locale.ROOT);
		final String path = String.valueOf(address.getPath());
		fileName = path.substring(path.lastIndexOf('/') + 1);
		if (!WeightsDownload.canFetch(address) || !FILE_NAME.matcher(fileName).matches()) {
			throw new IllegalArgumentException("Not the address of a file on a web server: " + address);
		}
		if (size <= 0) throw new IllegalArgumentException("Not the size of a weights file: " + size);
		if (!MD5.matcher(this.md5).matches()) throw new IllegalArgumentException("Not an MD5 checksum: " + md5);
	}

	/** What a user would call these weights, for instance {@code VGG16 (ImageNet)}. */
	public String name() {
		return name;
	}

	/** The name of the file, without folders. */
	public String fileName() {
		return fileName;
	}

	/** Where the file is published. */
	public URI address() {
		return address;
	}

	/** Size of the file in bytes. */
	public long size() {
		return size;
	}

	/** The file's MD5 checksum, 32 hexadecimal digits in lower case. */
	public String md5() {
		return md5;
	}
}
