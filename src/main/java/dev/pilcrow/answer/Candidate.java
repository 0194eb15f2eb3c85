package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import java.util.List;

/// A sentence that may answer the question, with what speaks for it.
///
/// @param paragraph its paragraph, from 0
/// @param sentence its place in the paragraph, from 0
/// @param features see {@link #NAMES}
record Candidate(int paragraph, int sentence, double[] features) {

    /// The features, in order: tokens (mean best cosine of the question's tokens), met (share of the question's content
    /// words met, rare ones counting more), metParagraph (the same over the paragraph), focus (how well the word next to
    /// the asking words is met), holds (does it hold what is asked for?), lag (how far the paragraph's score is below the
    /// best), before (tokens of the sentence before), length (logarithm of its characters),
    /// near (how near what is asked for stands to the word that the question is about).
    static final List<String> NAMES = List.of("tokens", "met", "metParagraph", "focus", "holds", "lag", "before",
            "length",
            "near");

    static Candidate of(Evidence evidence, AskedReader.Asking asking, int focus, int paragraph, int sentence) {
        double best = evidence.score(evidence.order().getFirst());
        AskedReader.Holding holding = AskedReader.holding(asking, evidence, focus, paragraph, sentence);
        double[] features = {evidence.tokens(paragraph, sentence), met(evidence, paragraph, sentence),
                met(evidence, paragraph, -1), focus < 0 ? 0.6 : evidence.met(focus, paragraph, sentence),
                holding.holds(),
                Math.max(-8, evidence.score(paragraph) - best),
                sentence == 0 ? 0.4 : evidence.tokens(paragraph, sentence - 1),
                Math.log(1 + evidence.folded(paragraph, sentence).length()), holding.near()};
        return new Candidate(paragraph, sentence, features);
    }

    /// The weighted share of content words met in a sentence, or in the paragraph when `sentence` is negative.
    static double met(Evidence evidence, int paragraph, int sentence) {
        double sum = 0;
        double all = 0;
        for (int word = 0; word < evidence.query().words().size(); word++) {
            double weight = evidence.weight(word) + 0.3;
            all += weight;
            sum += weight * (sentence < 0 ? evidence.met(word, paragraph) : evidence.met(word, paragraph, sentence));
        }
        return all == 0 ? 0 : sum / all;
    }
}
