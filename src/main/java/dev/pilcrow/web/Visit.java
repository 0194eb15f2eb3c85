package dev.pilcrow.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request for a page.
///
/// @param segments what stands in place of the names in the page's path
/// @param query the first value of each parameter
/// @param languages those that the reader's browser asks for, the best first
public record Visit(Map<String, String> segments, Map<String, String> query, List<Locale> languages) {

    public Visit {
        segments = Map.copyOf(segments);
        query = Map.copyOf(query);
        languages = List.copyOf(languages);
    }

    /// The segment that stands in place of a name.
    public String segment(String name) {
        return segments.getOrDefault(name, "");
    }

    /// The value of a parameter; nothing when it was not given.
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
