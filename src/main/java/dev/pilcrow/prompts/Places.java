package dev.pilcrow.prompts;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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

    /// Walks through a template from its start to its end.
    ///
    /// @param words takes what stands between the places
    /// @param place takes the name of each place
    public static void walk(String template, Consumer<String> words, Consumer<String> place) {
        Matcher matcher = PLACE.matcher(template);
        int done = 0;
        while (matcher.find()) {
            words.accept(template.substring(done, matcher.start()));
            place.accept(matcher.group(1));
            done = matcher.end();
        }
        words.accept(template.substring(done));
    }

    /// The template with its places filled in one pass: what looks like a place in a value stays as it is.
    public static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
