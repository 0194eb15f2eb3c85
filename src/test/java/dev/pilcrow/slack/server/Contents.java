package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the bot wants to say, and checks it.
final class Contents {

    private final World world;

    Contents(World world) {
        this.world = world;
    }

    /// The fields of a message that can be changed.
    ///
    /// @param method what the bot calls
    /// @param longest how long the text may be
    /// @param weighed do all blocks together count?
    ObjectNode of(String method, Params params, int longest, boolean weighed) {
        ObjectNode content = Json.object().put("text", text(method, params, longest));
        JsonNode blocks = params.tree("blocks", "invalid_blocks_format");
        if (params.has("markdown_text")) {
            blocks = markdown(params);
        }
        if (!blocks.isMissingNode()) {
            content.set("blocks", blocks(method, blocks, weighed));
        }
        if (content.path("text").asText().isEmpty() && content.path("blocks").isEmpty()) {
            throw new Refusal("no_text");
        }
        JsonNode metadata = metadata(params);
        if (metadata != null) {
            content.set("metadata", metadata);
        }
        return content;
    }

    private String text(String method, Params params, int longest) {
        String text = params.text("text");
        if (text.length() > longest) {
            throw new Refusal("msg_too_long");
        }
        if (text.length() > Limits.GOOD_TEXT) {
            note(method, "text has " + text.length() + " characters, more than are recommended");
        }
        Mentions.inText(text, world.setup().links()).forEach(found -> note(method, found));
        if (text.isBlank() && params.has("blocks")) {
            note(method, "there is no text beside the blocks, for notifications and readers that cannot see");
        }
        if (params.has("attachments") && !params.text("attachments").equals("[]")) {
            note(method, "attachments are of the past");
        }
        return text;
    }

    private static JsonNode markdown(Params params) {
        if (params.has("text") || params.has("blocks")) {
            throw new Refusal("markdown_text_conflict");
        }
        ArrayNode blocks = Json.array();
        blocks.addObject().put("type", "markdown").put("text", params.text("markdown_text"));
        return blocks;
    }

    private ArrayNode blocks(String method, JsonNode blocks, boolean weighed) {
        List<String> broken = BlockRules.check(blocks, BlockRules.Surface.MESSAGE);
        if (!broken.isEmpty() || !(blocks instanceof ArrayNode)) {
            broken.forEach(what -> note(method, what));
            throw new Refusal("invalid_blocks").because(broken);
        }
        Mentions.inBlocks(blocks, world.setup().links()).forEach(found -> note(method, found));
        int characters = Blocks.characters(blocks);
        if (characters > Limits.BLOCK_TEXTS) {
            note(method, "its blocks have " + characters + " characters");
        }
        if (weighed && Blocks.weight(blocks) > Limits.BLOCKS) {
            throw new Refusal("msg_blocks_too_long");
        }
        return named(blocks);
    }

    /// Gives blocks that have none an id of their own.
    ArrayNode named(JsonNode blocks) {
        ArrayNode named = blocks.deepCopy();
        named.forEach(block -> {
            if (!block.has("block_id")) {
                ((ObjectNode) block).put("block_id", world.id("b"));
            }
        });
        return named;
    }

    private static @Nullable JsonNode metadata(Params params) {
        if (!params.has("metadata")) {
            return null;
        }
        JsonNode metadata = params.tree("metadata", "invalid_metadata_format");
        if (!metadata.path("event_type").asText().matches("\\w{1,255}") || !metadata.path("event_payload").isObject()) {
            throw new Refusal("invalid_metadata_schema");
        }
        if (metadata.toString().length() > Limits.METADATA_BYTES) {
            throw new Refusal("metadata_too_large");
        }
        return metadata;
    }

    /// Links must not be unfolded, for that fetches them and shows what others say.
    void demandNoUnfurling(String method, Params params) {
        for (String field : List.of("unfurl_links", "unfurl_media")) {
            if (!params.denies(field)) {
                note(method, field + " is not false");
            }
        }
        if (params.flag("link_names") || params.text("parse").equals("full")) {
            note(method, "names are made mentions");
        }
    }

    private void note(String method, String what) {
        world.violations().add(method + ": " + what);
    }
}
