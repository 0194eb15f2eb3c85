package dev.pilcrow.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page of meters as Prometheus reads it, by the rules of its text format 0.0.4: a page that breaks one is refused.
///
/// @param samples the values, by name and labels as they stand there
/// @param types the type of each family
public record Exposition(Map<String, Double> samples, Map<String, String> types) {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") \\S.*");
    private static final Pattern TYPE = Pattern
            .compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern
            .compile("(" + NAME + ")(?:\\{(" + LABEL + "(?:," + LABEL + ")*),?})? (NaN|[+-]Inf|[-+.0-9eE]+)");
    private static final Pattern SUFFIX = Pattern.compile("_(?:bucket|sum|count)$");
    private static final Pattern VALUE = Pattern.compile("=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// @throws IllegalArgumentException naming the line that is wrong
    public static Exposition of(String page) {
        Map<String, Double> samples = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (String line : page.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                demand(types.put(type.group(1), type.group(2)) == null, line);
            } else if (!HELP.matcher(line).matches()) {
                demand(sample.matches(), line);
                String name = sample.group(1);
                demand(types.containsKey(name) || types.containsKey(SUFFIX.matcher(name).replaceFirst("")), line);
                demand(samples.put(name + labels(sample.group(2)), value(sample.group(3))) == null, line);
            }
        }
        demand(page.endsWith("\n"), "the last line");
        return new Exposition(samples, types);
    }

    private static void demand(boolean right, String line) {
        if (!right) {
            throw new IllegalArgumentException(line);
        }
    }

    private static String labels(String labels) {
        return labels == null ? "" : "{" + labels + "}";
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /// The value of a series, such as `pilcrow_questions_total{outcome="answered",platform="telegram"}`.
    public double value(String name, String... labels) {
        String series = name + (labels.length == 0 ? "" : "{" + String.join(",", labels) + "}");
        Double value = samples.get(series);
        if (value == null) {
            throw new IllegalArgumentException("no " + series + " in\n" + String.join("\n", samples.keySet()));
        }
        return value;
    }

    /// The names of all series.
    public Set<String> series() {
        return new TreeSet<>(samples.keySet());
    }

    /// All values that labels have.
    public List<String> labelValues() {
        return samples.keySet().stream().flatMap(series -> VALUE.matcher(series).results()).map(value -> value.group(1))
                .distinct().sorted().collect(Collectors.toList());
    }
}
