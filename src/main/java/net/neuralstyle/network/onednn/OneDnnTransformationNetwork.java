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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.TransformationNetwork;
import net.neuralstyle.network.TransformationTopology;
import net.neuralstyle.network.TransformationTopology.Role;
import net.neuralstyle.tensor.TensorScope;
import net.neuralstyle.tensor.Vectors;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs an image transformation network by oneDNN's primitives, all bound to one block of memory. */
final class OneDnnTransformationNetwork implements TransformationNetwork {

	/** Scratchpads and generated code. */
	private static final long WORKING_BYTES = 8L << 20;

	private final OneDnnTransformationEngine engine;
	private final TransformationTopology topology;
	private final TransformationPlan plan;
	private final ImageSize size;
	private final boolean training;
	private final TensorScope scope = new TensorScope();
	private final Primitives primitives;
	private final INDArray pixels;
	private final INDArray image;
	private final Pointer block;
	private final List<InstanceNormalisation> normalisations = new ArrayList<>();
	private final List<Runnable> forward = new ArrayList<>();
	private final List<Runnable> backward = new ArrayList<>();
	/** With given statistics; made when there are any for the first time. */
	private final List<Runnable> foldedForward = new ArrayList<>();
	private final List<FoldedConvolution> folded = new ArrayList<>();
	private float[] foldedStatistics = {};
	private int foldedChanges;
	/** Null without training. */
	private final INDArray imageGradient;
	private final INDArray gradient;
	/** Whether there is what a gradient needs. */
	private boolean hasRun;

	OneDnnTransformationNetwork(final OneDnnTransformationEngine engine, final TransformationPlan plan,
		final ImageSize size, final boolean training)
	{
		this.engine = engine;
		topology = engine.topology();
		this.plan = plan;
		this.size = size;
		this.training = training;
		try {
			primitives = new Primitives(scope);
			pixels = scope.zeros(1, size.height(), size.width(), VggImage.CHANNELS);
			image = scope.zeros(1, size.height(), size.width(), VggImage.CHANNELS);
			block = Primitives.address(scope.zeros(plan.length()));
			imageGradient = training ? scope.zeros(1, size.height(), size.width(), VggImage.CHANNELS) : null;
			gradient = training ? scope.zeros(topology.parameterCount()) : null;
			prepare();
		}
		catch (final RuntimeException | Error exc) {
			scope.close();
			throw exc;
		}
	}

	/** What a network takes, in bytes. */
	static long bytes(final TransformationTopology topology, final TransformationPlan plan, final ImageSize size,
		final boolean training)
	{
		// NB: For a gradient it is there in the order in which it is computed, too; for given statistics the kernel is.
		final long images = (training ? 3 : 2) * VggImage.CHANNELS * size.pixels();
		return Float.BYTES * (plan.length() + images + 3L * topology.parameterCount()) + WORKING_BYTES;
	}

	@Override
	public ImageSize size() {
		return size;
	}

	@Override
	public INDArray run(final INDArray values) {
		pixels.reshape(values.shape()).assign(values);
		forward.forEach(Runnable::run);
		hasRun = true;
		return image;
	}

	@Override
	public INDArray run(final INDArray values, final INDArray statistics) {
		hasRun = false;
		if (folded.isEmpty()) prepareFolded();
		final float[] given = TensorScope.values(statistics);
		if (engine.changes() != foldedChanges || !Arrays.equals(given, foldedStatistics)) {
			folded.forEach(convolution -> convolution.fold(given));
			foldedStatistics = given;
			foldedChanges = engine.changes();
		}
		pixels.reshape(values.shape()).assign(values);
		foldedForward.forEach(Runnable::run);
		return image;
	}

	@Override
	public void copyStatistics(final INDArray target) {
		final float[] statistics = new float[topology.statisticsCount()];
		normalisations.forEach(normalisation -> normalisation.copyStatistics(statistics));
		Primitives.values(target).put(statistics);
	}

