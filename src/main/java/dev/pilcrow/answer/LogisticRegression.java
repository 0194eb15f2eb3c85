package dev.pilcrow.answer;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Fits a {@link LinearModel} to examples by Newton's method, with a ridge on the weights of the standardised features.
/// Not thread-safe.
final class LogisticRegression {

    private record Example(double[] features, boolean positive, double weight) {
    }

    private static final int STEPS = 30;

    private final double ridge;
    private final List<Example> examples = new ArrayList<>();

    /// @param ridge how strongly weights are held near 0
    LogisticRegression(double ridge) {
        this.ridge = ridge;
    }

    void add(double[] features, boolean positive, double weight) {
        examples.add(new Example(features, positive, weight));
    }

    LinearModel fit() {
        int n = examples.getFirst().features().length;
        double[] mean = new double[n];
        double[] deviation = new double[n];
        moments(mean, deviation);
        double[] solution = new double[n + 1];
        for (int step = 0; step < STEPS; step++) {
            DMatrixRMaj hessian = new DMatrixRMaj(n + 1, n + 1);
            DMatrixRMaj gradient = new DMatrixRMaj(n + 1, 1);
            for (Example example : examples) {
                accumulate(example, solution, mean, deviation, hessian, gradient);
            }
            for (int i = 0; i <= n; i++) {
                hessian.add(i, i, i == 0 ? 1e-9 : ridge);
                gradient.add(i, 0, i == 0 ? 0 : -ridge * solution[i]);
            }
            DMatrixRMaj change = new DMatrixRMaj(n + 1, 1);
            if (!CommonOps_DDRM.solve(hessian, gradient, change)) {
                throw new IllegalStateException("the examples do not determine a model");
            }
            for (int i = 0; i <= n; i++) {
                solution[i] += change.get(i, 0);
            }
        }
        double[] weights = new double[n];
        double bias = solution[0];
        for (int i = 0; i < n; i++) {
            weights[i] = solution[i + 1] / deviation[i];
            bias -= weights[i] * mean[i];
        }
        return new LinearModel(bias, weights);
    }

    private void moments(double[] mean, double[] deviation) {
        for (Example example : examples) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += example.features()[i] / examples.size();
            }
        }
        for (Example example : examples) {
            for (int i = 0; i < mean.length; i++) {
                double away = example.features()[i] - mean[i];
                deviation[i] += away * away / examples.size();
            }
        }
        for (int i = 0; i < mean.length; i++) {
            deviation[i] = deviation[i] < 1e-12 ? 1 : Math.sqrt(deviation[i]);
        }
    }

    private static void accumulate(Example example, double[] solution, double[] mean, double[] deviation,
            DMatrixRMaj hessian, DMatrixRMaj gradient) {
        int n = mean.length;
        double[] row = new double[n + 1];
        row[0] = 1;
        double sum = solution[0];
        for (int i = 0; i < n; i++) {
            row[i + 1] = (example.features()[i] - mean[i]) / deviation[i];
            sum += solution[i + 1] * row[i + 1];
        }
        double probability = 1 / (1 + Math.exp(-sum));
        double pull = example.weight() * ((example.positive() ? 1 : 0) - probability);
        double curve = example.weight() * Math.max(1e-9, probability * (1 - probability));
        for (int i = 0; i <= n; i++) {
            gradient.add(i, 0, pull * row[i]);
            for (int j = 0; j <= n; j++) {
                hessian.add(i, j, curve * row[i] * row[j]);
            }
        }
    }
}
