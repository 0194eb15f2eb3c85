package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.Query;
import dev.pilcrow.search.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a judgement rests on whether the article answers the question: not a score alone, but whether what is asked for
/// stands in the best sentence, and whether the question's own words do.
final class Verdict {

    /// The features, in order. "Rest" are the content words that are no names; "quantity" is a number, a date, an age, a
    /// share or a sum; "named" is a person, a place, an organisation or a title; "missing" means that the best sentence
    /// holds nothing of that kind beyond what the question says.
    static final List<String> NAMES = List.of("tokens", "tokensParagraph", "rest", "restParagraph", "leastRest",
            "leastRestParagraph", "names", "namesAbsent", "absent", "absentMost", "focus", "focusParagraph", "quantity",
            "quantityMissing", "quantityMissingParagraph", "named", "namedMissing", "namedMissingParagraph", "reason",
            "reasonMissing", "reasonMissingParagraph", "opinion", "opinionMissing", "opinionMissingParagraph", "unit",
            "lead", "words", "cosine", "bm25", "density", "near", "nearParagraph");

    /// What the model sees: each feature, the same times how dense the article's paragraphs are, and the same when the
    /// question was translated; for in long paragraphs, and in translated words, less or more of a question is met.
    static final List<String> MODEL_NAMES = Stream.of("", "*density", "*translated")
            .flatMap(times -> NAMES.stream().map(name -> name + times)).toList();

    /// The logarithm of the characters a paragraph between news (about 100) and encyclopedias (about 500).
    private static final double MIDDLE_DENSITY = 5.5;
    private static final double LEAST_DENSITY = 4.3;
    private static final double MOST_DENSITY = 6.8;

    static double[] modelFeatures(Evidence evidence, double[] features) {
        int n = features.length;
        double density = features[NAMES.indexOf("density")] - MIDDLE_DENSITY;
        double[] model = new double[3 * n];
        for (int i = 0; i < n; i++) {
            model[i] = features[i];
            model[n + i] = features[i] * density;
            model[2 * n + i] = evidence.query().translated() ? features[i] : 0;
        }
        return model;
    }

    private static final List<Set<Asked>> GROUPS = List.of(
            EnumSet.of(Asked.DATE, Asked.AGE, Asked.NUMBER, Asked.MONEY, Asked.PERCENT),
            EnumSet.of(Asked.PERSON, Asked.PLACE, Asked.ORGANISATION, Asked.TITLE), EnumSet.of(Asked.REASON),
            EnumSet.of(Asked.OPINION));

    private final Evidence evidence;
    private final AskedReader.Asking asking;
    private final int focus;
    private final Candidate best;
    private final double[] features = new double[NAMES.size()];
    private int filled;
    private double nearParagraph;

    private Verdict(Evidence evidence, AskedReader.Asking asking, int focus, Candidate best) {
        this.evidence = evidence;
        this.asking = asking;
        this.focus = focus;
        this.best = best;
    }

    /// The features of the judgement for the best sentence found.
    static double[] features(Evidence evidence, AskedReader.Asking asking, int focus, Candidate best) {
        Verdict verdict = new Verdict(evidence, asking, focus, best);
        verdict.words();
        verdict.kinds();
        verdict.scores();
        return verdict.features;
    }

    private void add(double feature) {
        features[filled++] = feature;
    }

    private void words() {
        int p = best.paragraph();
        Share rest = new Share();
        Share restParagraph = new Share();
        Share names = new Share();
        Share namesAbsent = new Share();
        Share absent = new Share();
        double absentMost = 0;
        for (int word = 0; word < evidence.query().words().size(); word++) {
            Query.Word asked = evidence.query().words().get(word);
            double weight = evidence.weight(word) + 0.3;
            boolean stands = evidence.stands(word);
            absent.add(weight, stands ? 0 : 1);
            if (asked.name()) {
                names.add(weight, evidence.met(word, p));
                namesAbsent.add(weight, stands ? 0 : 1);
            } else {
                rest.add(weight, evidence.met(word, p, best.sentence()));
                restParagraph.add(weight, evidence.met(word, p));
                absentMost = Math.max(absentMost, stands ? 0 : 1 - evidence.met(word, p));
            }
        }
        add(best.features()[0]);
        add(evidence.signal(Signal.TOKENS, p));
        add(rest.mean(0.8));
        add(restParagraph.mean(0.8));
        add(rest.least());
        add(restParagraph.least());
        add(names.mean(0.9));
        add(namesAbsent.mean(0));
        add(absent.mean(0));
        add(absentMost);
        add(best.features()[3]);
        add(focus < 0 ? 0.6 : evidence.met(focus, p));
    }

    private void kinds() {
        double holds = best.features()[4];
        double holdsParagraph = holds;
        for (int s = 0; s < evidence.sentences(best.paragraph()).size(); s++) {
            AskedReader.Holding holding = AskedReader.holding(asking, evidence, focus, best.paragraph(), s);
            holdsParagraph = Math.max(holdsParagraph, holding.holds());
            nearParagraph = Math.max(nearParagraph, holding.near());
        }
        for (Set<Asked> group : GROUPS) {
            boolean is = group.contains(asking.type());
            add(is ? 1 : 0);
            add(is && holds == 0 ? 1 : 0);
            add(is && holdsParagraph == 0 ? 1 : 0);
        }
        add(holds > 0 && holds < 0.5 ? 1 : 0);
    }

    private void scores() {
        List<Integer> order = evidence.order();
        add(order.size() < 2 ? 2 : Math.min(6, evidence.score(order.get(0)) - evidence.score(order.get(1))));
        add(Math.log(1 + evidence.query().words().size()));
        add(evidence.cosine(best.paragraph()));
        add(evidence.signal(Signal.WORDS, best.paragraph()) / Math.max(1, evidence.query().terms().size()));
        add(Math.clamp(Math.log((double) evidence.article().article().text().length() / evidence.article().size()),
                LEAST_DENSITY, MOST_DENSITY));
        add(best.features()[8]);
        add(nearParagraph);
    }

    /// A weighted mean and the least of some values in [0, 1].
    private static final class Share {

        private double sum;
        private double weights;
        private double least = 1;

        void add(double weight, double value) {
            sum += weight * value;
            weights += weight;
            least = Math.min(least, value);
        }

        double mean(double whenNone) {
            return weights == 0 ? whenNone : sum / weights;
        }

        double least() {
            return least;
        }
    }

    /// The content word nearest to the asking words; -1 when there is none.
    static int focus(Evidence evidence, AskedReader.Asking asking) {
        int words = evidence.query().words().size();
        if (asking.type() == Asked.OTHER || evidence.query().translated()) {
            return words - 1;
        }
        int nearest = -1;
        int distance = Integer.MAX_VALUE;
        for (int word = 0; word < words; word++) {
            Query.Word asked = evidence.query().words().get(word);
            int away = asked.start() >= asking.end()
                    ? asked.start() - asking.end()
                    : Math.max(0, asking.start() - asked.end());
            if (away < distance) {
                distance = away;
                nearest = word;
            }
        }
        return nearest;
    }
}
