package dev.pilcrow.prompts;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places in a phrase or prompt where values go, such as `{title}`. Thread-safe.
public final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private Places() {
    }

    /// The names of a template's places, in order.
    public static Set<String> of(String template) {
        Set<String> names = new TreeSet<>();
        PLACE.matcher(template).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    /// The template with its places filled in one pass: what looks like a place in a value stays as it is.
    public static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
