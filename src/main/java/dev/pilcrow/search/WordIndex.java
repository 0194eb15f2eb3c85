package dev.pilcrow.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/// A word ranking of an article's paragraphs: BM25 as Lucene computes it (k1 1.2, b 0.75, lengths rounded to a byte), in
/// memory. Immutable.
///
/// Lucene itself is made for millions of texts: to open an index takes it longer than to encode the built-in article's
/// first question, and an answer as long as to score all paragraphs here.
final class WordIndex {

    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    /// Where a term stands, and how often; then what it is worth there.
    private static final class Postings {

        private int[] paragraphs = new int[2];
        private float[] values = new float[2];
        private int size;

        void add(int paragraph) {
            if (size == 0 || paragraphs[size - 1] != paragraph) {
                if (size == paragraphs.length) {
                    paragraphs = Arrays.copyOf(paragraphs, 2 * size);
                    values = Arrays.copyOf(values, 2 * size);
                }
                paragraphs[size++] = paragraph;
            }
            values[size - 1]++;
        }

        /// Turns counts into scores.
        void weigh(float[] norms, int filled) {
            paragraphs = Arrays.copyOf(paragraphs, size);
            values = Arrays.copyOf(values, size);
            float idf = (float) Math.log(1 + (filled - size + 0.5) / (size + 0.5));
            for (int i = 0; i < size; i++) {
                values[i] = idf - idf / (1 + values[i] * norms[paragraphs[i]]);
            }
        }
    }

    private final Map<String, Postings> postings = new HashMap<>();
    private final int size;

    /// @param terms for each paragraph, its terms
    WordIndex(List<List<String>> terms) {
        size = terms.size();
        int filled = 0;
        long all = 0;
        for (int p = 0; p < size; p++) {
            for (String term : terms.get(p)) {
                postings.computeIfAbsent(term, key -> new Postings()).add(p);
            }
            filled += terms.get(p).isEmpty() ? 0 : 1;
            all += terms.get(p).size();
        }
        float mean = (float) (all / (double) filled);
        float[] norms = new float[size];
        for (int p = 0; p < size; p++) {
            int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(terms.get(p).size()));
            norms[p] = 1 / (K1 * (1 - B + B * length / mean));
        }
        for (Postings one : postings.values()) {
            one.weigh(norms, filled);
        }
    }

    /// The score of every paragraph for weighted terms; 0 where none stands.
    float[] scores(Map<String, Float> terms) {
        float[] scores = new float[size];
        terms.forEach((term, weight) -> add(scores, postings.get(term), weight));
        return scores;
    }

    private static void add(float[] scores, @Nullable Postings postings, float weight) {
        if (postings != null) {
            for (int i = 0; i < postings.paragraphs.length; i++) {
                scores[postings.paragraphs[i]] += weight * postings.values[i];
            }
        }
    }

    /// How many paragraphs hold a term.
    int frequency(String term) {
        Postings found = postings.get(term);
        return found == null ? 0 : found.paragraphs.length;
    }
}
