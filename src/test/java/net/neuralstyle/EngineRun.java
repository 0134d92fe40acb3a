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

import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.optimize.DifferentiableFunction;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.weights.NetworkWeights;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A run in an engine of somebody's choice, as a session makes it, of which every step can be looked at. */
public final class EngineRun implements AutoCloseable {

	private final Engine engine;
	private final SessionMemory memory;
	private final StyleTransferRun run;
	private final long start = System.nanoTime();
	private final TensorScope scope = new TensorScope();

	/**
	 * Prepares a run; its time starts now.
	 *
	 * @param engine of the network with these weights; closed with this
	 * @param recipe whose precision does not matter
	 */
	public EngineRun(final NetworkEngine engine, final NetworkWeights weights, final Recipe recipe,
		final Img<ARGBType> content, final Img<ARGBType> style, final StyleTransferListener listener)
	{
		this.engine = Engine.of(engine, engine.precision());
		final List<Style> styles = List.of(Style.of(style));
		final StyleTransferJob job = StyleTransferJob.of(content);
		memory = new SessionMemory(engine, new RecipeTerms(recipe, "benchmark", weights.layerNames()), styles, MachineShare
			.all());
		run = new StyleTransferRun(memory, recipe, styles, job, StyleTransferSession.targetSize(recipe, job.content().size()),
			listener);
	}

	/** Makes the run, once it runs, record the finest level's pixels. */
	public PixelRecord watch() {
		final PixelRecord record = new PixelRecord(scope.zeros(VggImage.CHANNELS * run.finestLevel().tiling().image()
			.pixels()), start);
		run.watchFinestLevel(record);
		return record;
	}

	/** Runs. */
	public StyleTransferResult run() {
		return run.run("benchmark", "", engine);
	}

	/**
	 * Returns the loss that the run minimises at its finest level, in this engine's
	 * arithmetic.
	 *
	 * @param owner of what it needs
	 */
	public DifferentiableFunction loss(final TensorScope owner) {
		return run.objective(run.finestLevel(), owner);
	}

	/** Returns the loss of each of some pixels of the finest level. */
	public List<Double> losses(final List<float[]> pixels) {
		try (TensorScope temporary = new TensorScope()) {
			final DifferentiableFunction loss = loss(temporary);
			final INDArray gradient = temporary.zeros(pixels.get(0).length);
			return pixels.stream().map(values -> {
				try (TensorScope one = new TensorScope()) {
					return loss.evaluate(one.tensor(values, values.length), gradient);
				}
			}).collect(Collectors.toList());
		}
	}

	/** Returns the pixels that a level starts with, if it starts with an image of its size. */
	public static float[] pixels(final VggImage image) {
		return image.withMargin(LevelPlan.MARGIN).values();
	}

	@Override
	public void close() {
		scope.close();
		memory.close();
	}
}
