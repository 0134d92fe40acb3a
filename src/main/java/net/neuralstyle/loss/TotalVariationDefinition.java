package net.neuralstyle.loss;

import java.util.Set;

import net.neuralstyle.image.Tiling;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.network.NetworkParameters;

/**
 * The total variation, weight * sum ((x[i,j] - x[i+1,j])^2 + (x[i,j] -
 * x[i,j+1])^2)^1.25 over i &lt; H-1, j &lt; W-1 and channels (Mahendran and Vedaldi,
 * "Understanding deep image representations by inverting them", CVPR 2015,
 * section 3, with beta = 2.5): it keeps the picture free of noise.
 */
public final class TotalVariationDefinition implements TermDefinition {

	/** It is computed in strips of at most so many pixels. */
	private static final long STRIP_PIXELS = 512 * 512;

	private final double weight;

	/** @param weight positive */
	public TotalVariationDefinition(final double weight) {
		this.weight = weight;
	}

	@Override
	public String name() {
		return "total variation";
	}

	@Override
	public Set<String> layers() {
		return Set.of();
	}

	@Override
	public long bytes(final NetworkParameters parameters, final Tiling tiling) {
		return TotalVariationTerm.STRIPS * Float.BYTES * VggImage.CHANNELS * Math.min(STRIP_PIXELS, tiling.image().pixels());
	}

	@Override
	public Term bind(final Binding binding) {
		return new TotalVariationTerm(name(), binding.size(), weight, STRIP_PIXELS, binding.scope());
	}
}
