package dev.pilcrow.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Ranks the paragraphs of an article for a question. Thread-safe.
final class Ranker {

    /// Late interaction costs the most, so in a long article only the best paragraphs of the other signals get it.
    static final int CANDIDATES = 16;

    private final FusionWeights weights;

    Ranker(FusionWeights weights) {
        this.weights = weights;
    }

    Evidence rank(Query query, IndexedArticle article) {
        int n = article.size();
        float[][] signals = new float[Signal.values().length][n];
        signals[Signal.WORDS.ordinal()] = article.words().scores(query.terms());
        if (!query.synonyms().isEmpty()) {
            signals[Signal.SYNONYMS.ordinal()] = article.words().scores(query.synonyms());
        }
        if (!query.sounds().isEmpty()) {
            signals[Signal.SOUNDS.ordinal()] = article.sounds().scores(query.sounds());
        }
        signals[Signal.VECTOR.ordinal()] = article.cosines(query.encoding().vector());
        if (query.mapped() != null) {
            signals[Signal.MAPPED_VECTOR.ordinal()] = article.cosines(query.mapped());
        }
        WordMatches matches = new WordMatches(query, article);
        int[] candidates = candidates(signals, n);
        LateInteraction.Question question = new LateInteraction.Question(query.encoding());
        Map<Integer, LateInteraction> late = HashMap.newHashMap(candidates.length);
        for (int p : candidates) {
            LateInteraction interaction = new LateInteraction(question, article.encoding(p), article.units(p));
            late.put(p, interaction);
            signals[Signal.TOKENS.ordinal()][p] = LateInteraction.mean(interaction.paragraph());
            signals[Signal.SENTENCE_TOKENS.ordinal()][p] = interaction.bestSentence();
            signals[Signal.COVERAGE.ordinal()][p] = matches.coverage(p);
        }
        level(signals, candidates, n);
        context(signals, n);
        return evidence(query, article, signals, candidates, late, matches.idf());
    }

    private Evidence evidence(Query query, IndexedArticle article, float[][] signals, int[] candidates,
            Map<Integer, LateInteraction> late, float[] idf) {
        int n = article.size();
        double[] scores = new double[n];
        for (Signal signal : Signal.values()) {
            double weight = weights.of(signal, query.translated());
            float[] standard = standardised(signals[signal.ordinal()]);
            for (int p = 0; p < n; p++) {
                scores[p] += weight * standard[p];
            }
        }
        List<Integer> order = Arrays.stream(candidates).boxed()
                .sorted(Comparator.comparingDouble((Integer p) -> -scores[p]).thenComparing(p -> p)).toList();
        return new Evidence(query, article, order, scores, signals, late, idf);
    }

    private static int[] candidates(float[][] signals, int n) {
        if (n <= CANDIDATES) {
            return IntStream.range(0, n).toArray();
        }
        float[] rough = new float[n];
        for (Signal signal : List.of(Signal.WORDS, Signal.SYNONYMS, Signal.SOUNDS, Signal.VECTOR,
                Signal.MAPPED_VECTOR)) {
            float[] standard = standardised(signals[signal.ordinal()]);
            float share = signal == Signal.WORDS || signal == Signal.VECTOR ? 1 : 0.5f;
            for (int p = 0; p < n; p++) {
                rough[p] += share * standard[p];
            }
        }
        return best(rough, CANDIDATES);
    }

    /// The places of the `count` largest values, largest first.
    private static int[] best(float[] values, int count) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float floor = sorted[sorted.length - count];
        return IntStream.range(0, values.length).filter(i -> values[i] >= floor).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i])).limit(count)
                .mapToInt(Integer::intValue).toArray();
    }

    /// Paragraphs that were not looked at closely get the least that those have which were.
    private static void level(float[][] signals, int[] candidates, int n) {
        if (candidates.length == n) {
            return;
        }
        boolean[] looked = new boolean[n];
        for (int p : candidates) {
            looked[p] = true;
        }
        for (Signal signal : List.of(Signal.TOKENS, Signal.SENTENCE_TOKENS, Signal.COVERAGE)) {
            float[] values = signals[signal.ordinal()];
            float least = Float.MAX_VALUE;
            for (int p : candidates) {
                least = Math.min(least, values[p]);
            }
            for (int p = 0; p < n; p++) {
                values[p] = looked[p] ? values[p] : least;
            }
        }
    }

    private static void context(float[][] signals, int n) {
        float[] coverage = standardised(signals[Signal.COVERAGE.ordinal()]);
        float[] tokens = standardised(signals[Signal.TOKENS.ordinal()]);
        for (int p = 1; p < n; p++) {
            signals[Signal.CONTEXT.ordinal()][p] = (coverage[p - 1] + tokens[p - 1]) / 2;
        }
    }

    /// Brings values to mean 0 and deviation 1; all zero when they are all the same.
    static float[] standardised(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double variance = 0;
        for (float value : values) {
            variance += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(variance / values.length);
        float[] standard = new float[values.length];
        for (int i = 0; i < values.length && deviation > 1e-6; i++) {
            standard[i] = (float) ((values[i] - mean) / deviation);
        }
        return standard;
    }
}
