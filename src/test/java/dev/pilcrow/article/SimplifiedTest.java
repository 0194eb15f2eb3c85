package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimplifiedTest {

    private static final String HEADER = """
            # Traditional characters, each followed by its simplified form.
            # Made from the rules "Traditional-Simplified" of ICU4J 78.1 (CLDR), © Unicode, Inc., Unicode License v3,
            # for single characters; SimplifiedTest makes it again and compares.
            """;
    private static final int PAIRS_A_LINE = 48;

    @Test
    void tableIsWhatIcuSays() throws IOException {
        String table;
        try (var in = Simplified.class.getResourceAsStream("/article/simplified.txt")) {
            table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(table).isEqualTo(made());
    }

    @Test
    void simplifiesTraditionalCharactersAndLeavesOthers() {
        assertThat(Simplified.of('國')).isEqualTo('国');
        assertThat(Simplified.of('国')).isEqualTo('国');
        assertThat(Simplified.of('a')).isEqualTo('a');
        assertThat(Simplified.of(0x289C0)).isEqualTo(0x2CB4A);
    }

    private static String made() {
        Map<Integer, Integer> pairs = pairs();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        pairs.forEach((traditional, simplified) -> {
            line.appendCodePoint(traditional).appendCodePoint(simplified);
            if (line.codePointCount(0, line.length()) == 2 * PAIRS_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
        });
        lines.add(line.toString());
        return HEADER + String.join("\n", lines) + "\n";
    }

    /// ICU turns 苎 and 苧 into each other; here both become 苎, so that folding twice is folding once.
    private static Map<Integer, Integer> pairs() {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        Map<Integer, Integer> pairs = new TreeMap<>();
        for (int c = 0x3400; c < 0x30000; c++) {
            if (Character.isIdeographic(c)) {
                String simplified = icu.transliterate(Character.toString(c));
                if (simplified.codePointAt(0) != c && simplified.codePointCount(0, simplified.length()) == 1) {
                    pairs.put(c, simplified.codePointAt(0));
                }
            }
        }
        pairs.remove((int) '苎');
        pairs.replaceAll((traditional, simplified) -> pairs.getOrDefault(simplified, simplified));
        return pairs;
    }
}