	@Override
	public void addGradient(final INDArray given, final INDArray sum) {
		if (!training) throw new IllegalStateException("This network was not made for training.");
		if (!hasRun) throw new IllegalStateException("The network has not made an image since the last gradient.");
		hasRun = false;
		imageGradient.reshape(given.shape()).assign(given);
		backward.forEach(Runnable::run);
		Vectors.addScaled(sum, 1, gradient);
	}

	@Override
	public void close() {
		scope.close();
	}

	// -- Helper methods --

	private void prepare() {
		final List<MirroredConvolution> convolutions = new ArrayList<>();
		DenseMap previous = pixelMap();
		for (int i = 0; i < plan.steps().size(); i++) {
			final TransformationPlan.Step step = plan.steps().get(i);
			final ConvolutionNumbers numbers = engine.numbers().get(i);
			final MirroredMap input = step.input(block);
			forward.add(input.fill(previous, primitives));
			final boolean isLast = step.convolution().role() == Role.LAST;
			final DenseMap convolved = isLast ? step.output(Primitives.address(image)) : step.convolved(block);
			final MirroredConvolution convolution = new MirroredConvolution(numbers, input, convolved, training, primitives);
			convolutions.add(convolution);
			forward.add(convolution::run);
			if (isLast) continue;
			final DenseMap result = step.result(block);
			final InstanceNormalisation normalisation = new InstanceNormalisation(numbers, convolved, result, step.kept(block),
				primitives);
			normalisations.add(normalisation);
			forward.add(normalisation::run);
			previous = result;
			if (step.convolution().role() == Role.ENDS_BLOCK) {
				previous = step.trunk(block);
				forward.add(primitives.add(result.whole(primitives), previous.whole(primitives)));
			}
		}
		if (training) prepareGradient(convolutions);
	}

	private void prepareGradient(final List<MirroredConvolution> convolutions) {
		final FloatPointer sums = new FloatPointer(Primitives.address(gradient));
		for (int i = convolutions.size() - 1; i >= 0; i--) {
			final TransformationPlan.Step step = plan.steps().get(i);
			final Role role = step.convolution().role();
			final DenseMap given;
			if (role == Role.LAST) given = step.output(Primitives.address(imageGradient));
			else {
				given = step.convolvedGradient(block);
				backward.add(normalisations.get(i).gradient(step.resultGradient(block), given, sums));
			}
			final DenseMap multiplied = multiplied(given, step);
			backward.add(convolutions.get(i).numbersGradient(multiplied, sums));
			if (i == 0) return;
			final MirroredMap target = step.inputGradient(block);
			backward.add(convolutions.get(i).inputGradient(multiplied, target, step.otherInputGradient(block)));
			backward.add(target.giveBack(plan.steps().get(i - 1).resultGradient(block), role == Role.BEGINS_BLOCK,
				primitives));
		}
	}

	/** A gradient in the type that is multiplied. */
	private DenseMap multiplied(final DenseMap given, final TransformationPlan.Step step) {
		final DenseMap multiplied = step.multipliedGradient(block);
		if (multiplied == null) return given;
		backward.add(primitives.copy(given.whole(primitives), multiplied.whole(primitives)));
		return multiplied;
	}

	private void prepareFolded() {
		DenseMap previous = pixelMap();
		for (int i = 0; i < plan.steps().size(); i++) {
			final TransformationPlan.Step step = plan.steps().get(i);
			final ConvolutionNumbers numbers = engine.numbers().get(i);
			final MirroredMap input = step.input(block);
			foldedForward.add(input.fill(previous, primitives));
			if (step.convolution().role() == Role.LAST) {
				foldedForward.add(new MirroredConvolution(numbers, input, step.output(Primitives.address(image)), false,
					primitives)::run);
				return;
			}
			previous = step.convolution().role() == Role.ENDS_BLOCK ? step.trunk(block) : step.result(block);
			final FoldedConvolution convolution = new FoldedConvolution(numbers, engine.parameters(), input, previous,
				primitives);
			folded.add(convolution);
			foldedForward.add(convolution::run);
		}
	}

	private DenseMap pixelMap() {
		return new DenseMap(size.height(), size.width(), VggImage.CHANNELS, 1, ValueType.FLOAT32, Primitives.address(
			pixels));
	}
}
