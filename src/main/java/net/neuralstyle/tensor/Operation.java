package net.neuralstyle.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An ND4J operation bound to its input and output tensors. Made by
 * {@link TensorScope#operation}, which owns it.
 */
public final class Operation implements AutoCloseable {

	private final OpExecutioner executioner = Nd4j.getExecutioner();
	private final CustomOp operation;
	private final OpContext context;

	Operation(final String name, final INDArray[] inputs, final INDArray output, final long[] integers,
		final double[] numbers)
	{
		operation = DynamicCustomOp.builder(name).build();
		context = executioner.buildContext();
		context.setInputArrays(inputs);
		context.setOutputArrays(output);
		context.setIArguments(integers);
		context.setTArguments(numbers);
	}

	/** Takes other tensors of the same shapes from now on. */
	public void bind(final INDArray[] inputs, final INDArray output) {
		context.setInputArrays(inputs);
		context.setOutputArrays(output);
	}

	/** Computes the output tensor from what the input tensors hold now. */
	public void run() {
		executioner.exec(operation, context);
	}

	@Override
	public void close() {
		try {
			context.close();
		}
		catch (final Exception exc) {
			throw new IllegalStateException(exc);
		}
	}
}
