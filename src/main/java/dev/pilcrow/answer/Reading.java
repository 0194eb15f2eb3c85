package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The evidence for a question, read sentence by sentence: the candidates, best first, and the judgement whether the
/// article answers the question. Immutable.
///
/// @param evidence what search found
/// @param asking what the question asks for
/// @param candidates sentences of the best paragraphs, the likeliest to hold the answer first; never empty
/// @param score the logarithm of the odds that the article answers the question
/// @param lacking does the best paragraph lack what must stand there for an answer?
record Reading(Evidence evidence, AskedReader.Asking asking, List<Scored> candidates, double score, boolean lacking) {

    /// A candidate and the score of its being the answer: the logarithm of the odds.
    record Scored(Candidate candidate, double score) {

        double probability() {
            return 1 / (1 + Math.exp(-score));
        }
    }

    /// Paragraphs whose sentences are candidates.
    static final int PARAGRAPHS = 3;
    /// A speaker that the article calls by another word is met at least this well.
    private static final Pattern TITLE = Pattern.compile("《([^》]{2,30})》");
    private static final int LONG_NAME = 3;
    private static final double SPEAKER_MET = 0.7;

    private static final class Shipped {
        static final LinearModel SENTENCES = LinearModel.resource("/answer/sentence-weights.tsv", Candidate.NAMES);
        static final LinearModel VERDICT = LinearModel.resource("/answer/verdict-weights.tsv", Verdict.MODEL_NAMES);
    }

    static Reading of(Evidence evidence) {
        AskedReader.Asking asking = AskedReader.asked(evidence.query());
        int focus = Verdict.focus(evidence, asking);
        List<Scored> candidates = candidates(evidence, asking, focus).stream()
                .map(candidate -> new Scored(candidate, Shipped.SENTENCES.score(candidate.features())))
                .sorted(Comparator.comparingDouble((Scored candidate) -> -candidate.score())).toList();
        Candidate best = candidates.getFirst().candidate();
        double[] features = Verdict.features(evidence, asking, focus, best);
        return new Reading(evidence, asking, candidates,
                Shipped.VERDICT.score(Verdict.modelFeatures(evidence, features)),
                lacks(evidence, asking, features, best));
    }

    /// The sentences of the best paragraphs.
    static List<Candidate> candidates(Evidence evidence, AskedReader.Asking asking, int focus) {
        List<Candidate> candidates = new ArrayList<>();
        for (int paragraph : evidence.order().subList(0, Math.min(PARAGRAPHS, evidence.order().size()))) {
            for (int sentence = 0; sentence < evidence.sentences(paragraph).size(); sentence++) {
                candidates.add(Candidate.of(evidence, asking, focus, paragraph, sentence));
            }
        }
        return candidates;
    }

    /// Does the best paragraph lack what must stand there for an answer: a quantity, a person or a place that is asked for,
    /// or the one whose opinion is?
    static boolean lacks(Evidence evidence, AskedReader.Asking asking, double[] features, Candidate best) {
        return has(features, "quantityMissingParagraph")
                || (asking.type() == Asked.PERSON || asking.type() == Asked.PLACE)
                        && has(features, "namedMissingParagraph")
                || lacksName(evidence)
                || asking.type() == Asked.OPINION && lacksSpeaker(evidence, best.paragraph());
    }

    /// Does the question name somebody or something that the article does not, not even misspelt? A question that was
    /// translated does not tell, as its names may be written otherwise in the article.
    private static boolean lacksName(Evidence evidence) {
        List<Query.Word> words = evidence.query().words();
        if (evidence.query().translated()) {
            return false;
        }
        return TITLE.matcher(evidence.query().matching()).results()
                .anyMatch(title -> !evidence.article().contains(title.group(1)))
                || IntStream.range(0, words.size())
                        .anyMatch(word -> words.get(word).text().length() >= LONG_NAME && evidence.isForeign(word));
    }

    private static boolean has(double[] features, String name) {
        return features[Verdict.NAMES.indexOf(name)] > 0;
    }

    /// The one whose opinion is asked for comes first in a question, and must be named in the article.
    private static boolean lacksSpeaker(Evidence evidence, int paragraph) {
        List<Query.Word> words = evidence.query().words();
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).name() && !evidence.stands(word) && evidence.sounds(word) == 0) {
                return true;
            }
        }
        return !words.isEmpty() && !evidence.query().translated() && !evidence.stands(0)
                && evidence.met(0, paragraph) < SPEAKER_MET && evidence.sounds(0) == 0;
    }
}
