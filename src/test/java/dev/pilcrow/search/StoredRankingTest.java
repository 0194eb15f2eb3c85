package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.UnreadableArticleException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRankingTest {

    private static final List<String> QUESTIONS = List.of("深度求索的创始人叫什么?", "谁批评了出口管制?",
            "Who founded DeepSeek?");

    private final ArticleReader reader = new ArticleReader();

    @Test
    void ranksAlikeWithVectorsFromTheStoreAndFreshOnes(@TempDir Path folder) throws UnreadableArticleException {
        Article article = longer();
        Search fresh = new Search(VectorStore.none());
        new Search(new VectorStore(folder)).index(article);
        assertSameRanking(article, fresh, new Search(new VectorStore(folder)));
    }

    @Test
    void shipsTheVectorsOfTheBuiltInArticle() {
        Article article = reader.builtIn();
        List<String> texts = IndexedArticle.fold(article).stream().map(folded -> folded.text()).toList();
        ArticleVectors wanted = new ArticleVectors(EncoderModel.CHINESE, article.id(), texts);
        List<Encoding> shipped = VectorStore.builtIn(wanted).orElseThrow();
        List<Encoding> made = new ParagraphEncoder(new Encoders()).encode(EncoderModel.CHINESE, texts);
        for (int i = 0; i < made.size(); i++) {
            assertThat(shipped.get(i).vector()).containsExactly(made.get(i).vector(), within(1e-6f));
        }
    }

    private static void assertSameRanking(Article article, Search one, Search other) {
        for (String question : QUESTIONS) {
            Evidence expected = one.find(one.index(article), question);
            Evidence found = other.find(other.index(article), question);
            assertThat(found.order()).isEqualTo(expected.order());
            for (int paragraph : expected.order()) {
                assertThat(found.score(paragraph)).isEqualTo(expected.score(paragraph), within(1e-5));
            }
        }
    }

    /// The built-in article's paragraphs and one more, which is not indexed at build time.
    private Article longer() throws UnreadableArticleException {
        String text = reader.builtIn().text() + "\n编者按:出口管制引起了许多批评。\n";
        return reader.read("longer.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
