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

package net.neuralstyle.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

import net.neuralstyle.feedforward.NetworkUpdate;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.SameDiffTransformation;
import net.neuralstyle.network.TransformationEngine;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.nd4j.Nd4jTransformationEngine;
import net.neuralstyle.network.onednn.OneDnnTransformationEngine;
import net.neuralstyle.optimize.AdamUpdate;
import net.neuralstyle.recipe.Precision;
import net.neuralstyle.tensor.OneDnn;
import net.neuralstyle.tensor.TensorScope;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** What computes transformation networks, in float32 where nothing else is said, and is measured. */
enum TransformationEngines {

		/** Our own network, of oneDNN 3's primitives. */
		ONEDNN("oneDNN 3"),
		/** The same, whose convolutions multiply bfloat16. */
		BFLOAT16("oneDNN 3, bfloat16"),
		/** Our own network, of ND4J's operations. */
		ND4J("ND4J"),
		/** ND4J's automatic differentiation, and its Adam, for each kernel and each row by itself. */
		SAMEDIFF("SameDiff");

	/** The image of a picture, with the statistics that it has itself. */
	static final String FORWARD = "forward";
	/** The gradient of the numbers, of the image that was made last. */
	static final String BACKWARD = "backward";
	/** Image and gradient in one, where they cannot be had one after the other. */
	static final String BOTH = "forward and backward";
	/** A step of the numbers with all that belongs to it: Muon and Adam of engines, Adam alone of SameDiff. */
	static final String UPDATE = "update";
	/** The image with given statistics, and the first of those images. */
	static final String GIVEN = "given";
	static final String FOLD = "fold";

	private static final double STEP_LENGTH = 1e-4;

	private final String text;

	TransformationEngines(final String text) {
		this.text = text;
	}

	/** Whether this machine has it. */
	boolean isHere() {
		if (this == ONEDNN) return OneDnn.obstacle().isEmpty();
		return this != BFLOAT16 || OneDnn.obstacle().isEmpty() && OneDnn.multipliesBfloat16();
	}

	/**
	 * Prepares what is measured, in the order of a step, since backward is what forward left.
	 *
	 * @param scope owns what they need
	 */
	Map<String, Runnable> tasks(final TransformationTopology topology, final float[] parameters, final ImageSize size,
		final TensorScope scope)
	{
		final INDArray pixels = scope.tensor(VggImage.noise(size, 1).values(), 1, size.height(), size.width(),
			VggImage.CHANNELS);
		if (this == SAMEDIFF) return ofGraph(new SameDiffTransformation(topology, size, parameters, DataType.FLOAT), pixels);
		final TransformationEngine engine = scope.own(this == ND4J ? new Nd4jTransformationEngine(topology)
			: new OneDnnTransformationEngine(topology, parameters, this == BFLOAT16 ? Precision.BFLOAT16
				: Precision.FLOAT32));
		engine.setParameters(parameters);
		return ofEngine(engine, size, pixels, scope);
	}

	/** A step of ND4J's Adam. */
	static Runnable adam(final INDArray point, final INDArray gradient) {
		final GradientUpdater<?> adam = new Adam(STEP_LENGTH).instantiate(Map.of("M", Nd4j.zerosLike(point), "V", Nd4j
			.zerosLike(point)), false);
		final int[] steps = { 0 };
		return () -> {
			adam.applyUpdater(gradient, steps[0]++, 0);
			point.subi(gradient);
		};
	}

	/** A step of our Adam, which is ND4J's operation and what belongs to it. */
	static Runnable ownAdam(final INDArray point, final INDArray gradient, final TensorScope scope) {
		final AdamUpdate adam = new AdamUpdate(point, gradient, scope);
		return () -> adam.step(STEP_LENGTH);
	}

	/** For people. */
	@Override
	public String toString() {
		return text;
	}

	// -- Helper methods --

	private static Map<String, Runnable> ofEngine(final TransformationEngine engine, final ImageSize size,
		final INDArray pixels, final TensorScope scope)
	{
		final TransformationNetwork network = scope.own(engine.network(size, true));
		final TransformationNetwork painting = scope.own(engine.network(size, false));
		final INDArray gradient = scope.zeros(engine.topology().parameterCount());
		final INDArray statistics = scope.zeros(engine.topology().statisticsCount()).assign(1);
		final NetworkUpdate update = new NetworkUpdate(engine.topology(), engine.parameters(), gradient, scope);
		final Map<String, Runnable> tasks = new LinkedHashMap<>();
		tasks.put(FORWARD, () -> network.run(pixels));
		tasks.put(BACKWARD, () -> network.addGradient(pixels, gradient));
		tasks.put(UPDATE, () -> {
			update.step(STEP_LENGTH);
			engine.parametersChanged();
			gradient.assign(0);
		});
		// NB: The statistics are folded into the kernels at once, as for parts of a picture after the first.
		tasks.put(FOLD, () -> painting.run(pixels, statistics));
		tasks.put(GIVEN, () -> painting.run(pixels, statistics));
		return tasks;
	}

	private static Map<String, Runnable> ofGraph(final SameDiffTransformation graph, final INDArray pixels) {
		final Map<String, INDArray> gradients = new LinkedHashMap<>(graph.gradients(pixels, pixels));
		final Map<String, Runnable> updates = new LinkedHashMap<>();
		graph.parameters().forEach((name, values) -> updates.put(name, adam(values, gradients.get(name))));
		final Map<String, Runnable> tasks = new LinkedHashMap<>();
		tasks.put(FORWARD, () -> graph.run(pixels));
		tasks.put(BOTH, () -> graph.gradients(pixels, pixels));
		tasks.put(UPDATE, () -> updates.values().forEach(Runnable::run));
		return tasks;
	}
}
