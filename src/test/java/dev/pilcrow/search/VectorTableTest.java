package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class VectorTableTest {

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);

    @Test
    void multipliesEveryParagraphWithTheQuestionWhateverTheirNumber() {
        for (int size : new int[]{1, 2, 3, 25, 255, 256, 257, 258, 512, 777}) {
            List<Encoding> encodings = IntStream.range(0, size).mapToObj(i -> encoding()).toList();
            float[] question = unit();
            float[] products = new VectorTable(encodings).products(question);
            assertThat(products).hasSize(size);
            for (int i = 0; i < size; i++) {
                assertThat(products[i]).isEqualTo(VectorUtil.dotProduct(question, encodings.get(i).vector()),
                        within(1e-5f));
            }
        }
    }

    @Test
    void givesNothingToAParagraphWithoutWords() {
        Encoding empty = new Encoding(new float[512], MemorySegment.ofArray(new byte[0]), new float[0], new int[0],
                new int[0]);
        assertThat(new VectorTable(List.of(empty)).products(unit())).containsExactly(0);
        assertThat(new VectorTable(List.of(encoding(), empty)).products(unit())[1]).isZero();
    }

    private Encoding encoding() {
        return new Encoding(unit(), MemorySegment.ofArray(new byte[0]), new float[0], new int[0], new int[0]);
    }

    private float[] unit() {
        float[] vector = new float[512];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return VectorUtil.l2normalize(vector);
    }
}
