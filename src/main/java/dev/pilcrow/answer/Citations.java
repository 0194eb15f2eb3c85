package dev.pilcrow.answer;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Sentence;
import java.util.ArrayList;
import java.util.List;

/// Makes citations out of an article's own sentences, and nothing else: a quote is cut from the paragraph that it names.
/// Thread-safe.
final class Citations {

    private Citations() {
    }

    /// Citations for sentences, in the order given; sentences that follow one another in a paragraph become one quote.
    static List<Citation> of(Article article, List<Sentence> sentences) {
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < sentences.size();) {
            Sentence first = sentences.get(i);
            Sentence last = first;
            i++;
            while (i < sentences.size() && follows(article, last, sentences.get(i))) {
                last = sentences.get(i++);
            }
            citations.add(of(article, first.paragraph(), first.start(), last.end()));
        }
        return citations;
    }

    /// The citation of a stretch of a paragraph.
    static Citation of(Article article, int paragraph, int start, int end) {
        return new Citation(paragraph, start, article.paragraph(paragraph).text().substring(start, end));
    }

    private static boolean follows(Article article, Sentence before, Sentence after) {
        return before.paragraph() == after.paragraph() && before.end() <= after.start() && article
                .paragraph(before.paragraph()).text().substring(before.end(), after.start()).isBlank();
    }
}
