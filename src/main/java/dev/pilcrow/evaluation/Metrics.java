package dev.pilcrow.evaluation;

import dev.pilcrow.answer.Citation;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// How well questions were answered, as shares of one. A share of nothing is empty.
///
/// @param rows the questions that are counted
record Metrics(List<MetricsRow> rows) {

    Metrics {
        rows = List.copyOf(rows);
    }

    int count() {
        return rows.size();
    }

    OptionalDouble retrievedWithin(int first) {
        return share(MetricsRow::hasPassages, row -> row.retrieves(first));
    }

    OptionalDouble citeHit() {
        return share(MetricsRow::hasPassages, row -> row.citations().stream().anyMatch(row::isRight));
    }

    /// The citations of unanswerable questions count, and are wrong.
    OptionalDouble citePrecision() {
        return shareOfCitations(row -> row.hasPassages() || row.isUnanswerable(), MetricsRow::isRight);
    }

    OptionalDouble verbatim() {
        return shareOfCitations(_ -> true, MetricsRow::isVerbatim);
    }

    OptionalDouble contains() {
        return share(MetricsRow::hasAnswer, MetricsRow::containsAnswer);
    }

    OptionalDouble wrongRefusal() {
        return share(MetricsRow::isAnswerable, row -> !row.answered());
    }

    OptionalDouble refused() {
        return share(MetricsRow::isUnanswerable, row -> !row.answered());
    }

    OptionalDouble tooLong() {
        return share(MetricsRow::mayNotBeLong, MetricsRow::isLong);
    }

    /// The time that this share of the questions took at most, in milliseconds (nearest rank).
    double millis(double share) {
        List<Double> times = rows.stream().map(row -> row.prediction().millis()).sorted(Comparator.naturalOrder())
                .toList();
        return times.get((int) Math.ceil(share * times.size()) - 1);
    }

    private OptionalDouble share(Predicate<MetricsRow> counted, Predicate<MetricsRow> good) {
        return rows.stream().filter(counted).mapToInt(row -> good.test(row) ? 1 : 0).average();
    }

    private OptionalDouble shareOfCitations(Predicate<MetricsRow> counted, BiPredicate<MetricsRow, Citation> good) {
        return rows.stream().filter(counted)
                .flatMap(row -> row.citations().stream().map(citation -> good.test(row, citation)))
                .mapToInt(isGood -> isGood ? 1 : 0).average();
    }
}
