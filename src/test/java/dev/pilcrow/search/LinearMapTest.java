package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearMapTest {

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    @Test
    void recoversTheMapThatItsPairsWereMadeWith() {
        float[][] weights = matrix(5, 7);
        float[] shift = matrix(1, 5)[0];
        float[][] source = matrix(200, 7);
        float[][] target = new float[source.length][];
        for (int i = 0; i < source.length; i++) {
            target[i] = applied(weights, shift, source[i]);
        }
        LinearMap map = LinearMapFitter.regression(source, target, 1e-6);
        float[] unseen = matrix(1, 7)[0];
        assertThat(map.apply(unseen)).containsExactly(VectorUtil.l2normalize(applied(weights, shift, unseen)),
                within(1e-3f));
    }

    @Test
    void aLargerRidgeGivesASmootherMap() {
        float[][] source = matrix(20, 4);
        float[][] target = matrix(20, 4);
        float[] vector = matrix(1, 4)[0];
        float[] mean = LinearMapFitter.regression(source, target, 1e9).apply(vector);
        float[] other = LinearMapFitter.regression(source, target, 1e9).apply(matrix(1, 4)[0]);
        assertThat(mean).containsExactly(other, within(1e-4f));
    }

    @Test
    void readsWhatItWroteToTheAccuracyOfHalfPrecision(@TempDir Path folder) throws IOException {
        LinearMap map = new LinearMap(matrix(3, 4), matrix(1, 4)[0], matrix(1, 3)[0]);
        Path file = folder.resolve("test.map");
        map.write(file);
        assertThat(file).hasSize(8 + 2 * (4 + 3 + 12));
        float[] vector = matrix(1, 4)[0];
        assertThat(LinearMap.read(Files.newInputStream(file)).apply(vector)).containsExactly(map.apply(vector),
                within(2e-3f));
    }

    private float[][] matrix(int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    private static float[] applied(float[][] weights, float[] shift, float[] vector) {
        float[] result = shift.clone();
        for (int row = 0; row < result.length; row++) {
            result[row] += VectorUtil.dotProduct(weights[row], vector);
        }
        return result;
    }
}
