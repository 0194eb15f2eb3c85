package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What tells a name from a word: names among the entries of the glossary, Chinese surnames, the characters of
/// transliterations, and words that stand beside a name. Plain files; knows nothing of any article. Thread-safe.
final class Proper {

    private static final Set<String> ENTRIES = lines("/search/proper-words.txt")
            .flatMap(line -> Stream.of(line.split(", ")))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SURNAMES = surnames();
    private static final String TRANSLITERATING = Tables.lines("/search/transliteration-characters.txt").getFirst();
    private static final String ALL_TRANSLITERATING = String.join("",
            Tables.lines("/search/transliteration-characters.txt"));
    private static final List<Set<String>> BESIDE = lines("/search/name-neighbours.txt")
            .map(line -> Set.of(line.split(" "))).toList();
    private static final Set<String> KINDS = words("/search/name-kinds.txt");
    private static final Set<String> OPENING = words("/search/function-words.en.txt");
    private static final Set<String> ORDINARY;
    private static final Map<String, List<String>> RENDERINGS;
    private static final Set<String> CHINESE;

    static {
        Map<String, List<String>> glossary = Tables.read("/search/glossary.tsv");
        ORDINARY = ordinary(glossary.keySet());
        RENDERINGS = renderings(glossary);
        CHINESE = RENDERINGS.values().stream().flatMap(List::stream).filter(word -> word.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Proper() {
    }

    private static Stream<String> lines(String resource) {
        return Tables.lines(resource).stream();
    }

    private static Set<String> words(String resource) {
        return lines(resource).flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> ordinary(Set<String> entries) {
        return entries.stream().filter(entry -> !ENTRIES.contains(entry))
                .flatMap(entry -> Stream.of(entry.split("[ -]"))).filter(word -> !ENTRIES.contains(word)).map(Stems::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> surnames() {
        Set<String> surnames = new HashSet<>();
        lines("/search/surnames.txt").forEach(line -> {
            if (line.contains(" ")) {
                surnames.addAll(List.of(line.split(" ")));
            } else {
                line.codePoints().mapToObj(Character::toString).forEach(surnames::add);
            }
        });
        return Set.copyOf(surnames);
    }

    private static Map<String, List<String>> renderings(Map<String, List<String>> glossary) {
        Map<String, List<String>> renderings = new HashMap<>(glossary);
        renderings.keySet().retainAll(ENTRIES);
        renderings.replaceAll((entry, words) -> words.stream().map(Folding::text).toList());
        return Map.copyOf(renderings);
    }

    /// Is this word or phrase of the glossary a name?
    static boolean isName(String english) {
        return ENTRIES.contains(english);
    }

    /// Is this a word of the glossary, alone or in a phrase, that is no name?
    static boolean isOrdinary(String english) {
        return OPENING.contains(english) || !ENTRIES.contains(english) && ORDINARY.contains(Stems.of(english));
    }

    /// Does this word begin sentences without being a name?
    static boolean isOpening(String english) {
        return OPENING.contains(english);
    }

    /// Does this word of a name only say what kind of thing is named?
    static boolean isKind(String english) {
        return KINDS.contains(english);
    }

    /// The Chinese renderings of a name; empty when the glossary does not have it.
    static List<String> chinese(String english) {
        return RENDERINGS.getOrDefault(english, List.of());
    }

    /// Is this Chinese word a rendering of such a name?
    static boolean isChineseName(String chinese) {
        return CHINESE.contains(chinese);
    }

    /// Is this a country, or a rendering of a name that the glossary has?
    static boolean isKnown(String chinese) {
        return isChineseName(chinese) || !Countries.english(chinese).isEmpty();
    }

    static boolean isSurname(String chinese) {
        return SURNAMES.contains(chinese);
    }

    static boolean standsBefore(String word) {
        return BESIDE.getFirst().contains(word);
    }

    static boolean standsBehind(String word) {
        return BESIDE.get(1).contains(word);
    }

    /// Is this a character that no given name ends with?
    static boolean endsNoName(String character) {
        return BESIDE.getLast().contains(character);
    }

    /// May a word that stands before a transliteration be the beginning of it?
    static boolean goesOn(String before, String name) {
        boolean may = Character.isIdeographic(before.codePointAt(0)) && !Segments.isFunctionWord(before)
                && mayTransliterate(before + name);
        return (may || isTransliterating(before + name)) && !isKnown(before);
    }

    /// Has a longer word mostly such characters?
    static boolean mayTransliterate(String chinese) {
        long sounding = chinese.chars().filter(character -> ALL_TRANSLITERATING.indexOf(character) >= 0).count();
        return chinese.length() > 2 && sounding * 3 >= chinese.length() * 2L;
    }

    /// Is this written only with characters that transliterations use?
    static boolean isTransliterating(String chinese) {
        String characters = chinese.length() > 2 ? ALL_TRANSLITERATING : TRANSLITERATING;
        return chinese.chars().allMatch(character -> characters.indexOf(character) >= 0);
    }
}
