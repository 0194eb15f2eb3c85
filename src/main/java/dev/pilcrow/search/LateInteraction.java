package dev.pilcrow.search;

import java.util.List;

/// How well each token of a question is met in each sentence of one paragraph: the best cosine with a token of that
/// sentence. Immutable.
///
/// Late interaction as in ColBERT (Khattab and Zaharia 2020), with the tokens of a plain sentence encoder.
final class LateInteraction {

    /// The tokens of a question, ready to be multiplied. Immutable.
    static final class Question {

        private final TokenRow[] rows;
        private final float[] scales;

        Question(Encoding encoding) {
            rows = new TokenRow[encoding.size()];
            scales = encoding.scales();
            for (int q = 0; q < rows.length; q++) {
                rows[q] = new TokenRow(encoding.dimensions());
                rows[q].read(encoding, q);
            }
        }
    }

    private final float[][] best;
    private final float[] paragraph;

    LateInteraction(Encoding question, Encoding passage, List<IndexedArticle.Unit> units) {
        this(new Question(question), passage, units);
    }

    LateInteraction(Question question, Encoding passage, List<IndexedArticle.Unit> units) {
        TokenRow[] asked = question.rows;
        TokenRow row = new TokenRow(passage.dimensions());
        best = new float[units.size()][asked.length];
        paragraph = new float[asked.length];
        for (int u = 0; u < best.length; u++) {
            float[] sentence = best[u];
            for (int t = units.get(u).from(); t < units.get(u).to(); t++) {
                row.read(passage, t);
                float scale = passage.scales()[t];
                for (int q = 0; q < asked.length; q++) {
                    sentence[q] = Math.max(sentence[q], asked[q].dot(row) * scale);
                }
            }
            for (int q = 0; q < asked.length; q++) {
                sentence[q] *= question.scales[q];
                paragraph[q] = Math.max(paragraph[q], sentence[q]);
            }
        }
    }

    /// For each token of the question its best cosine in the whole paragraph.
    float[] paragraph() {
        return paragraph;
    }

    /// For each token of the question its best cosine in the sentence at this place in the paragraph.
    float[] sentence(int place) {
        return best[place];
    }

    /// The best mean over the question's tokens that one sentence reaches.
    float bestSentence() {
        float most = 0;
        for (float[] sentence : best) {
            most = Math.max(most, mean(sentence));
        }
        return most;
    }

    static float mean(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
