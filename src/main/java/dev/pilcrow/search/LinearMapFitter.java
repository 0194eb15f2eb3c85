package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Fits a {@link LinearMap} by ridge regression on pairs of texts that mean the same.
public final class LinearMapFitter {

    /// A text in both languages.
    public record Pair(String english, String chinese) {
    }

    private final Encoders encoders = new Encoders();
    private final double ridge;

    /// @param ridge what is added to the diagonal: larger is smoother
    public LinearMapFitter(double ridge) {
        this.ridge = ridge;
    }

    /// Fits the map from one language's vector space into the other's.
    public LinearMap fit(List<Pair> pairs, Language from) {
        Language to = from == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        return regression(vectors(pairs, from), vectors(pairs, to), ridge);
    }

    private float[][] vectors(List<Pair> pairs, Language language) {
        Encoder encoder = encoders.of(language);
        return pairs.parallelStream()
                .map(pair -> encoder.encode(
                        Folding.text(language == Language.ENGLISH ? pair.english() : pair.chinese())).vector())
                .toArray(float[][]::new);
    }

    /// The map that brings each source vector nearest to its target, in the least squares of all.
    ///
    /// @param source one vector a pair
    /// @param target the vector of the same pair
    static LinearMap regression(float[][] source, float[][] target, double ridge) {
        float[] sourceMean = mean(source);
        float[] targetMean = mean(target);
        DMatrixRMaj x = centred(source, sourceMean);
        DMatrixRMaj y = centred(target, targetMean);
        DMatrixRMaj gram = new DMatrixRMaj(x.numCols, x.numCols);
        CommonOps_DDRM.multTransA(x, x, gram);
        for (int i = 0; i < gram.numCols; i++) {
            gram.add(i, i, ridge);
        }
        DMatrixRMaj cross = new DMatrixRMaj(x.numCols, y.numCols);
        CommonOps_DDRM.multTransA(x, y, cross);
        DMatrixRMaj solution = new DMatrixRMaj(x.numCols, y.numCols);
        if (!CommonOps_DDRM.solve(gram, cross, solution)) {
            throw new IllegalStateException("the pairs do not determine a map");
        }
        float[][] weights = new float[y.numCols][x.numCols];
        for (int to = 0; to < y.numCols; to++) {
            for (int from = 0; from < x.numCols; from++) {
                weights[to][from] = (float) solution.get(from, to);
            }
        }
        return new LinearMap(weights, sourceMean, targetMean);
    }

    private static float[] mean(float[][] rows) {
        float[] mean = new float[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static DMatrixRMaj centred(float[][] rows, float[] mean) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows.length, mean.length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < mean.length; column++) {
                matrix.set(row, column, rows[row][column] - mean[column]);
            }
        }
        return matrix;
    }
}
