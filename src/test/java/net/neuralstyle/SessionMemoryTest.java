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

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;

import net.neuralstyle.image.ColourStatistics;
import net.neuralstyle.image.ColourTransform;
import net.neuralstyle.image.ImageSize;
import net.neuralstyle.image.VggImage;
import net.neuralstyle.image.WeightMap;
import net.neuralstyle.loss.StyleTargets;
import net.neuralstyle.loss.TermDefinition;
import net.neuralstyle.network.FeatureNetwork;
import net.neuralstyle.network.Engines;
import net.neuralstyle.network.NetworkEngine;
import net.neuralstyle.recipe.Recipe;
import net.neuralstyle.recipe.Settings;
import net.neuralstyle.weights.NetworkWeights;

import org.junit.jupiter.api.Test;

/** What a session keeps from one image to the next. */
class SessionMemoryTest {

	private static final VggImage CONTENT = VggImage.of(TestPictures.waves(61, 45, 1));
	private static final Style STYLE = Style.of(TestPictures.waves(40, 52, 2));

	private final Recipe recipe = SmallNetwork.recipe().build();

	@Test
	void onlyWhatTheStylesLookLikeIsForgottenWhenTheirColoursChange() {
		final NetworkWeights weights = new SmallNetwork().load();
		final RecipeTerms terms = new RecipeTerms(recipe, "", weights.layerNames());
		final ColourStatistics own = ColourStatistics.of(STYLE.image());
		final ColourStatistics wanted = ColourStatistics.of(CONTENT);
		try (SessionMemory memory = new SessionMemory(Engines.open(weights, recipe.get(Settings.POOLING)), terms, List
			.of(STYLE), MachineShare.all()))
		{
			final List<TermDefinition> definitions = terms.definitions(CONTENT, List.of(WeightMap.ones(CONTENT.size())),
				LevelPlan.MARGIN, (region, size) -> null);
			final LevelPlan level = prepare(memory, definitions);
			final ImageSize size = level.tiling().image();
			final FeatureNetwork network = memory.network(level, definitions);
			final List<Style> matched = memory.recoloured(List.of(ColourTransform.matching(own, wanted)));
			final StyleTargets targets = memory.targets(matched, size);
			assertSame(targets, memory.targets(memory.recoloured(List.of(ColourTransform.matching(own, wanted))), size));

			final List<Style> other = memory.recoloured(List.of(ColourTransform.IDENTITY));
			assertNotSame(targets, memory.targets(other, size));
			assertNotSame(targets, memory.targets(memory.recoloured(List.of(ColourTransform.matching(own, wanted))), size));
			assertSame(network, memory.network(prepare(memory, definitions), definitions));
		}
	}

	private LevelPlan prepare(final SessionMemory memory, final List<TermDefinition> definitions) {
		return memory.prepare(recipe, Pyramid.of(recipe, CONTENT.size(), List.of(STYLE.image().size())), definitions).get(0);
	}
}
