package dev.pilcrow.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The benchmark's result: one line a measurement, with its unit, both values and their ratio.
final class BenchTable {

    /// @param what what was measured
    /// @param unit what the values count
    /// @param pilcrow this project's value; NaN when it could not be measured
    /// @param recipe LangChain4j's
    record Row(String what, String unit, double pilcrow, double recipe) {
    }

    private final List<Row> rows = new ArrayList<>();

    void add(String what, String unit, double pilcrow, double recipe) {
        rows.add(new Row(what, unit, pilcrow, recipe));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    void print(PrintStream out) {
        out.printf("%-46s %-12s %12s %12s %8s%n", "", "unit", "Pilcrow", "LangChain4j", "ratio");
        for (Row row : rows) {
            out.printf("%-46s %-12s %12s %12s %8s%n", row.what(), row.unit(), number(row.pilcrow()),
                    number(row.recipe()), number(row.pilcrow() / row.recipe()));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value) : "-";
    }
}
