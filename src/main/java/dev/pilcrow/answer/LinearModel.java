package dev.pilcrow.answer;

import dev.pilcrow.article.Tables;
import java.util.List;
import java.util.Locale;

/// A weighted sum of features, fitted by logistic regression (`deploy/pilcrow fit weights`): above 0 is more likely than
/// not. Immutable.
public final class LinearModel {

    private final double bias;
    private final double[] weights;

    LinearModel(double bias, double[] weights) {
        this.bias = bias;
        this.weights = weights.clone();
    }

    double score(double[] features) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /// Reads a model that {@link #text} wrote, from the class path; the names must be those expected.
    static LinearModel resource(String name, List<String> expected) {
        List<String[]> rows = Tables.rows(name);
        List<String> names = rows.stream().skip(1).map(cells -> cells[0]).toList();
        if (!names.equals(expected)) {
            throw new IllegalStateException(name + " was fitted on other features; run deploy/pilcrow fit weights");
        }
        return new LinearModel(Double.parseDouble(rows.getFirst()[1]),
                rows.stream().skip(1).mapToDouble(cells -> Double.parseDouble(cells[1])).toArray());
    }

    /// The model as a plain table: the bias, then a weight a line.
    String text(String comment, List<String> names) {
        StringBuilder text = new StringBuilder("# ").append(comment).append('\n');
        text.append(String.format(Locale.ROOT, "bias\t%.4f%n", bias));
        for (int i = 0; i < weights.length; i++) {
            text.append(String.format(Locale.ROOT, "%s\t%.4f%n", names.get(i), weights[i]));
        }
        return text.toString();
    }
}
