package dev.pilcrow.answer;

import dev.pilcrow.search.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Fits the weights of this package on questions whose answers are known. Not thread-safe.
public final class Fitting {

    /// A question with what is known of it.
    ///
    /// @param evidence what search found
    /// @param answerable does the article answer it?
    /// @param answer does a sentence (paragraph from 0, sentence from 0) hold an answer?
    /// @param weight how much the question counts
    /// @param group questions of one group are held out together
    public record Example(Evidence evidence, boolean answerable, BiPredicate<Integer, Integer> answer, double weight,
            String group) {
    }

    /// The fitted weights, as the files that are shipped.
    public record Weights(String sentences, String verdict) {
    }

    private static final double RIDGE = 3;

    private final List<Example> examples = new ArrayList<>();

    public void add(Example example) {
        examples.add(example);
    }

    /// Fits the model that finds the answering sentence, then the model that judges whether there is an answer.
    public Weights fit() {
        LinearModel sentences = sentences();
        LogisticRegression verdict = new LogisticRegression(RIDGE);
        for (Example example : examples) {
            AskedReader.Asking asking = AskedReader.asked(example.evidence().query());
            Candidate best = Reading.candidates(example.evidence(), asking, sentences).getFirst().candidate();
            verdict.add(Reading.features(example.evidence(), asking, best), example.answerable(), example.weight());
        }
        return new Weights(
                sentences.text("Which sentence holds the answer. Fitted by deploy/pilcrow fit weights; see README.",
                        Candidate.NAMES),
                verdict.fit().text("Whether the article answers. Fitted by deploy/pilcrow fit weights; see README.",
                        Verdict.MODEL_NAMES));
    }

    private LinearModel sentences() {
        LogisticRegression regression = new LogisticRegression(1);
        for (Example example : examples) {
            AskedReader.Asking asking = AskedReader.asked(example.evidence().query());
            int focus = Verdict.focus(example.evidence(), asking);
            List<Candidate> candidates = new ArrayList<>();
            List<Boolean> holds = new ArrayList<>();
            Evidence evidence = example.evidence();
            for (int p : evidence.order().subList(0, Math.min(Reading.PARAGRAPHS, evidence.order().size()))) {
                for (int s = 0; s < evidence.sentences(p).size(); s++) {
                    candidates.add(Candidate.of(evidence, asking, focus, p, s));
                    holds.add(example.answer().test(p, s));
                }
            }
            if (example.answerable() && holds.contains(true)) {
                for (int i = 0; i < candidates.size(); i++) {
                    regression.add(candidates.get(i).features(), holds.get(i), example.weight());
                }
            }
        }
        return regression.fit();
    }
}
