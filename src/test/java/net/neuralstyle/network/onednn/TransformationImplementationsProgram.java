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

package net.neuralstyle.network.onednn;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NaiveTransformation;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;

import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs transformation networks of some widths in each way, while oneDNN prints which implementation of each primitive it runs. */
final class TransformationImplementationsProgram {

	private TransformationImplementationsProgram() {
		// NB: Not instantiable.
	}

	/** @param arguments the most that the processor may be taken for, as oneDNN's number, and widths */
	public static void main(final String[] arguments) {
		OneDnn.obstacle().ifPresent(sentence -> {
			throw new IllegalStateException(sentence);
		});
		dnnl.dnnl_set_max_cpu_isa(Integer.parseInt(arguments[0]));
		for (int i = 1; i < arguments.length; i++) {
			run(new TransformationTopology(Integer.parseInt(arguments[i]), 1));
		}
		System.exit(0);
	}

	private static void run(final TransformationTopology topology) {
		final ImageSize size = new ImageSize(128, 96);
		try (TensorScope scope = new TensorScope();
				OneDnnTransformationEngine engine = new OneDnnTransformationEngine(topology, NaiveTransformation.randomParameters(
					topology, 1));
				TransformationNetwork network = engine.network(size, true);
				TransformationNetwork untrained = engine.network(size, false))
		{
			dnnl.dnnl_set_verbose(1);
			final INDArray pixels = scope.tensor(VggImage.noise(size, 1).values(), size.pixels() * VggImage.CHANNELS);
			final INDArray statistics = scope.zeros(topology.statisticsCount());
			network.run(pixels);
			network.addGradient(pixels, scope.zeros(topology.parameterCount()));
			untrained.run(pixels);
			untrained.copyStatistics(statistics);
			untrained.run(pixels, statistics);
			engine.parametersChanged();
			dnnl.dnnl_set_verbose(0);
		}
	}
}
