package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/// Fits the weights of this package on questions whose answers are known, and checks them on questions that were left out.
/// Not thread-safe.
public final class Fitting {

    /// A question with what is known of it.
    ///
    /// @param set the question set it belongs to
    /// @param group questions of one group are left out together
    /// @param answerable does the article answer it?
    /// @param weight how much it counts; at 0 it is checked and not fitted on
    public record Known(String set, String group, boolean answerable, double weight) {
    }

    /// The fitted weights, as the files that are shipped.
    public record Weights(String sentences, String verdict) {
    }

    /// How questions of a set fare with weights that were fitted without them.
    ///
    /// @param answerable how many the article answers
    /// @param declined how many of them were declined
    /// @param first how many of them have an answer in the sentence judged best
    /// @param third in one of the three best
    /// @param unanswerable how many the article does not answer
    /// @param refused how many of them were declined
    public record Check(int answerable, int declined, int first, int third, int unanswerable, int refused) {

        private static Check none() {
            return new Check(0, 0, 0, 0, 0, 0);
        }

        private Check and(boolean answerableToo, boolean declinedToo, int place) {
            return answerableToo
                    ? new Check(answerable + 1, declined + (declinedToo ? 1 : 0), first + (place == 0 ? 1 : 0),
                            third + (place < 3 ? 1 : 0), unanswerable, refused)
                    : new Check(answerable, declined, first, third, unanswerable + 1, refused + (declinedToo ? 1 : 0));
        }
    }

    /// A candidate sentence of a question, and the judgement were it the best.
    private record Option(double[] features, boolean holds, double[] judgement, boolean lacks) {
    }

    private record Sample(Known known, List<Option> options) {
    }

    private static final double SENTENCE_RIDGE = 1;
    private static final double VERDICT_RIDGE = 3;

    private final List<Sample> samples = new ArrayList<>();

    /// Adds a question.
    ///
    /// @param answer does a sentence (paragraph from 0, sentence from 0) hold an answer?
    public void add(Known known, Evidence evidence, BiPredicate<Integer, Integer> answer) {
        AskedReader.Asking asking = AskedReader.asked(evidence.query());
        int focus = Verdict.focus(evidence, asking);
        List<Option> options = new ArrayList<>();
        for (Candidate candidate : Reading.candidates(evidence, asking, focus)) {
            double[] features = Verdict.features(evidence, asking, focus, candidate);
            options.add(new Option(candidate.features(), answer.test(candidate.paragraph(), candidate.sentence()),
                    Verdict.modelFeatures(evidence, features), Reading.lacks(evidence, asking, features, candidate)));
        }
        samples.add(new Sample(known, options));
    }

    /// Fits the model that finds the answering sentence, then the model that judges whether there is an answer.
    public Weights fit() {
        LinearModel sentences = sentences(samples);
        return new Weights(
                sentences.text("Which sentence holds the answer. Fitted by deploy/pilcrow fit weights; see README.",
                        Candidate.NAMES),
                verdict(samples, sentences).text(
                        "Whether the article answers. Fitted by deploy/pilcrow fit weights; see README.",
                        Verdict.MODEL_NAMES));
    }

    /// Checks every set with weights fitted on the other parts of the groups, by the sets' names in order.
    ///
    /// @param parts how many parts the groups are divided into
    public Map<String, Check> check(int parts) {
        Map<String, Check> checks = new TreeMap<>();
        for (int part = 0; part < parts; part++) {
            int left = part;
            List<Sample> rest = samples.stream().filter(sample -> part(sample, parts) != left).toList();
            LinearModel sentences = sentences(rest);
            LinearModel verdict = verdict(rest, sentences);
            for (Sample sample : samples) {
                if (part(sample, parts) == part) {
                    checks.merge(sample.known().set(), Check.none(), (known, none) -> known);
                    checks.computeIfPresent(sample.known().set(),
                            (set, check) -> checked(check, sample, sentences, verdict));
                }
            }
        }
        return checks;
    }

    private static int part(Sample sample, int parts) {
        return Math.floorMod(sample.known().group().hashCode(), parts);
    }

    private static Check checked(Check check, Sample sample, LinearModel sentences, LinearModel verdict) {
        List<Option> ranked = ranked(sample, sentences);
        Option best = ranked.getFirst();
        boolean declined = best.lacks() || verdict.score(best.judgement()) <= Composer.ANSWERED;
        int place = IntStream.range(0, ranked.size()).filter(i -> ranked.get(i).holds()).findFirst()
                .orElse(ranked.size() + 3);
        return check.and(sample.known().answerable(), declined, place);
    }

    private static List<Option> ranked(Sample sample, LinearModel sentences) {
        return sample.options().stream()
                .sorted(Comparator.comparingDouble((Option option) -> -sentences.score(option.features()))).toList();
    }

    private static LinearModel sentences(List<Sample> samples) {
        LogisticRegression regression = new LogisticRegression(SENTENCE_RIDGE);
        for (Sample sample : samples) {
            if (sample.known().weight() > 0 && sample.options().stream().anyMatch(Option::holds)) {
                sample.options().forEach(
                        option -> regression.add(option.features(), option.holds(), sample.known().weight()));
            }
        }
        return regression.fit();
    }

    private static LinearModel verdict(List<Sample> samples, LinearModel sentences) {
        LogisticRegression regression = new LogisticRegression(VERDICT_RIDGE);
        for (Sample sample : samples) {
            if (sample.known().weight() > 0) {
                regression.add(ranked(sample, sentences).getFirst().judgement(), sample.known().answerable(),
                        sample.known().weight());
            }
        }
        return regression.fit();
    }
}
