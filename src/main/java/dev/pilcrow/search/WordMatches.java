package dev.pilcrow.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// In which paragraphs the content words of a question stand, and how rare each is. Immutable.
final class WordMatches {

    /// Rarity is counted over so many paragraphs at most.
    private static final int SAMPLE = 400;

    private final Query query;
    private final IndexedArticle article;
    private final int sample;
    private final List<BitSet> found = new ArrayList<>();
    private final float[] idf;
    private final float all;

    WordMatches(Query query, IndexedArticle article) {
        this.query = query;
        this.article = article;
        sample = Math.min(article.size(), SAMPLE);
        idf = new float[query.words().size()];
        float sum = 0;
        for (int w = 0; w < idf.length; w++) {
            Query.Word word = query.words().get(w);
            BitSet paragraphs = article.paragraphsWith(word.text(), sample);
            word.alternatives().forEach(form -> paragraphs.or(article.paragraphsWith(form, sample)));
            found.add(paragraphs);
            int frequency = paragraphs.cardinality();
            idf[w] = (float) Math.log(1 + (sample - frequency + 0.5) / (frequency + 0.5));
            sum += idf[w];
        }
        all = sum;
    }

    /// Inverse document frequency of each content word over the article's paragraphs.
    float[] idf() {
        return idf;
    }

    /// The share of the content words that stand in a paragraph, rare ones counting more.
    float coverage(int paragraph) {
        float sum = 0;
        for (int w = 0; w < idf.length; w++) {
            sum += stands(w, paragraph) ? idf[w] : 0;
        }
        return all == 0 ? 0 : sum / all;
    }

    private boolean stands(int word, int paragraph) {
        return paragraph < sample
                ? found.get(word).get(paragraph)
                : Evidence.stands(query.words().get(word), article, paragraph);
    }
}
