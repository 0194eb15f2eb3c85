package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedTextTest {

    @Test
    void findsWhatEachPartHoldsAsALookAtEveryPartDoes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 2_000; round++) {
            List<String> parts = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(i -> word(random, 8)).toList();
            JoinedText text = new JoinedText(parts);
            String wanted = word(random, 3);
            int first = 1 + random.nextInt(parts.size());
            BitSet expected = new BitSet();
            IntStream.range(0, first).filter(i -> parts.get(i).contains(wanted)).forEach(expected::set);
            assertThat(text.partsWith(wanted, first)).as(wanted + " in " + parts).isEqualTo(expected);
            assertThat(text.contains(wanted)).as(wanted + " in " + parts)
                    .isEqualTo(parts.stream().anyMatch(part -> part.contains(wanted)));
        }
    }

    private static String word(RandomGenerator random, int longest) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(longest);
        while (word.length() < length) {
            word.append("芯片管制".charAt(random.nextInt(4)));
        }
        return word.toString();
    }
}
