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

package net.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import net.neuralstyle.TestPictures;
import net.neuralstyle.tensor.TensorScope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Proves that pixels keep their place and colour on the way from ImgLib2 to the
 * network's form and back, whatever the image's type.
 */
class VggImageTest {

	private static final float BLUE_MEAN = 103.939f;
	private static final float GREEN_MEAN = 116.779f;
	private static final float RED_MEAN = 123.68f;

	// -- Colour --

	@Test
	void markedPixelIsFoundAtItsPlace() {
		final Img<ARGBType> image = ArrayImgs.argbs(5, 4);
		image.getAt(3, 1).set(ARGBType.rgba(200, 100, 50, 255));
		assertPixel(200, 100, 50, VggImage.of(image), 3, 1);
	}

	@Test
	void onlyTheMarkedPixelHasItsColour() {
		final Img<ARGBType> image = ArrayImgs.argbs(5, 4);
		image.getAt(3, 1).set(ARGBType.rgba(200, 100, 50, 255));
		final float[] values = VggImage.of(image).values();
		for (int i = 0; i < values.length; i += 3) {
			if (i != 3 * (5 + 3)) assertEquals(-BLUE_MEAN, values[i]);
		}
	}

	@Test
	void channelsAreBlueGreenRedMinusTheirMeans() {
		final Img<ARGBType> image = ArrayImgs.argbs(new int[] { ARGBType.rgba(3, 2, 1, 255) }, 1, 1);
		assertArrayEquals(new float[] { 1 - BLUE_MEAN, 2 - GREEN_MEAN, 3 - RED_MEAN }, VggImage.of(image).values());
	}

	@Test
	void transparencyIsIgnored() {
		final Img<ARGBType> image = ArrayImgs.argbs(new int[] { ARGBType.rgba(3, 2, 1, 0) }, 1, 1);
		assertPixel(3, 2, 1, VggImage.of(image), 0, 0);
	}

	@Test
	void sizeIsThatOfTheImage() {
		assertEquals(new ImageSize(5, 4), VggImage.of(ArrayImgs.argbs(5, 4)).size());
	}

	@Test
	void cropOfAnImageIsReadFromItsCorner() {
		final Img<ARGBType> image = ArrayImgs.argbs(8, 8);
		image.getAt(5, 3).set(ARGBType.rgba(200, 100, 50, 255));
		assertPixel(200, 100, 50, VggImage.of(Views.interval(image, Intervals.createMinMax(4, 2, 7, 6))), 1, 1);
	}

	@Test
	void rotatedViewIsReadAsItLooks() {
		final Img<ARGBType> image = ArrayImgs.argbs(5, 4);
		image.getAt(3, 1).set(ARGBType.rgba(200, 100, 50, 255));
		final VggImage rotated = VggImage.of(Views.permute(image, 0, 1));
		assertEquals(new ImageSize(4, 5), rotated.size());
		assertPixel(200, 100, 50, rotated, 1, 3);
	}

	// -- Grey pixels --

