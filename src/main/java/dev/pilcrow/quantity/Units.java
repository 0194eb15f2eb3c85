package dev.pilcrow.quantity;

import dev.pilcrow.article.Tables;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a number counts: currencies, spans of time, lengths, weights, by the words behind it or the sign before it. A word
/// that may mean several units has them all. Plain file; thread-safe.
final class Units {

    private record Unit(Pattern word, Set<String> units) {
    }

    /// Characters of the longest word, and the space and measure word before it.
    private static final int LONGEST = 24;
    /// A year of so many characters is a date.
    private static final int DATE = 4;
    private static final String SIGNS = "$€£";
    private static final List<String> SIGNED = List.of("dollar", "euro", "pounds sterling");
    private static final Pattern LEADING = Pattern.compile("[ -]?(?:个(?!月))?");

    private static final class Shared {
        static final List<Unit> UNITS = Tables.rows("/quantity/units.tsv").stream()
                .flatMap(row -> Stream.of(row[1].split(", "))
                        .map(word -> new Unit(Pattern.compile(word + (word.charAt(0) < 0x250 ? "(?![a-z])" : "")),
                                Set.of(row[0].split(" ")))))
                .toList();
    }

    private Units() {
    }

    /// The units that a number of a text may count; none when it is said with no unit that is known here.
    static Set<String> of(String text, int start, int end) {
        Matcher leading = LEADING.matcher(text).region(end, text.length());
        int at = leading.lookingAt() ? leading.end() : end;
        Set<String> behind = longest(text, at);
        boolean date = behind.contains("year") && end - start >= DATE;
        if (!behind.isEmpty()) {
            return date ? Set.of() : behind;
        }
        int sign = start > 0 ? SIGNS.indexOf(text.charAt(start - 1)) : -1;
        boolean other = start > 1 && QuantityWords.latin(text, start - 2);
        return sign < 0 || other ? Set.of() : longest(SIGNED.get(sign), 0);
    }

    private static Set<String> longest(String text, int at) {
        Set<String> found = Set.of();
        int taken = at;
        for (Unit unit : Shared.UNITS) {
            Matcher matcher = unit.word().matcher(text).region(at, Math.min(text.length(), at + LONGEST))
                    .useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() > taken) {
                taken = matcher.end();
                found = unit.units();
            }
        }
        return found;
    }
}
