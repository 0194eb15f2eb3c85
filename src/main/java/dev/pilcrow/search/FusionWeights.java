package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How much each signal counts, for questions in the article's language and for translated ones. Fitted by
/// `deploy/pilcrow fit` on several question sets; see README. Immutable.
///
/// @param same weights when the question is in the article's language
/// @param translated weights when it was put into it
public record FusionWeights(Map<Signal, Double> same, Map<Signal, Double> translated) {

    /// Reads the weights that the project ships.
    static FusionWeights shipped() {
        Map<Signal, Double> same = new EnumMap<>(Signal.class);
        Map<Signal, Double> translated = new EnumMap<>(Signal.class);
        for (Map.Entry<String, List<String>> line : Tables.read("/search/fusion-weights.tsv").entrySet()) {
            Signal signal = Signal.valueOf(line.getKey());
            same.put(signal, Double.valueOf(line.getValue().get(0)));
            translated.put(signal, Double.valueOf(line.getValue().get(1)));
        }
        return new FusionWeights(same, translated);
    }

    double of(Signal signal, boolean translation) {
        return (translation ? translated : same).getOrDefault(signal, 0.0);
    }
}
