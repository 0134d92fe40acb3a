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

import java.io.IOException;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.loss.LossWeights;
import net.neuralstyle.loss.NotebookObjective;
import net.neuralstyle.recipe.Pooling;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.BundledWeights;

import org.bytedeco.dnnl.global.dnnl;

/** Evaluates an image whole and in tiles with each kind of pooling, while oneDNN prints which implementation of each primitive it runs. */
final class ImplementationsProgram {

	private static final LossWeights WEIGHTS = new LossWeights(0.025, 5, 1, "block2_conv2", List.of("block1_conv2",
		"block3_conv3"));

	private ImplementationsProgram() {
		// NB: Not instantiable.
	}

	/** @param arguments precision, and the most that the processor may be taken for, as oneDNN's number */
	public static void main(final String[] arguments) throws IOException {
		OneDnn.obstacle().ifPresent(sentence -> {
			throw new IllegalStateException(sentence);
		});
		dnnl.dnnl_set_max_cpu_isa(Integer.parseInt(arguments[1]));
		for (final Pooling pooling : Pooling.values()) {
			evaluate(pooling, Precision.valueOf(arguments[0]));
		}
		System.exit(0);
	}

	private static void evaluate(final Pooling pooling, final Precision precision) throws IOException {
		final ImageSize size = new ImageSize(272, 256);
		final VggImage content = VggImage.noise(size, 1);
		try (OneDnnEngine engine = new OneDnnEngine(new BundledWeights().load(), pooling, precision);
				NotebookObjective whole = new NotebookObjective(engine, WEIGHTS, content, content);
				NotebookObjective tiles = new NotebookObjective(engine, WEIGHTS, content, content, 176);
				TensorScope scope = new TensorScope())
		{
			dnnl.dnnl_set_verbose(1);
			for (final NotebookObjective objective : List.of(whole, tiles)) {
				objective.evaluate(scope.tensor(content.values(), content.values().length), scope.zeros(content.values().length));
			}
			dnnl.dnnl_set_verbose(0);
		}
	}
}
