package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class LateInteractionTest {

    @Test
    void givesTheBestCosineOfEveryTokenWithEverySentence() {
        Article article = new ArticleReader().builtIn();
        IndexedArticle indexed = new Search(VectorStore.none()).index(article);
        Encoding question = new Encoders().of(article.language()).encode("谁创立了深度求索?");
        for (int p = 0; p < indexed.size(); p++) {
            Encoding passage = indexed.encoding(p);
            LateInteraction late = new LateInteraction(question, passage, indexed.units(p));
            for (int u = 0; u < indexed.units(p).size(); u++) {
                IndexedArticle.Unit unit = indexed.units(p).get(u);
                for (int q = 0; q < question.size(); q++) {
                    float best = 0;
                    for (int t = unit.from(); t < unit.to(); t++) {
                        best = Math.max(best, cosine(question, q, passage, t));
                    }
                    assertThat(late.sentence(u)[q]).isEqualTo(best, within(1e-5f));
                }
            }
            assertThat(indexed.cosines(question.vector())[p])
                    .isEqualTo(VectorUtil.dotProduct(question.vector(), passage.vector()), within(1e-5f));
        }
    }

    private static float cosine(Encoding one, int token, Encoding other, int otherToken) {
        byte[] a = new byte[one.dimensions()];
        byte[] b = new byte[other.dimensions()];
        one.copyToken(token, a);
        other.copyToken(otherToken, b);
        return VectorUtil.dotProduct(a, b) * one.scales()[token] * other.scales()[otherToken];
    }
}
