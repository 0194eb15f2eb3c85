package dev.pilcrow.answer;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.search.IndexedArticle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The people that an article names, as it writes their names. Thread-safe.
public final class People {

    /// A name in other letters, in brackets after the name.
    private static final Pattern LATIN = Pattern.compile("\\s?[(（]\\s?(\\p{Lu}[\\p{IsLatin} .'’-]{2,60}?)\\s?[)）]");

    /// A person.
    ///
    /// @param name as the article writes it
    /// @param latin as it writes it in Latin letters; empty when it does not
    public record Named(String name, String latin) {
    }

    private People() {
    }

    /// Those that stand in the article, each once, in reading order.
    public static List<Named> of(IndexedArticle article) {
        Map<String, Named> people = new LinkedHashMap<>();
        for (Paragraph paragraph : article.article().paragraphs()) {
            for (Sentence sentence : paragraph.sentences()) {
                for (String person : article.people(sentence)) {
                    people.merge(person, named(article, sentence, person),
                            (before, now) -> before.latin().isEmpty() ? new Named(before.name(), now.latin()) : before);
                }
            }
        }
        return List.copyOf(people.values());
    }

    /// A name that stands in a sentence, folded or not.
    private static Named named(IndexedArticle indexed, Sentence sentence, String person) {
        Article article = indexed.article();
        String text = article.paragraph(sentence.paragraph()).text();
        Folded folded = indexed.foldedParagraph(sentence.paragraph());
        for (int at = folded.text().indexOf(person); at >= 0; at = folded.text().indexOf(person, at + 1)) {
            int end = folded.end(at + person.length() - 1);
            if (folded.start(at) >= sentence.start() && end <= sentence.end()) {
                Matcher latin = LATIN.matcher(text).region(end, text.length());
                return new Named(text.substring(folded.start(at), end), latin.lookingAt() ? latin.group(1) : "");
            }
        }
        return new Named(person, "");
    }
}
