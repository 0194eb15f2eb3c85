package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The evidence for a question, read sentence by sentence: the candidates, best first, and the judgement whether the
/// article answers the question. Immutable.
///
/// @param evidence what search found
/// @param asking what the question asks for
/// @param candidates sentences of the best paragraphs, the likeliest to hold the answer first; never empty
/// @param features what the judgement rests on, see {@link Verdict}
/// @param score above 0 when the article more likely answers the question than not
record Reading(Evidence evidence, AskedReader.Asking asking, List<Scored> candidates, double[] features, double score) {

    /// A candidate and the score of its being the answer: the logarithm of the odds.
    record Scored(Candidate candidate, double score) {

        double probability() {
            return 1 / (1 + Math.exp(-score));
        }
    }

    /// Paragraphs whose sentences are candidates.
    static final int PARAGRAPHS = 3;

    private static final class Shipped {
        static final LinearModel SENTENCES = LinearModel.resource("/answer/sentence-weights.tsv", Candidate.NAMES);
        static final LinearModel VERDICT = LinearModel.resource("/answer/verdict-weights.tsv", Verdict.MODEL_NAMES);
    }

    static Reading of(Evidence evidence) {
        AskedReader.Asking asking = AskedReader.asked(evidence.query());
        List<Scored> candidates = candidates(evidence, asking, Shipped.SENTENCES);
        double[] features = features(evidence, asking, candidates.getFirst().candidate());
        return new Reading(evidence, asking, candidates, features, Shipped.VERDICT.score(features));
    }

    static List<Scored> candidates(Evidence evidence, AskedReader.Asking asking, LinearModel model) {
        int focus = Verdict.focus(evidence, asking);
        List<Scored> scored = new ArrayList<>();
        for (int paragraph : evidence.order().subList(0, Math.min(PARAGRAPHS, evidence.order().size()))) {
            for (int sentence = 0; sentence < evidence.sentences(paragraph).size(); sentence++) {
                Candidate candidate = Candidate.of(evidence, asking, focus, paragraph, sentence);
                scored.add(new Scored(candidate, model.score(candidate.features())));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored candidate) -> -candidate.score()));
        return List.copyOf(scored);
    }

    static double[] features(Evidence evidence, AskedReader.Asking asking, Candidate best) {
        return Verdict.modelFeatures(evidence,
                Verdict.features(evidence, asking, Verdict.focus(evidence, asking), best));
    }

    /// Does the question ask for a quantity of which the best paragraph holds none?
    boolean lacksQuantity() {
        return features[Verdict.NAMES.indexOf("quantityMissingParagraph")] > 0;
    }
}
