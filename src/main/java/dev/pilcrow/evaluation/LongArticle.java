package dev.pilcrow.evaluation;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.article.UnreadableArticleException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes articles of any length out of another one's sentences: no two paragraphs are the same, and the same number always
/// gives the same article.
final class LongArticle {

    private final ArticleReader reader = new ArticleReader();
    private final List<Sentence> sentences;

    LongArticle(Article source) {
        sentences = source.paragraphs().stream().flatMap(paragraph -> paragraph.sentences().stream()).toList();
    }

    /// An article whose paragraphs are a counter and that many characters out of a sentence, or two when it is short.
    ///
    /// @param first the first counter; other counters make another article
    Article of(int paragraphs, int characters, int first) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(first);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraphs; i++) {
            StringBuilder words = new StringBuilder();
            while (words.length() < characters) {
                String sentence = sentences.get(random.nextInt(sentences.size())).text();
                int from = sentence.length() <= characters ? 0 : random.nextInt(sentence.length() - characters);
                words.append(sentence, from, Math.min(sentence.length(), from + characters - words.length()));
            }
            text.append(first + i).append('、').append(words).append('\n');
        }
        try {
            return reader.read("long.txt", text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableArticleException e) {
            throw new IllegalStateException(e);
        }
    }
}
