package dev.pilcrow.search;

import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A paragraph as names are looked for in it: its Latin words, how its Han characters are read, and those of its runs that
/// are likely to be names of another language in Chinese characters. Immutable.
final class NamedParagraph {

    private static final int LONGEST = 8;
    private static final Pattern PARTICLE = Pattern
            .compile("\\b(de|di|da|del|la|le|van|von|der|den|al|el|mac|mc|o)[ '-](\\p{IsLatin}{2,})");

    /// What has none is an abbreviation, which is not rendered by its sound.
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");

    private final String text;
    private final Set<String> latin = new HashSet<>();
    private final List<String> latinSounds = new ArrayList<>();
    private final List<String> syllables = new ArrayList<>();
    private final Set<String> surnames = new HashSet<>();
    private final Map<String, List<double[]>> foreign = new LinkedHashMap<>();
    private final Set<String> countries;
    private final String spelt;
    private final String letters;

    NamedParagraph(String original, Language language) {
        Folded whole = Folding.fold(original);
        String folded = whole.text();
        text = folded;
        Set<String> sounding = new HashSet<>();
        for (int[] place : Stems.words(folded)) {
            String word = Folding.bare(folded.substring(place[0], place[1]));
            latin.add(word);
            latin.addAll(List.of(word.split("[.'-]")));
            if (language == Language.CHINESE || Character.isUpperCase(original.codePointAt(whole.start(place[0])))) {
                sounding.add(word);
                sounding.addAll(List.of(word.split("[.'-]")));
            }
        }
        latin.remove("");
        sounding.addAll(withParticles(folded));
        sounding.removeIf(word -> !VOWEL.matcher(word).find());
        sounding.forEach(word -> latinSounds.add(Transliteration.latin(word)));
        folded.codePoints().forEach(character -> syllables.add(Sounds.syllable(character)));
        spelt = String.join("", syllables);
        letters = Folding.bare(folded).replaceAll("[ '-]", "");
        countries = Set.copyOf(Countries.abbreviated(folded));
        if (language == Language.CHINESE) {
            runs(Segments.of(folded));
            dynasties();
        }
    }

    /// Family names joined with the particle before them.
    private static List<String> withParticles(String folded) {
        return PARTICLE.matcher(Folding.bare(folded)).results().map(found -> found.group(1) + found.group(2)).toList();
    }

    /// The one character that a dynasty is called by.
    private void dynasties() {
        for (int i = 0; i + 1 < text.length(); i++) {
            if ("朝代".indexOf(text.charAt(i + 1)) >= 0) {
                surnames.add(Sounds.syllable(text.charAt(i)));
            }
        }
    }

    private void runs(List<int[]> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean dotted = i > 0 && dot(words.get(i - 1));
            for (int n = 1; n <= LONGEST && i + n <= words.size() && isPart(words, i + n - 1); n++) {
                int start = words.get(i)[0];
                int end = words.get(i + n - 1)[1];
                if (end - start > LONGEST) {
                    break;
                }
                boolean beside = dotted || i + n < words.size() && dot(words.get(i + n));
                candidate(text.substring(start, end), beside, words.subList(i, i + n));
            }
            transliterated(words.get(i)[0]);
        }
    }

    /// Runs from the beginning of a word on, wherever their last word ends.
    private void transliterated(int start) {
        for (int end = start + 2; end <= Math.min(text.length(), start + 5)
                && Proper.isTransliterating(text.substring(start, end)); end++) {
            foreign.computeIfAbsent(text.substring(start, end), Transliteration::chinese);
        }
    }

    /// A character that stands for itself, or a word that may be part of a name.
    private boolean isPart(List<int[]> words, int at) {
        int[] word = words.get(at);
        String part = text.substring(word[0], word[1]);
        boolean touches = at + 1 < words.size() && dot(words.get(at + 1)) || at > 0 && dot(words.get(at - 1));
        return Character.isIdeographic(part.codePointAt(0)) && (touches || Proper.isTransliterating(part)
                || part.length() == 1 && !Segments.isFunctionWord(part) || Proper.mayTransliterate(part));
    }

    private void candidate(String run, boolean dotted, List<int[]> words) {
        boolean single = words.stream().allMatch(word -> word[1] - word[0] == 1);
        if (single && run.length() > 1 && run.length() < 4 && Proper.isSurname(run.substring(0, 1))) {
            surnames.add(Sounds.syllable(run.codePointAt(0)));
        }
        if (run.length() > 1 && (dotted || single || Proper.mayTransliterate(run)
                || Proper.isTransliterating(run.substring(0, run.length() - 1)))) {
            foreign.computeIfAbsent(run, Transliteration::chinese);
            if (run.length() > 3) {
                foreign.computeIfAbsent(run.substring(0, run.length() - 1), Transliteration::chinese);
            }
        }
    }

    private boolean dot(int[] word) {
        return text.charAt(word[0]) == '·';
    }

    String text() {
        return text;
    }

    /// The country is named by a single character.
    boolean abbreviates(String country) {
        return countries.contains(country);
    }

    /// Does a Latin word stand here, accents aside?
    boolean hasLatin(String bare) {
        return latin.contains(bare);
    }

    Set<String> latin() {
        return latin;
    }

    /// Is a Latin word the reading of characters that stand here side by side?
    boolean reads(String joined) {
        for (int i = 0; i < syllables.size() && spelt.contains(joined); i++) {
            int at = 0;
            int taken = 0;
            while (at < joined.length() && i + taken < syllables.size() && !syllables.get(i + taken).isEmpty()
                    && joined.startsWith(syllables.get(i + taken), at)) {
                at += syllables.get(i + taken).length();
                taken++;
            }
            if (at == joined.length() && taken > 1) {
                return true;
            }
        }
        return false;
    }

    /// Does a Chinese name stand here in Latin letters, the family name first or last?
    boolean spells(String chinese) {
        String family = Sounds.syllable(chinese.codePointAt(0));
        StringBuilder given = new StringBuilder();
        chinese.codePoints().skip(1).forEach(character -> given.append(Sounds.syllable(character)));
        return letters.contains(family + given) || letters.contains(given + family);
    }

    /// Does the name of a person begin here with a surname of this reading?
    boolean hasSurname(String syllable) {
        return surnames.contains(syllable);
    }

    /// Does somebody here have this family name in Chinese characters, and is the given name spelt as Chinese ones are, but
    /// as none here is read?
    boolean misspells(String family, String given) {
        return hasSurname(family) && Sounds.isSpelling(given) && !hasLatin(given) && !reads(family + given)
                && !reads(given + family);
    }

    /// Does a run of characters here render the sounds of a Latin word?
    boolean renders(String sounds) {
        return foreign.values().stream().anyMatch(run -> Transliteration.fits(sounds, run));
    }

    /// Does a Latin word here have the sound of a Chinese name?
    boolean isRenderedBy(String chineseName) {
        List<double[]> sounds = Transliteration.chinese(chineseName);
        return latinSounds.stream().anyMatch(word -> Transliteration.fits(word, sounds));
    }
}
