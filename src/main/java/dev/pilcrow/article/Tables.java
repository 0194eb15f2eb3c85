package dev.pilcrow.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Plain tables on the class path: UTF-8, one entry a line, `key<TAB>value value …`, lines that begin with `#` left out.
public final class Tables {

    private Tables() {
    }

    /// The entries by their keys, in order.
    public static Map<String, List<String>> read(String resource) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String line : lines(resource)) {
            int tab = line.indexOf('\t');
            table.putIfAbsent(line.substring(0, tab), List.of(line.substring(tab + 1).split(" ")));
        }
        return table;
    }

    /// The cells of each line, between tabs.
    public static List<String[]> rows(String resource) {
        return lines(resource).stream().map(line -> line.split("\t")).toList();
    }

    /// The lines of a resource without comments and blank ones.
    public static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(Tables.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8))) {
            Stream<String> lines = reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
