package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void findsTheDirectionThatSeparates() {
        LogisticRegression regression = new LogisticRegression(1);
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double[] features = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            regression.add(features, 2 * features[0] - features[1] > 0, 1);
        }
        LinearModel model = regression.fit();
        double bias = model.score(new double[3]);
        double first = model.score(new double[]{1, 0, 0}) - bias;
        double second = model.score(new double[]{0, 1, 0}) - bias;
        double third = model.score(new double[]{0, 0, 1}) - bias;
        assertThat(first).isPositive();
        assertThat(second / first).isCloseTo(-0.5, within(0.05));
        assertThat(third / first).isCloseTo(0, within(0.05));
        assertThat(bias / first).isCloseTo(0, within(0.05));
    }

    @Test
    void scoresAreTheLogarithmsOfTheOdds() {
        LogisticRegression regression = new LogisticRegression(1e-6);
        for (int i = 0; i < 1000; i++) {
            regression.add(new double[]{i % 2}, i % 2 == 0 ? i % 10 == 0 : i % 10 != 1, 1);
        }
        LinearModel model = regression.fit();
        assertThat(model.score(new double[]{0})).isCloseTo(Math.log(0.2 / 0.8), within(0.01));
        assertThat(model.score(new double[]{1})).isCloseTo(Math.log(0.8 / 0.2), within(0.01));
    }

    @Test
    void anExampleOfTwiceTheWeightCountsAsTwo() {
        LogisticRegression weighted = new LogisticRegression(1e-6);
        weighted.add(new double[]{0}, true, 2);
        weighted.add(new double[]{0}, false, 1);
        LogisticRegression repeated = new LogisticRegression(1e-6);
        repeated.add(new double[]{0}, true, 1);
        repeated.add(new double[]{0}, true, 1);
        repeated.add(new double[]{0}, false, 1);
        assertThat(weighted.fit().score(new double[]{0})).isCloseTo(Math.log(2), within(1e-3));
        assertThat(repeated.fit().score(new double[]{0})).isCloseTo(Math.log(2), within(1e-3));
    }

    @Test
    void fitsTheSameWhateverTheScaleOfAFeature() {
        LogisticRegression small = new LogisticRegression(3);
        LogisticRegression large = new LogisticRegression(3);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            double feature = random.nextGaussian();
            boolean positive = feature + random.nextGaussian() > 0.3;
            small.add(new double[]{feature}, positive, 1);
            large.add(new double[]{1000 * feature + 5}, positive, 1);
        }
        assertThat(large.fit().score(new double[]{705})).isCloseTo(small.fit().score(new double[]{0.7}), within(1e-6));
    }

    @Test
    void aFeatureThatNeverChangesHasNoSay() {
        LogisticRegression regression = new LogisticRegression(1);
        for (int i = 0; i < 100; i++) {
            regression.add(new double[]{i, 42}, i >= 50, 1);
        }
        LinearModel model = regression.fit();
        assertThat(model.score(new double[]{90, 42})).isPositive();
        assertThat(model.score(new double[]{10, 42})).isNegative();
        assertThat(model.score(new double[]{90, 42})).isCloseTo(model.score(new double[]{90, 41}), within(1e-9));
    }
}
