package dev.pilcrow.search;

import dev.pilcrow.article.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The paragraphs that a claim rests on, asked whether they say a name.
final class Cited {

    private static final Set<String> ENDINGS = Set.of("", "a", "e", "y", "n", "an", "ian", "ean", "i", "ese", "ish",
            "ic",
            "men", "man", "s", "es", "ns", "ans", "ians", "ist", "ists", "ism", "o");
    private static final Pattern INFLECTED = Pattern
            .compile("^(.{3,}?)(?:i?ans?|i|es|s|ese|ish|ine|ines|ic|men|man|ism|ists?)$");
    private static final String KINDS_OF_PLACES = "州省市县岛人语的文河湖";

    private final IndexedArticle article;
    private final List<Integer> indexes;
    private final List<NamedParagraph> paragraphs;
    private final boolean english;

    Cited(IndexedArticle article, List<Integer> indexes, IntFunction<NamedParagraph> paragraphs) {
        this.article = article;
        this.indexes = indexes;
        this.paragraphs = indexes.stream().map(paragraphs::apply).toList();
        this.english = article.article().language() == Language.ENGLISH;
    }

    /// Do they say words that belong together, as one name?
    boolean saysPhrase(List<String> words) {
        String phrase = String.join(" ", words);
        if (Stems.FUNCTION_WORDS.contains(words.getFirst())) {
            return false;
        }
        List<String> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);
        return saysWritten(phrase) || words.size() <= 3
                && (reads(String.join("", words)) || reads(String.join("", reversed)));
    }

    /// Does a Latin word stand there as it is?
    boolean hasLatin(String word) {
        return paragraphs.stream().anyMatch(paragraph -> paragraph.hasLatin(word));
    }

    /// Do they say a word of a name?
    boolean saysWord(String word) {
        if (Stems.FUNCTION_WORDS.contains(word) && !word.equals("us") || word.length() < 2 && word.matches("[a-z]")) {
            return true;
        }
        if (hasLatin(word) || saysWritten(word)
                || reads(plain(word))
                || derived(word)) {
            return true;
        }
        if (word.indexOf('.') > 0 && saysWord(word.replace(".", ""))) {
            return true;
        }
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            return saysCompound(word.substring(0, hyphen), word.substring(hyphen + 1));
        }
        return !english && word.length() > 2 && !Proper.isName(word) && word.chars().noneMatch(Character::isDigit)
                && (sounds(word)
                        || INFLECTED.matcher(word).results().anyMatch(form -> saysInflected(form.group(1))));
    }

    /// Is this the name of somebody there, wrongly spelt?
    boolean misspells(String family, String given) {
        return paragraphs.stream().anyMatch(paragraph -> paragraph.misspells(family, given));
    }

    private boolean saysCompound(String first, String rest) {
        return (saysWord(first) || Proper.isKind(first))
                && (saysWord(rest) || first.length() > 1 && Proper.isOrdinary(rest));
    }

    private boolean sounds(String word) {
        String sounds = Transliteration.latin(word);
        return paragraphs.stream().anyMatch(paragraph -> paragraph.renders(sounds) || paragraph.hasSurname(word));
    }

    /// The name that a people, a language or an adjective is derived from.
    private boolean saysInflected(String name) {
        return saysWritten(name) || saysWritten(name + "a") || name.length() > 2 && sounds(name);
    }

    private static String plain(String word) {
        return word.replace("-", "").replace("'", "");
    }

    private boolean reads(String joined) {
        return paragraphs.stream().anyMatch(paragraph -> paragraph.reads(plain(joined)));
    }

    private boolean saysWritten(String english) {
        return contains(english) || anyStands(article.names().chinese(english)) || anyStands(rendered(english))
                || anyStands(Countries.chinese(english));
    }

    private static List<String> rendered(String english) {
        if (Proper.isName(english)) {
            return Proper.chinese(english);
        }
        return Glossary.ofEverySense().chinese(english);
    }

    /// Does a word of the paragraphs differ only by an ending, or is it rendered by the same Chinese word?
    private boolean derived(String word) {
        for (NamedParagraph paragraph : paragraphs) {
            for (String other : paragraph.latin()) {
                int same = 0;
                while (same < Math.min(word.length(), other.length()) && word.charAt(same) == other.charAt(same)) {
                    same++;
                }
                if (same > 3 && ENDINGS.contains(word.substring(same)) && ENDINGS.contains(other.substring(same))) {
                    return true;
                }
            }
        }
        return english && rendered(word).stream().filter(chinese -> chinese.length() > 1)
                .anyMatch(chinese -> Glossary.general().english(chinese).stream().anyMatch(this::contains));
    }

    private boolean contains(String wanted) {
        boolean written = english || wanted.charAt(0) >= 0x250;
        return written && indexes.stream().anyMatch(index -> article.contains(index, wanted));
    }

    private boolean anyStands(List<String> chinese) {
        return chinese.stream().anyMatch(this::stands);
    }

    /// Does a Chinese word stand there, the kind of place at its end aside?
    private boolean stands(String chinese) {
        String bare = chinese.length() > 2 && KINDS_OF_PLACES.indexOf(chinese.charAt(chinese.length() - 1)) >= 0
                ? chinese.substring(0, chinese.length() - 1)
                : chinese;
        return paragraphs.stream()
                .anyMatch(paragraph -> paragraph.text().contains(bare) || paragraph.abbreviates(chinese));
    }

    /// Do they say a name in Chinese characters?
    boolean saysChinese(String name) {
        if (stands(name) || article.names().latin(name).stream().anyMatch(this::contains)
                || anyStands(Glossary.general().synonyms(name))
                || Glossary.general().english(name).stream().anyMatch(this::saysEnglish)
                || Countries.english(name).stream().anyMatch(this::saysEnglish)) {
            return true;
        }
        if (name.contains("·")) {
            List<String> parts = List.of(name.split("·"));
            return saysCut(parts.getLast()) && (!english || parts.stream().allMatch(this::saysCut));
        }
        if (isPerson(name)) {
            return paragraphs.stream().anyMatch(paragraph -> paragraph.spells(name));
        }
        return !Proper.isKnown(name) && saysCut(name);
    }

    /// A surname and a given name that is no transliteration.
    private static boolean isPerson(String name) {
        return name.length() < 4 && Proper.isSurname(name.substring(0, 1)) && !Proper.isTransliterating(name)
                && !Proper.isKnown(name);
    }

    /// A name that was cut out of a sentence may have a character or two of its neighbours.
    private boolean saysCut(String name) {
        int least = name.length() > 5 ? 3 : Math.min(name.length(), Math.max(2, name.length() - 2));
        for (int n = name.length(); n >= least; n--) {
            for (int start = 0; start + n <= name.length(); start++) {
                if (saysPart(name.substring(start, start + n))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean saysPart(String part) {
        return stands(part) || paragraphs.stream().anyMatch(paragraph -> paragraph.isRenderedBy(part))
                || Glossary.general().english(part).stream().anyMatch(this::saysEnglish);
    }

    private boolean saysEnglish(String words) {
        List<String> proper = Stream.of(words.split(" ")).filter(word -> !Proper.isKind(word)).toList();
        return saysInEnglish(words)
                || words.contains(" ") && !proper.isEmpty() && proper.stream().allMatch(this::saysInEnglish);
    }

    private boolean saysInEnglish(String words) {
        return contains(words) || derived(words);
    }
}
