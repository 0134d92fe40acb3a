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
import java.nio.file.Paths;

import net.neuralstyle.batch.BatchFiles;
import net.neuralstyle.batch.WeightsFinder;
import net.neuralstyle.weights.BundledWeights;
import net.neuralstyle.weights.WeightsFile;
import net.neuralstyle.weights.WeightsSource;
import net.neuralstyle.weights.download.CachedWeights;
import net.neuralstyle.weights.download.PublishedWeights;
import net.neuralstyle.weights.download.WeightsCache;

import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;

/** Networks' weights on an executor: the bundled ones, those that Spark has brought along, or a file. */
final class ClusterWeights implements WeightsFinder {

	private final BatchFiles files;

	ClusterWeights(final BatchFiles files) {
		this.files = files;
	}

	/**
	 * Has Spark bring weights to the executors, if these could not find them by themselves.
	 *
	 * @param here finds them on this computer
	 * @throws IOException if they are not here; the message is one sentence for the user
	 */
	static void bring(final JavaSparkContext spark, final String reference, final WeightsFinder here)
		throws IOException
	{
		if (!isPublished(reference)) return;
		final WeightsSource weights = here.find(reference);
		if (weights instanceof CachedWeights) spark.addFile(((CachedWeights) weights).file().toString());
	}

	@Override
	public WeightsSource find(final String reference) throws IOException {
		final WeightsSource bundled = new BundledWeights();
		if (reference.equals(bundled.name())) return bundled;
		if (!isPublished(reference)) return new WeightsFile(files.read(reference));
		return new CachedWeights(PublishedWeights.VGG16, new WeightsCache(Paths.get(SparkFiles.getRootDirectory())));
	}

	// -- Helper methods --

	private static boolean isPublished(final String reference) {
		return reference.equals(PublishedWeights.VGG16.name());
	}
}
