package dev.pilcrow.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The simplified form of each traditional character, from a table made of ICU's rules. Read once, when first needed.
final class Simplified {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final int[] NEAR = new int[LAST - FIRST + 1];
    private static final Map<Integer, Integer> FAR = new HashMap<>();

    static {
        table().lines().filter(line -> !line.startsWith("#")).forEach(Simplified::add);
    }

    private Simplified() {
    }

    /// The simplified form of a code point; itself when it has none.
    static int of(int c) {
        if (c >= FIRST && c <= LAST) {
            int simplified = NEAR[c - FIRST];
            return simplified == 0 ? c : simplified;
        }
        return c > 0xFFFF ? FAR.getOrDefault(c, c) : c;
    }

    private static void add(String pairs) {
        int[] points = pairs.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i += 2) {
            if (points[i] >= FIRST && points[i] <= LAST) {
                NEAR[points[i] - FIRST] = points[i + 1];
            } else {
                FAR.put(points[i], points[i + 1]);
            }
        }
    }

    private static String table() {
        try (InputStream in = Objects.requireNonNull(Simplified.class.getResourceAsStream("/article/simplified.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
