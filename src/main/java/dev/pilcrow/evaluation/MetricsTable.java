package dev.pilcrow.evaluation;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The scores of an evaluation as a table: a line for each kind of question, and one for all of them.
public final class MetricsTable {

    private static final String NOTHING = "–";

    private MetricsTable() {
    }

    /// The table in lines; shares are in percent.
    public static String of(List<QuestionRow> rows, List<Prediction> predictions, Wording wording) {
        Map<String, List<MetricsRow>> kinds = new LinkedHashMap<>();
        List<MetricsRow> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MetricsRow row = new MetricsRow(rows.get(i), predictions.get(i));
            all.add(row);
            kinds.computeIfAbsent(row.question().kind(), _ -> new ArrayList<>()).add(row);
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(wording.say(Phrase.EVALUATION_HEADINGS).split(" +")));
        kinds.forEach((kind, members) -> lines.add(line(kind.isEmpty() ? NOTHING : kind, new Metrics(members))));
        lines.add(line(wording.say(Phrase.EVALUATION_OVERALL), new Metrics(all)));
        return lines.stream().map(line -> aligned(line, lines)).collect(Collectors.joining("\n"));
    }

    private static List<String> line(String name, Metrics metrics) {
        return List.of(name, Integer.toString(metrics.count()), percent(metrics.retrievedWithin(1)),
                percent(metrics.retrievedWithin(3)), percent(metrics.citeHit()), percent(metrics.citePrecision()),
                percent(metrics.contains()), percent(metrics.wrongRefusal()), percent(metrics.refused()),
                percent(metrics.verbatim()), percent(metrics.tooLong()), decimal(metrics.millis(0.50)),
                decimal(metrics.millis(0.99)));
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? decimal(100 * share.getAsDouble()) : NOTHING;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /// The first cell to the left, the others to the right, in columns as wide as their widest cell.
    private static String aligned(List<String> line, List<List<String>> lines) {
        StringBuilder aligned = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            int place = column;
            int width = lines.stream().filter(other -> other.size() > place)
                    .mapToInt(other -> other.get(place).length())
                    .max().orElse(0);
            String padding = " ".repeat(width - line.get(column).length());
            aligned.append(column == 0 ? line.get(column) + padding : "  " + padding + line.get(column));
        }
        return aligned.toString();
    }
}
