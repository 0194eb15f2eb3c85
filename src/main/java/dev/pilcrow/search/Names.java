package dev.pilcrow.search;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.spell.LevenshteinDistance;

/// The names that an article itself explains: a Chinese name with its Latin form in parentheses, `维拉塞诺(Villasenor)`,
/// the parts of a name with middle dots, and every Latin word. A question that uses one form finds the other. Immutable.
final class Names {

    private static final Pattern WITH_LATIN = Pattern
            .compile("([\\p{IsHan}·]{2,40})\\s?\\(\\s?([\\p{IsLatin}][\\p{IsLatin}\\d .'&-]{1,60})\\s?\\)");
    private static final Pattern DOTTED = Pattern.compile("[\\p{IsHan}]{1,8}(?:·[\\p{IsHan}]{1,8})+");

    private final Map<String, Set<String>> chineseOfLatin;
    private final Set<String> latinWords;
    private final Set<String> chinese;

    private Names(Map<String, Set<String>> chineseOfLatin, Set<String> latinWords, Set<String> chinese) {
        this.chineseOfLatin = chineseOfLatin;
        this.latinWords = latinWords;
        this.chinese = chinese;
    }

    static Names mine(Article article, List<Folded> folded) {
        Map<String, Set<String>> chineseOfLatin = new LinkedHashMap<>();
        Set<String> latinWords = new LinkedHashSet<>();
        Set<String> chinese = new LinkedHashSet<>();
        for (Folded paragraph : folded) {
            Stems.words(paragraph.text())
                    .forEach(word -> latinWords.add(paragraph.text().substring(word[0], word[1])));
            if (article.language() == Language.CHINESE) {
                Matcher dotted = DOTTED.matcher(paragraph.text());
                while (dotted.find()) {
                    chinese.add(Segments.dottedName(dotted.group()));
                }
                Matcher pair = WITH_LATIN.matcher(paragraph.text());
                while (pair.find()) {
                    pair(pair.group(1), pair.group(2).strip(), folded, chineseOfLatin, chinese);
                }
            }
        }
        return new Names(chineseOfLatin, latinWords, chinese);
    }

    private static void pair(String before, String latin, List<Folded> article, Map<String, Set<String>> chineseOfLatin,
            Set<String> chinese) {
        String name = before.contains("·") ? Segments.dottedName(before) : repeatedEnd(before, article);
        if (name.length() < 2) {
            return;
        }
        chinese.add(name);
        Set<String> forms = chineseOfLatin.computeIfAbsent(latin, key -> new LinkedHashSet<>());
        forms.add(name);
        String[] parts = name.split("·");
        String[] words = latin.split(" ");
        if (parts.length > 1 && words.length > 1) {
            String family = parts[parts.length - 1];
            if (family.length() > 1) {
                chineseOfLatin.computeIfAbsent(words[words.length - 1], key -> new LinkedHashSet<>()).add(family);
            }
            forms.add(family);
        }
    }

    /// The longest end of a run of characters that stands elsewhere in the article too; a name
    /// at its end otherwise, or all of it.
    private static String repeatedEnd(String run, List<Folded> article) {
        for (int length = Math.min(run.length(), 20); length >= 2; length--) {
            String end = run.substring(run.length() - length);
            int times = 0;
            for (Folded paragraph : article) {
                for (int at = paragraph.text().indexOf(end); at >= 0; at = paragraph.text().indexOf(end, at + 1)) {
                    times++;
                }
            }
            if (times > 1) {
                return end;
            }
        }
        String last = Segments.lastName(run);
        return Segments.isUnknown(last) ? last : run;
    }

    /// The Chinese forms of a Latin name as the article pairs them; tolerates a letter or two misspelt.
    List<String> chinese(String latin) {
        Set<String> forms = chineseOfLatin.get(latin);
        if (forms != null) {
            return List.copyOf(forms);
        }
        for (Map.Entry<String, Set<String>> entry : chineseOfLatin.entrySet()) {
            if (near(latin, entry.getKey())) {
                return List.copyOf(entry.getValue());
            }
        }
        return List.of();
    }

    /// The Latin forms that the article gives to a Chinese name, or to a text that holds it.
    List<String> latin(String chineseText) {
        List<String> found = new ArrayList<>();
        chineseOfLatin.forEach((latin, forms) -> {
            if (forms.stream().anyMatch(chineseText::contains)) {
                found.add(latin);
            }
        });
        return found;
    }

    /// The article's own spelling of a Latin word that may be misspelt; the word itself when nothing is near.
    String spelling(String word) {
        if (latinWords.contains(word) || word.length() < 4) {
            return word;
        }
        return latinWords.stream().filter(candidate -> near(word, candidate)).findFirst().orElse(word);
    }

    private static final Pattern CAPITALISED = Pattern
            .compile("\\p{Lu}[\\p{L}'-]+(?: (?:(?:de|van|von|al|bin) )?\\p{Lu}[\\p{L}'.-]*)+");
    private static final Pattern TITLED = Pattern
            .compile("(?:创始人|首席执行官|总统|教授|主席|部长|记者|作者|研究员|总裁|主任|发言人|市长|省长|首相|总理|议员)([\\p{IsHan}]{2,4})(?=[说称表指认,。 ]|$)");

    /// The people that a sentence names, folded.
    Set<String> people(String folded, String original, Language language) {
        Set<String> people = new LinkedHashSet<>();
        switch (language) {
            case CHINESE -> {
                chinese.stream().filter(name -> name.contains("·") && folded.contains(name)).forEach(people::add);
                Matcher titled = TITLED.matcher(folded);
                while (titled.find()) {
                    people.add(titled.group(1));
                }
            }
            case ENGLISH -> {
                Matcher capitalised = CAPITALISED.matcher(original);
                while (capitalised.find()) {
                    people.add(capitalised.group());
                }
            }
        }
        return people;
    }

    /// Chinese names that the article shows to be names.
    Set<String> chinese() {
        return chinese;
    }

    /// One letter wrong in a word of five or more, two in one of eight or more; the first letter is trusted.
    static boolean near(String word, String candidate) {
        int longer = Math.max(word.length(), candidate.length());
        if (longer < 5 || Math.abs(word.length() - candidate.length()) > 2 || word.charAt(0) != candidate.charAt(0)) {
            return false;
        }
        int allowed = longer >= 8 ? 2 : 1;
        float similarity = new LevenshteinDistance().getDistance(word, candidate);
        return Math.round((1 - similarity) * longer) <= allowed;
    }
}
