package dev.pilcrow.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a text as Slack hands it over, in which people, channels and links stand in angle brackets and three characters
/// are escaped.
final class SlackText {

    /// `<@U1>`, `<#C1|name>`, `<!here>`, `<https://a.org|label>`.
    private static final Pattern BRACKETS = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");
    /// Other people, or groups of them.
    private static final Pattern PEOPLE = Pattern.compile("<(?:@[^<>]+|![^<>]+)>");

    private SlackText() {
    }

    /// The words as they were written.
    static String plain(String text) {
        return unescaped(BRACKETS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shown(found))));
    }

    private static String shown(MatchResult found) {
        String label = found.group(3) == null ? "" : found.group(3);
        String sign = found.group(1);
        return switch (sign) {
            case "@", "#" -> sign + (label.isEmpty() ? found.group(2) : label);
            case "!" -> label.isEmpty() ? "@" + found.group(2) : label;
            default -> label.isEmpty() ? found.group(2) : label;
        };
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// A text that stands for itself where Slack would read brackets.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Does it call somebody?
    static boolean callsAnybody(String text) {
        return PEOPLE.matcher(text).find();
    }

    /// What is a mention of a person, with the blank after it.
    static Pattern mention(String user) {
        return Pattern.compile("<@" + Pattern.quote(user) + "(?:\\|[^<>]*)?> ?");
    }
}
