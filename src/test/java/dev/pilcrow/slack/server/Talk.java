package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person's message can hold, as the fields of a message.
final class Talk {

    private static final Pattern MENTION = Pattern.compile("<@(U\\w+)>");

    private static final Pattern ESCAPED_MENTION = Pattern.compile("&lt;([@#][UC]\\w+)&gt;");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>]+");

    private Talk() {
    }

    /// A text, with the blocks that an app makes of it.
    static ObjectNode text(World world, String text) {
        ObjectNode json = Json.object().put("text", escaped(text));
        if (!text.isEmpty()) {
            ObjectNode block = json.putArray("blocks").addObject().put("type", "rich_text").put("block_id",
                    world.id("b"));
            words(block.putArray("elements").addObject().put("type", "rich_text_section").putArray("elements"), text);
        }
        return json;
    }

    /// As an app sends it: with marks escaped, but for mentions, and with addresses marked.
    static String escaped(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return ADDRESS.matcher(ESCAPED_MENTION.matcher(escaped).replaceAll("<$1>")).replaceAll("<$0>");
    }

    private static void words(ArrayNode elements, String text) {
        Matcher mention = MENTION.matcher(text);
        int from = 0;
        while (mention.find()) {
            plain(elements, text.substring(from, mention.start()));
            elements.addObject().put("type", "user").put("user_id", mention.group(1));
            from = mention.end();
        }
        plain(elements, text.substring(from));
    }

    private static void plain(ArrayNode elements, String text) {
        if (!text.isEmpty()) {
            elements.addObject().put("type", "text").put("text", text);
        }
    }

    static ObjectNode file(Person by) {
        ObjectNode json = Json.object().put("subtype", "file_share").put("upload", false);
        json.putArray("files").addObject().put("id", "F0PICTURE").put("name", "picture.png")
                .put("mimetype", "image/png").put("filetype", "png").put("user", by.id()).put("size", 1253);
        return json;
    }
}
