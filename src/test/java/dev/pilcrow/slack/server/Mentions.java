package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what would call somebody, or lead somewhere else, in what the bot says.
final class Mentions {

    private static final Pattern CALL = Pattern.compile("<[!@#][^>\\s]*");
    private static final Pattern LINK = Pattern.compile("<((?:https?|mailto|tel|slack):[^>|]*)");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)");
    private static final Set<String> CALLS = Set.of("user", "usergroup", "broadcast", "channel");

    private final List<String> links;
    private final List<String> found = new ArrayList<>();

    private Mentions(List<String> links) {
        this.links = links;
    }

    /// @param links the beginnings of the addresses that the bot may link to
    static List<String> inText(String text, List<String> links) {
        Mentions mentions = new Mentions(links);
        mentions.text(text);
        return mentions.found;
    }

    /// @param blocks or a view, or anything that holds blocks
    static List<String> inBlocks(JsonNode blocks, List<String> links) {
        Mentions mentions = new Mentions(links);
        mentions.tree(blocks);
        return mentions.found;
    }

    private void tree(JsonNode node) {
        String type = node.path("type").asText();
        if (CALLS.contains(type)) {
            found.add("a " + type + " is mentioned: " + node);
        }
        switch (type) {
            case "mrkdwn" -> text(node.path("text").asText());
            case "markdown" -> {
                text(node.path("text").asText());
                links(MARKDOWN_LINK.matcher(node.path("text").asText()));
            }
            case "link", "button" -> {
                if (node.has("url")) {
                    link(node.path("url").asText());
                }
            }
            default -> {
                // Nothing of its own can call or lead anywhere.
            }
        }
        node.forEach(this::tree);
    }

    private void text(String text) {
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            found.add("somebody is mentioned: " + call.group());
        }
        links(LINK.matcher(text));
    }

    private void links(Matcher matcher) {
        while (matcher.find()) {
            link(matcher.group(1));
        }
    }

    private void link(String url) {
        if (links.stream().noneMatch(url::startsWith)) {
            found.add("it links to " + url);
        }
    }
}
