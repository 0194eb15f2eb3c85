package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.Query;
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
    /// A speaker that the article calls by another word is met at least this well.
    private static final double SPEAKER_MET = 0.7;

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

    /// Does the best paragraph lack what must stand there for an answer: a quantity, a person or a place that is asked
    /// for, or the one whose opinion is?
    boolean lacksWhatIsAsked() {
        return has("quantityMissingParagraph")
                || (asking.type() == Asked.PERSON || asking.type() == Asked.PLACE) && has("namedMissingParagraph")
                || asking.type() == Asked.OPINION && lacksSpeaker();
    }

    private boolean has(String feature) {
        return features[Verdict.NAMES.indexOf(feature)] > 0;
    }

    /// The one whose opinion is asked for comes first in a question, and must be named in the article.
    private boolean lacksSpeaker() {
        List<Query.Word> words = evidence.query().words();
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).name() && !evidence.stands(word) && evidence.sounds(word) == 0) {
                return true;
            }
        }
        return !words.isEmpty() && !evidence.query().translated() && !evidence.stands(0)
                && evidence.met(0, candidates.getFirst().candidate().paragraph()) < SPEAKER_MET
                && evidence.sounds(0) == 0;
    }
}
