package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Which names and offices of a claim the paragraphs of an article do not say. A name is said when it stands there, in
/// either language: as the article itself pairs the two, as the glossary or the Java runtime renders it, or as it sounds.
/// Thread-safe.
public final class NameCheck {

    private static final int LONGEST_PHRASE = 6;

    private final IndexedArticle article;
    private final ConcurrentMap<Integer, NamedParagraph> paragraphs = new ConcurrentHashMap<>();

    NameCheck(IndexedArticle article) {
        this.article = article;
    }

    /// The names of a claim that the given paragraphs do not say, as the claim writes them.
    ///
    /// @param claim in either language, as it was written
    /// @param numbers of paragraphs, from 1
    public List<String> absent(String claim, Collection<Integer> numbers) {
        String folded = Folding.text(claim);
        boolean chinese = isChinese(folded);
        Cited cited = new Cited(article, numbers.stream().sorted().map(number -> number - 1).toList(), this::paragraph);
        Set<String> absent = new LinkedHashSet<>();
        for (LatinNames.Name name : LatinNames.in(claim, chinese)) {
            if (!says(cited, name.words())) {
                absent.add(name.text());
            }
        }
        for (String name : HanNames.in(folded)) {
            if (!cited.saysChinese(name)) {
                absent.add(name);
            }
        }
        return List.copyOf(absent);
    }

    /// The offices that a claim gives somebody and the given paragraphs do not say, folded.
    ///
    /// @param claim in either language, as it was written
    /// @param numbers of paragraphs, from 1
    public List<String> absentOffices(String claim, Collection<Integer> numbers) {
        return List.copyOf(Offices.absent(Folding.text(claim),
                numbers.stream().map(number -> paragraph(number - 1).text()).toList()));
    }

    private NamedParagraph paragraph(int index) {
        return paragraphs.computeIfAbsent(index,
                i -> new NamedParagraph(article.article().paragraph(i + 1).text(), article.article().language()));
    }

    /// More Han characters than Latin words.
    private static boolean isChinese(String folded) {
        long han = folded.codePoints().filter(Character::isIdeographic).count();
        return han > 0 && han >= Stems.words(folded).size();
    }

    /// Takes the longest phrase that is said, from left to right.
    private static boolean says(Cited cited, List<String> words) {
        if (words.size() == 1 && words.getFirst().length() == 1) {
            return cited.hasLatin(words.getFirst());
        }
        if (words.size() == 2 && (cited.misspells(words.getFirst(), words.getLast())
                || cited.misspells(words.getLast(), words.getFirst()))) {
            return false;
        }
        boolean any = false;
        for (int i = 0; i < words.size();) {
            int taken = 0;
            for (int n = Math.min(LONGEST_PHRASE, words.size() - i); n > 0 && taken == 0; n--) {
                List<String> phrase = words.subList(i, i + n);
                taken = n > 1 ? cited.saysPhrase(phrase) ? n : 0 : cited.saysWord(phrase.getFirst()) ? 1 : 0;
            }
            String word = words.get(i);
            if (taken == 0 && (words.size() == 1 || !Proper.isKind(word))) {
                return false;
            }
            any |= taken > 0 && !Proper.isKind(word) && (word.equals("us") || !Stems.FUNCTION_WORDS.contains(word))
                    || taken > 1;
            i += Math.max(1, taken);
        }
        return any || 2 * words.stream().filter(cited::saysWord).count() >= words.size();
    }
}
