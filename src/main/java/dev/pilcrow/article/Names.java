package dev.pilcrow.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names inside a byline, told apart into writers and the outlet they write for.
record Names(List<String> authors, String outlet) {

    private static final Pattern CHINESE_OUTLET = Pattern.compile(
            "(?<name>.*(?:网|網|报|報|社|刊|台|臺|新闻|新聞|杂志|雜誌|客户端|公众号|财经|財經|传媒|媒体))(?:专栏作者|专栏|特约.*|记者|記者|编辑|作者)?");
    private static final Pattern ENGLISH_OUTLET = Pattern.compile(
            ".*\\b(?:Reuters|AP|AFP|Press|Bloomberg|Xinhua|CNN|CNBC|BBC|UPI|NPR"
                    + "|News|Times|Post|Journal|Guardian|Agency|Daily|Magazine|Herald|Wire)\\b.*");
    private static final Pattern ENGLISH_NAME = Pattern
            .compile("\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:de|von|van|der|la|bin|al|\\p{Lu}[\\p{L}.'’-]*)){1,4}");

    Names {
        authors = List.copyOf(authors);
    }

    /// The names in a match with the groups `who` and `outlet`; nothing when no name is left.
    static Optional<Names> of(Matcher match) {
        List<String> authors = new ArrayList<>();
        List<String> outlets = new ArrayList<>();
        group(match, "outlet").map(String::strip).ifPresent(outlets::add);
        group(match, "who").stream().flatMap(Names::split).forEach(name -> {
            Matcher chinese = CHINESE_OUTLET.matcher(name);
            if (chinese.matches() && name.length() > 2) {
                outlets.add(chinese.group("name"));
            } else if (ENGLISH_OUTLET.matcher(name).matches()) {
                outlets.add(name);
            } else {
                authors.add(name);
            }
        });
        String outlet = outlets.isEmpty() ? "" : outlets.getFirst();
        return authors.isEmpty() && outlet.isEmpty() ? Optional.empty() : Optional.of(new Names(authors, outlet));
    }

    /// Whether an English match names a person or an outlet; `By 1990 …` and `By the way …` do not.
    static boolean plausible(Matcher match, String text) {
        if (!text.startsWith("By ") && !text.startsWith("BY ")) {
            return true;
        }
        return group(match, "who").stream().flatMap(Names::split).allMatch(
                name -> ENGLISH_NAME.matcher(name).matches() || ENGLISH_OUTLET.matcher(name).matches());
    }

    private static Stream<String> split(String names) {
        boolean latin = names.codePoints().noneMatch(Character::isIdeographic);
        String between = latin ? "\\s*(?:[,;/|&–—]|\\band\\b|\\s-\\s)\\s*" : "[\\s、，,;；/／|｜&]+";
        return Stream.of(names.strip().split(between, 12)).map(String::strip).filter(name -> !name.isEmpty());
    }

    private static Optional<String> group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }
}