	static Stream<Arguments> greyImages() {
		return Stream.of( //
			Arguments.of("8-bit", ArrayImgs.unsignedBytes(5, 4)), //
			Arguments.of("16-bit", ArrayImgs.unsignedShorts(5, 4)), //
			Arguments.of("32-bit", ArrayImgs.floats(5, 4)), //
			Arguments.of("64-bit", ArrayImgs.doubles(5, 4)), //
			Arguments.of("planar 8-bit", PlanarImgs.unsignedBytes(5, 4)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("greyImages")
	<T extends RealType<T>> void greyPixelHasTheSameValueInAllChannels(final String name, final Img<T> image) {
		image.getAt(3, 1).setReal(200);
		assertPixel(200, 200, 200, VggImage.of(image), 3, 1);
	}

	@ParameterizedTest
	@CsvSource({ "-5, 0", "-Infinity, 0", "NaN, 0", "255.5, 255", "70000, 255", "Infinity, 255", "0, 0", "255, 255",
		"12.25, 12.25" })
	void realValueIsClipped(final float value, final float expected) {
		final float[] values = VggImage.of(ArrayImgs.floats(new float[] { value }, 1, 1)).values();
		assertArrayEquals(new float[] { expected - BLUE_MEAN, expected - GREEN_MEAN, expected - RED_MEAN }, values);
	}

	@Test
	void valueOf16BitsIsClipped() {
		final VggImage image = VggImage.of(ArrayImgs.unsignedShorts(new short[] { (short) 65535 }, 1, 1));
		assertPixel(255, 255, 255, image, 0, 0);
	}

	// -- Planes --

	@Test
	void planesAreRedGreenBlue() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(5, 4, 3);
		image.getAt(3, 1, 0).set(200);
		image.getAt(3, 1, 1).set(100);
		image.getAt(3, 1, 2).set(50);
		assertPixel(200, 100, 50, VggImage.of(image), 3, 1);
	}

	@Test
	void planesMayStartAnywhere() {
		final Img<FloatType> image = ArrayImgs.floats(5, 4, 3);
		image.getAt(3, 1, 0).set(200);
		image.getAt(3, 1, 1).set(100);
		image.getAt(3, 1, 2).set(50);
		assertPixel(200, 100, 50, VggImage.of(Views.translate(image, -7, 11, 5)), 3, 1);
	}

	// -- Images of other kinds --

	static Stream<RandomAccessibleInterval<? extends NumericType<?>>> otherImages() {
		return Stream.of( //
			ArrayImgs.unsignedBytes(5), //
			ArrayImgs.unsignedBytes(5, 4, 2), //
			ArrayImgs.unsignedBytes(5, 4, 4), //
			ArrayImgs.unsignedBytes(5, 4, 3, 1), //
			ArrayImgs.argbs(5, 4, 3), //
			ArrayImgs.argbs(5, 4, 2), //
			ArrayImgs.complexFloats(5, 4));
	}

	@ParameterizedTest
	@MethodSource("otherImages")
	void imageOfAnotherKindIsRefused(final RandomAccessibleInterval<? extends NumericType<?>> image) {
		assertThrows(IllegalArgumentException.class, () -> VggImage.of(image));
	}

	@Test
	void emptyImageIsRefused() {
		final RandomAccessibleInterval<UnsignedByteType> empty = Views.interval(ArrayImgs.unsignedBytes(5, 4), //
			new long[] { 2, 2 }, new long[] { 1, 3 });
		assertThrows(IllegalArgumentException.class, () -> VggImage.of(empty));
	}

	// -- Back to colour --

	@Test
	void everyIntensitySurvivesTheRoundTrip() {
		final int[] colours = new int[256];
		Arrays.setAll(colours, i -> ARGBType.rgba(i, 255 - i, (i + 100) % 256, 255));
		final int[] result = colours(VggImage.of(ArrayImgs.argbs(colours, 16, 16)));
		assertArrayEquals(colours, result);
	}

	@Test
	void randomImageSurvivesTheWayThroughATensor() {
		final Random random = new Random(1);
		final int[] colours = new int[19 * 23];
		Arrays.setAll(colours, i -> random.nextInt() | 0xff000000);
		final VggImage image = VggImage.of(ArrayImgs.argbs(colours, 19, 23));
		try (TensorScope scope = new TensorScope()) {
			final VggImage back = VggImage.of(scope.tensor(image.values(), 1, 23, 19, 3), image.size());
			assertArrayEquals(colours, colours(back));
		}
	}

	@Test
	void resultIsOpaque() {
		final int[] colours = colours(VggImage.of(ArrayImgs.argbs(new int[] { ARGBType.rgba(3, 2, 1, 0) }, 1, 1)));
		assertEquals(255, ARGBType.alpha(colours[0]));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0", "-1e9, 0", "256, 255", "1e9, 255", "12.4, 12", "12.6, 13", "Infinity, 255", "-Infinity, 0" })
	void intensityIsRoundedAndClipped(final float intensity, final int expected) {
		try (TensorScope scope = new TensorScope()) {
			final float[] values = { intensity - BLUE_MEAN, intensity - GREEN_MEAN, intensity - RED_MEAN };
			final int[] colours = colours(VggImage.of(scope.tensor(values, 3), new ImageSize(1, 1)));
			assertEquals(ARGBType.rgba(expected, expected, expected, 255), colours[0]);
		}
	}

	@Test
	void resultHasTheSizeOfTheImage() {
		final Img<ARGBType> result = VggImage.noise(new ImageSize(5, 4), 1).toArgb();
		assertArrayEquals(new long[] { 5, 4 }, result.dimensionsAsLongArray());
	}

	// -- Noise --

	@Test
	void noiseOfTheSameSeedIsTheSame() {
		final ImageSize size = new ImageSize(20, 10);
		assertArrayEquals(VggImage.noise(size, 7).values(), VggImage.noise(size, 7).values());
	}

	@Test
	void noiseOfAnotherSeedIsAnother() {
		final ImageSize size = new ImageSize(20, 10);
		assertFalse(Arrays.equals(VggImage.noise(size, 7).values(), VggImage.noise(size, 8).values()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void noiseFillsTheRangeOfEveryChannel(final int channel) {
		final float mean = new float[] { BLUE_MEAN, GREEN_MEAN, RED_MEAN }[channel];
		final float[] values = VggImage.noise(new ImageSize(100, 100), 7).values();
		float smallest = Float.MAX_VALUE;
		float largest = -Float.MAX_VALUE;
		double sum = 0;
		for (int i = channel; i < values.length; i += 3) {
			smallest = Math.min(smallest, values[i] + mean);
			largest = Math.max(largest, values[i] + mean);
			sum += values[i] + mean;
		}
		assertEquals(0, smallest, 0.5f);
		assertEquals(255, largest, 0.5f);
		assertEquals(127.5, sum / 10_000, 3);
	}

	// -- Values and size --

	@Test
	void valuesAreACopy() {
		final VggImage image = VggImage.noise(new ImageSize(4, 4), 1);
		final float[] before = image.values();
		image.values()[0] = 1000;
		assertArrayEquals(before, image.values());
	}

	@Test
	void tensorIsCopied() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray pixels = scope.zeros(1, 2, 2, 3);
			final VggImage image = VggImage.of(pixels, new ImageSize(2, 2));
			pixels.assign(1);
			assertArrayEquals(new float[12], image.values());
		}
	}

	@Test
	void tensorOfAnotherShapeIsReadInItsOrder() {
		try (TensorScope scope = new TensorScope()) {
			final float[] values = counted(12);
			final ImageSize size = new ImageSize(2, 2);
			assertArrayEquals(values, VggImage.of(scope.tensor(values, 1, 2, 2, 3), size).values());
			assertArrayEquals(values, VggImage.of(scope.tensor(values, 12), size).values());
			assertArrayEquals(values, VggImage.of(scope.tensor(values, 6, 2), size).values());
		}
	}

	@Test
	void viewAtAnOffsetIsReadFromThere() {
		try (TensorScope scope = new TensorScope()) {
			// NB: The second of two images in one tensor.
			final INDArray second = scope.tensor(counted(24), 2, 2, 2, 3).get(NDArrayIndex.interval(1, 2),
				NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
			assertArrayEquals(Arrays.copyOfRange(counted(24), 12, 24), VggImage.of(second, new ImageSize(2, 2)).values());
		}
	}

	@Test
	void viewWithGapsIsReadWithoutThem() {
		try (TensorScope scope = new TensorScope()) {
			// NB: The last two columns of three rows of three pixels.
			final INDArray right = scope.tensor(counted(27), 1, 3, 3, 3).get(NDArrayIndex.all(), NDArrayIndex.all(),
				NDArrayIndex.interval(1, 3), NDArrayIndex.all());
			assertArrayEquals(new float[] { 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26 }, //
				VggImage.of(right, new ImageSize(2, 3)).values());
		}
	}

	@Test
	void viewWithItsAxesExchangedIsReadInItsOrder() {
		try (TensorScope scope = new TensorScope()) {
			final INDArray planes = scope.tensor(counted(6), 1, 3, 1, 2);
			assertArrayEquals(new float[] { 0, 2, 4, 1, 3, 5 }, //
				VggImage.of(planes.permute(0, 2, 3, 1), new ImageSize(2, 1)).values());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 11, 13, 24 })
	void tensorWithAnotherNumberOfValuesIsRefused(final int length) {
		try (TensorScope scope = new TensorScope()) {
			final INDArray pixels = scope.zeros(length);
			final ImageSize size = new ImageSize(2, 2);
			assertThrows(IllegalArgumentException.class, () -> VggImage.of(pixels, size));
		}
	}

	@Test
	void viewWithAnotherNumberOfValuesIsRefused() {
		try (TensorScope scope = new TensorScope()) {
			// NB: The whole tensor has as many as the image.
			final INDArray part = scope.zeros(2, 2, 3).get(NDArrayIndex.interval(0, 1), NDArrayIndex.all(),
				NDArrayIndex.all());
			assertThrows(IllegalArgumentException.class, () -> VggImage.of(part, new ImageSize(2, 2)));
		}
	}

	@Test
	void resizedImageHasTheNewSize() {
		final ImageSize target = new ImageSize(9, 2);
		final VggImage resized = VggImage.noise(new ImageSize(4, 5), 1).resizedTo(target);
		assertEquals(target, resized.size());
		assertEquals(9 * 2 * 3, resized.values().length);
	}

	@Test
	void resizedImageKeepsItsColours() {
		final int[] colours = new int[20];
		Arrays.fill(colours, ARGBType.rgba(200, 100, 50, 255));
		final VggImage resized = VggImage.of(ArrayImgs.argbs(colours, 4, 5)).resizedTo(new ImageSize(9, 2));
		assertTrue(Arrays.stream(colours(resized)).allMatch(colour -> colour == colours[0]));
	}

	@Test
	void imageOfTheSizeAskedForIsNotCopied() {
		final VggImage image = VggImage.noise(new ImageSize(4, 5), 1);
		assertSame(image, image.resizedTo(new ImageSize(4, 5)));
	}

	// -- Enlarging --

	@Test
	void imageEnlargedWithTheDetailOfItsOriginalIsTheOriginal() {
		final VggImage original = VggImage.noise(new ImageSize(21, 17), 1);
		final VggImage enlarged = original.resizedTo(new ImageSize(11, 9)).enlargedWithDetailOf(original, 1);
		assertArrayEquals(original.values(), enlarged.values(), 1e-3f);
	}

	@Test
	void imageEnlargedWithTheDetailOfAFlatImageIsSmoothedAndEnlarged() {
		final VggImage image = VggImage.noise(new ImageSize(11, 9), 1);
		final VggImage flat = VggImage.of(ArrayImgs.argbs(21, 17));
		assertArrayEquals(image.smoothed().resizedTo(flat.size()).values(), image.enlargedWithDetailOf(flat, 2).values(),
			1e-3f);
	}

	@Test
	void detailIsMultipliedByTheGain() {
		final VggImage detailed = VggImage.noise(new ImageSize(22, 18), 1);
		final VggImage small = VggImage.noise(new ImageSize(11, 9), 2);
		final float[] plain = small.smoothed().resizedTo(detailed.size()).values();
		final float[] once = small.enlargedWithDetailOf(detailed, 1).values();
		final float[] twice = small.enlargedWithDetailOf(detailed, 2).values();
		for (int i = 0; i < plain.length; i++) {
			assertEquals(2 * (once[i] - plain[i]), twice[i] - plain[i], 1e-3f);
		}
	}

	@Test
	void smoothedImageHasABinomialMeanOfEachNeighbourhood() {
		final float[] impulse = new float[5 * 4];
		impulse[5 + 2] = 16;
		final VggImage smoothed = VggImage.of(ArrayImgs.floats(impulse, 5, 4)).smoothed();
		final int[] expected = { 0, 1, 2, 1, 0, 0, 2, 4, 2, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0, 0 };
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i] - BLUE_MEAN, smoothed.values()[3 * i], 1e-4f);
		}
	}

	@Test
	void smoothedImageHasItsOutermostPixelsGoOn() {
		final float[] corner = new float[3 * 3];
		corner[0] = 16;
		final VggImage smoothed = VggImage.of(ArrayImgs.floats(corner, 3, 3)).smoothed();
		assertEquals(9 - BLUE_MEAN, smoothed.values()[0], 1e-4f);
	}

	@Test
	void wavesOfTwoPixelsAreGoneWhenSmoothed() {
		final float[] waves = new float[8 * 6];
		for (int i = 0; i < waves.length; i++) {
			waves[i] = i % 2 * 200;
		}
		final VggImage smoothed = VggImage.of(ArrayImgs.floats(waves, 8, 6)).smoothed();
		assertEquals(100 - BLUE_MEAN, smoothed.values()[3 * (8 * 2 + 3)], 1e-4f);
	}

	// -- Margins --

	@Test
	void marginMirrorsTheImageWithoutItsOutermostPixels() {
		final Img<UnsignedByteType> row = ArrayImgs.unsignedBytes(new byte[] { 1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24 },
			4, 3);
		final int[] reds = reds(VggImage.of(row).withMargin(2));
		assertArrayEquals(new int[] { //
			23, 22, 21, 22, 23, 24, 23, 22, //
			13, 12, 11, 12, 13, 14, 13, 12, //
			3, 2, 1, 2, 3, 4, 3, 2, //
			13, 12, 11, 12, 13, 14, 13, 12, //
			23, 22, 21, 22, 23, 24, 23, 22, //
			13, 12, 11, 12, 13, 14, 13, 12, //
			3, 2, 1, 2, 3, 4, 3, 2 }, reds);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 8 })
	void imageWithoutItsMarginIsTheImage(final int margin) {
		final VggImage image = VggImage.noise(new ImageSize(13, 9), 1);
		final VggImage back = image.withMargin(margin).withoutMargin(margin);
		assertEquals(image.size(), back.size());
		assertArrayEquals(image.values(), back.values());
	}

	@Test
	void partIsThatOfTheImage() {
		final VggImage image = VggImage.noise(new ImageSize(7, 5), 1);
		final float[] part = image.part(2, 1, new ImageSize(3, 4)).values();
		for (int i = 0; i < part.length; i++) {
			final int x = 2 + i / 3 % 3;
			final int y = 1 + i / 9;
			assertEquals(image.values()[(y * 7 + x) * 3 + i % 3], part[i]);
		}
	}

	@Test
	void partIsMirroredBeyondTheBorder() {
		final VggImage image = VggImage.noise(new ImageSize(7, 5), 1);
		assertArrayEquals(image.withMargin(4).values(), image.part(-4, -4, new ImageSize(15, 13)).values());
	}

	@Test
	void imageOfValuesHasThem() {
		final VggImage image = VggImage.noise(new ImageSize(7, 5), 1);
		assertArrayEquals(image.values(), VggImage.of(image.size(), image.values()).values());
		assertThrows(IllegalArgumentException.class, () -> VggImage.of(image.size(), new float[7 * 5]));
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void imageWithAValueThatIsNoNumberIsNotFinite(final float value) {
		final float[] values = VggImage.noise(new ImageSize(7, 5), 1).values();
		assertTrue(VggImage.of(new ImageSize(7, 5), values).isFinite());
		values[17] = value;
		assertFalse(VggImage.of(new ImageSize(7, 5), values).isFinite());
	}

	@Test
	void marginMakesTheImageLargerOnAllSides() {
		assertEquals(new ImageSize(29, 25), VggImage.noise(new ImageSize(13, 9), 1).withMargin(8).size());
	}

	// -- Grey --

	@Test
	void imageOfEqualColoursIsGreyAndOneOtherPixelMakesItColoured() {
		final int[] colours = new int[256];
		Arrays.setAll(colours, i -> ARGBType.rgba(i, i, i, 255));
		assertTrue(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).isGrey());
		colours[100] = ARGBType.rgba(100, 100, 101, 255);
		assertFalse(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).isGrey());
		colours[100] = ARGBType.rgba(99, 100, 100, 255);
		assertFalse(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).isGrey());
	}

	@Test
	void imageIsOfOneColourUnlessAPixelHasAnother() {
		final int[] colours = new int[16 * 16];
		Arrays.fill(colours, ARGBType.rgba(100, 120, 140, 255));
		assertTrue(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).isOfOneColour());
		assertTrue(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).resizedTo(new ImageSize(23, 9)).isOfOneColour());
		colours[255] = ARGBType.rgba(100, 120, 141, 255);
		assertFalse(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).isOfOneColour());
	}

	@Test
	void greyImageOfRealValuesIsGreyEvenWhereTheyAreAboutToBeRoundedUp() {
		assertTrue(VggImage.of(betweenLevels()).isGrey());
	}

	@Test
	void greyImageHasTheLuminance() {
		final int[] colours = { ARGBType.rgba(10, 20, 60, 255), ARGBType.rgba(0, 0, 255, 255) };
		final VggImage grey = VggImage.of(ArrayImgs.argbs(colours, 2, 1)).toGrey();
		// NB: 0.299 red + 0.587 green + 0.114 blue
		assertArrayEquals(new int[] { ARGBType.rgba(22, 22, 22, 255), ARGBType.rgba(29, 29, 29, 255) }, colours(grey));
	}

	@Test
	void greyImageIsGreyEvenWhereItsValuesAreAboutToBeRoundedUp() {
		assertEquals(0, coloured(VggImage.of(betweenLevels()).toGrey()));
	}

	@Test
	void greyImageStaysAsItIs() {
		final int[] colours = new int[256];
		Arrays.setAll(colours, i -> ARGBType.rgba(i, i, i, 255));
		assertArrayEquals(colours, colours(VggImage.of(ArrayImgs.argbs(colours, 16, 16)).toGrey()));
	}

	// -- Luminance --

	@Test
	void luminanceOfAnotherImageLeavesChroma() {
		final VggImage image = VggImage.of(TestPictures.waves(40, 30, 1));
		// NB: So that nothing is outside 0..255.
		final VggImage pale = changed(image, (level, pixel) -> 100 + level / 8);
		final VggImage other = changed(VggImage.of(TestPictures.waves(40, 30, 2)), (level, pixel) -> 80 + level / 4);
		final VggImage mixed = pale.withLuminanceOf(other);
		for (int pixel = 0; pixel < 1200; pixel++) {
			final double[] mixedYiq = yiq(mixed, pixel);
			assertEquals(yiq(other, pixel)[0], mixedYiq[0], 1e-3);
			assertEquals(yiq(pale, pixel)[1], mixedYiq[1], 1e-3);
			assertEquals(yiq(pale, pixel)[2], mixedYiq[2], 1e-3);
		}
	}

	@Test
	void luminanceThatLeavesNoRoomForChromaLeavesHue() {
		final VggImage image = VggImage.of(TestPictures.waves(40, 30, 1));
		final VggImage other = VggImage.of(TestPictures.waves(40, 30, 2));
		final VggImage mixed = image.withLuminanceOf(other);
		int paler = 0;
		for (int pixel = 0; pixel < 1200; pixel++) {
			final double[] before = yiq(image, pixel);
			final double[] after = yiq(mixed, pixel);
			assertEquals(yiq(other, pixel)[0], after[0], 1e-3);
			final double share = Math.hypot(after[1], after[2]) / Math.hypot(before[1], before[2]);
			assertTrue(share < 1.001, () -> share + " of the chroma");
			assertEquals(share * before[1], after[1], 1e-2);
			assertEquals(share * before[2], after[2], 1e-2);
			if (share < 0.999) {
				paler++;
				// NB: No paler than it must be.
				final double[] levels = { mixed.level(pixel, 0), mixed.level(pixel, 1), mixed.level(pixel, 2) };
				assertEquals(0, Arrays.stream(levels).map(level -> Math.min(level, 255 - level)).min().orElseThrow(), 1e-2);
			}
		}
		assertTrue(paler > 50, paler + " pixels are paler");
	}

	@Test
	void luminanceOutOfRangeIsWhiteOrBlack() {
		final VggImage image = VggImage.of(TestPictures.waves(40, 30, 1));
		final float[] values = new float[3600];
		for (int i = 0; i < values.length; i++) {
			values[i] = i / 3 % 2 == 0 ? 190 : -150;
		}
		final VggImage other;
		try (TensorScope scope = new TensorScope()) {
			other = VggImage.of(scope.tensor(values, values.length), image.size());
		}
		final int[] mixed = colours(image.withLuminanceOf(other));
		for (int pixel = 0; pixel < mixed.length; pixel++) {
			assertEquals(pixel % 2 == 0 ? ARGBType.rgba(255, 255, 255, 255) : ARGBType.rgba(0, 0, 0, 255), mixed[pixel]);
		}
	}

	@Test
	void luminanceOfItselfChangesNothing() {
		final VggImage image = VggImage.of(TestPictures.waves(40, 30, 1));
		assertArrayEquals(colours(image), colours(image.withLuminanceOf(image.toGrey())));
	}

	@Test
	void greyPixelsStayGreyWithAnotherLuminance() {
		final VggImage grey = VggImage.of(betweenLevels());
		final VggImage other = VggImage.of(TestPictures.waves(16, 255, 2)).resizedTo(new ImageSize(20, 200)).resizedTo(grey
			.size());
		assertEquals(0, coloured(grey.withLuminanceOf(other.toGrey())));
	}

	// -- Checksums --

	@Test
	void checksumIsThatOfSizeAndColours() throws NoSuchAlgorithmException {
		final int[] colours = { ARGBType.rgba(1, 2, 3, 255), ARGBType.rgba(250, 251, 252, 255) };
		final byte[] bytes = { 0, 0, 0, 2, 0, 0, 0, 1, 1, 2, 3, (byte) 250, (byte) 251, (byte) 252 };
		final StringBuilder expected = new StringBuilder();
		for (final byte part : MessageDigest.getInstance("SHA-256").digest(bytes)) {
			expected.append(String.format("%02x", part));
		}
		assertEquals(expected.toString(), VggImage.of(ArrayImgs.argbs(colours, 2, 1)).checksum());
	}

	@Test
	void checksumChangesWithOneLevelOfOneColourOfOnePixel() {
		final int[] colours = new int[20];
		final String before = VggImage.of(ArrayImgs.argbs(colours, 5, 4)).checksum();
		assertEquals(before, VggImage.of(ArrayImgs.argbs(colours, 5, 4)).checksum());
		colours[13] = ARGBType.rgba(0, 0, 1, 255);
		assertNotEquals(before, VggImage.of(ArrayImgs.argbs(colours, 5, 4)).checksum());
	}

	@Test
	void checksumChangesWithTheShape() {
		assertNotEquals(VggImage.of(ArrayImgs.argbs(5, 4)).checksum(), VggImage.of(ArrayImgs.argbs(4, 5)).checksum());
	}

	@Test
	void luminanceOfGreyIsItsValueNotRounded() {
		final VggImage image = VggImage.of(ArrayImgs.floats(new float[] { 0, 100.25f, 255 }, 3, 1));
		int i = 0;
		for (final FloatType value : image.toLuminance()) {
			assertEquals(new float[] { 0, 100.25f, 255 }[i++], value.get(), 1e-4f);
		}
	}

	@Test
	void luminanceOfColoursIsThatOfRec601() {
		final VggImage image = VggImage.of(ArrayImgs.argbs(new int[] { 0xffff0000, 0xff00ff00, 0xff0000ff }, 3, 1));
		final float[] expected = { 0.299f * 255, 0.587f * 255, 0.114f * 255 };
		int i = 0;
		for (final FloatType value : image.toLuminance()) {
			assertEquals(expected[i++], value.get(), 1e-3f);
		}
	}

	// -- Helper methods --

	/** Half levels and the next smaller float32 numbers, a row for each. */
	private static Img<FloatType> betweenLevels() {
		final Img<FloatType> image = ArrayImgs.floats(16, 255);
		for (int level = 0; level < 255; level++) {
			float value = level + 0.5f;
			for (int i = 0; i < 16; i++) {
				image.getAt(i, level).set(value);
				value = Math.nextDown(value);
			}
		}
		return image;
	}

	/** How many pixels are not grey. */
	private static long coloured(final VggImage image) {
		return Arrays.stream(colours(image)).filter(colour -> ARGBType.red(colour) != ARGBType.green(colour) || ARGBType.red(
			colour) != ARGBType.blue(colour)).count();
	}

	/** @param change from a level and a pixel's number to a level */
	private static VggImage changed(final VggImage image, final DoubleBinaryOperator change) {
		final ImageSize size = image.size();
		final Img<FloatType> levels = ArrayImgs.floats(size.width(), size.height(), 3);
		for (int pixel = 0; pixel < size.pixels(); pixel++) {
			for (int channel = 0; channel < 3; channel++) {
				levels.getAt(pixel % size.width(), pixel / size.width(), 2 - channel).set((float) change.applyAsDouble(image.level(
					pixel, channel), pixel));
			}
		}
		return VggImage.of(levels);
	}

	private static double[] yiq(final VggImage image, final int pixel) {
		final double blue = image.level(pixel, 0);
		final double green = image.level(pixel, 1);
		final double red = image.level(pixel, 2);
		return new double[] { 0.299 * red + 0.587 * green + 0.114 * blue, 0.5959 * red - 0.2746 * green - 0.3213 * blue,
			0.2115 * red - 0.5227 * green + 0.3112 * blue };
	}

	private static int[] reds(final VggImage image) {
		return Arrays.stream(colours(image)).map(ARGBType::red).toArray();
	}

	private static void assertPixel(final int red, final int green, final int blue, final VggImage image, final int x,
		final int y)
	{
		final int index = 3 * (y * image.size().width() + x);
		assertArrayEquals(new float[] { blue - BLUE_MEAN, green - GREEN_MEAN, red - RED_MEAN }, //
			Arrays.copyOfRange(image.values(), index, index + 3));
	}

	/** 0, 1, 2 and so on. */
	private static float[] counted(final int count) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = i;
		}
		return values;
	}

	private static int[] colours(final VggImage image) {
		return image.toArgb().update(null).getCurrentStorageArray();
	}
}
