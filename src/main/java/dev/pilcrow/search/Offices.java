package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The offices that a claim gives somebody: president, finance minister, professor. A paragraph says one when it has it
/// in either language, or a word that says as much. Plain file; thread-safe.
final class Offices {

    private record Office(Pattern claimed, Pattern said) {
    }

    private static final List<Office> OFFICES = Tables.rows("/search/offices.tsv").stream()
            .map(row -> new Office(pattern(row[0], "(?![a-z])"), pattern(row[0] + ", " + row[1], "")))
            .toList();

    private Offices() {
    }

    private static Pattern pattern(String words, String behind) {
        List<String> forms = Stream.of(words.split(", "))
                .map(word -> word.charAt(0) < 0x250 ? "(?<![a-z])" + Pattern.quote(word) + behind : Pattern.quote(word))
                .toList();
        return Pattern.compile(String.join("|", forms));
    }

    /// The offices of a folded claim that none of some folded texts says.
    static Set<String> absent(String claim, List<String> texts) {
        Set<String> absent = new LinkedHashSet<>();
        BitSet ends = new BitSet();
        Segments.of(claim).forEach(word -> ends.set(word[1]));
        for (Office office : OFFICES) {
            for (String word : claimed(office, claim, ends)) {
                if (texts.stream().noneMatch(text -> office.said().matcher(text).find())) {
                    absent.add(word);
                }
            }
        }
        return absent;
    }

    /// What a claim calls an office; Han characters count when a word ends with them.
    private static List<String> claimed(Office office, String claim, BitSet ends) {
        List<String> words = new ArrayList<>();
        Matcher matcher = office.claimed().matcher(claim);
        while (matcher.find()) {
            if (matcher.group().charAt(0) < 0x250 || ends.get(matcher.end())) {
                words.add(matcher.group());
            }
        }
        return words;
    }
}
