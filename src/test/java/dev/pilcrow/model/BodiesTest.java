package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BodiesTest {

    @Test
    void noSurrogatePairIsCut() {
        String text = "🙂a𠮷".repeat(300);
        List<String> pieces = Bodies.cut(text, new SplittableRandom(7));
        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).hasSizeGreaterThan(300).allSatisfy(piece -> {
            assertThat(piece).isNotEmpty().hasSizeLessThan(8);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1))).isFalse();
        });
    }

    @Test
    void anObjectIsCutInside() {
        List<String> pieces = Bodies.cut("{\"quotes\": [{\"paragraph\": 3}]}", new SplittableRandom(7));
        assertThat(pieces).hasSizeGreaterThan(5);
    }
}
