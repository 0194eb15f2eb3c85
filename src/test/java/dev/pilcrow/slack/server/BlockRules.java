package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the documents say of blocks.
final class BlockRules {

    /// Where blocks stand.
    enum Surface {
        MESSAGE, MODAL, HOME
    }

    private final Surface surface;
    private final Findings findings = new Findings();
    private final ElementRules elements = new ElementRules(findings);
    private final RichTextRules richText = new RichTextRules(findings);
    private final Set<String> blockIds = new HashSet<>();

    private BlockRules(Surface surface) {
        this.surface = surface;
    }

    /// What is wrong with blocks.
    static List<String> check(JsonNode blocks, Surface surface) {
        BlockRules rules = new BlockRules(surface);
        int most = surface == Surface.MESSAGE ? Limits.MESSAGE_BLOCKS : Limits.VIEW_BLOCKS;
        rules.findings.size("blocks", blocks, 0, most);
        for (int i = 0; i < blocks.size(); i++) {
            rules.block("blocks[" + i + "]", blocks.get(i));
        }
        return rules.findings.all();
    }

    private void block(String path, JsonNode block) {
        findings.length(path, block, "block_id", 1, Limits.ID);
        if (block.has("block_id") && !blockIds.add(block.path("block_id").asText())) {
            findings.add(path, "has the block_id of another");
        }
        switch (block.path("type").asText()) {
            case "section" -> section(path, block);
            case "header" -> {
                findings.fields(path, block, "block_id", "text!");
                findings.text(path + ".text", block.path("text"), Limits.HEADER, true);
            }
            case "divider" -> findings.fields(path, block, "block_id");
            case "context" -> context(path, block);
            case "actions" -> {
                elements(path, block, Limits.ACTIONS);
                elements.all(path, block.path("elements"), ElementRules.Host.ACTIONS);
            }
            case "context_actions" -> {
                elements(path, block, Limits.CONTEXT_ACTIONS);
                elements.all(path, block.path("elements"), ElementRules.Host.CONTEXT_ACTIONS);
                only(path, surface == Surface.MESSAGE);
            }
            case "input" -> input(path, block);
            case "rich_text" -> {
                findings.fields(path, block, "block_id", "elements!");
                findings.size(path + ".elements", block.path("elements"), 1, Integer.MAX_VALUE);
                richText.all(path, block.path("elements"));
            }
            case "markdown" -> {
                findings.fields(path, block, "block_id", "text!");
                findings.length(path, block, "text", 1, Limits.MARKDOWN);
                only(path, surface == Surface.MESSAGE);
            }
            default -> findings.add(path, "is of the unknown type " + block.path("type"));
        }
    }

    private void section(String path, JsonNode block) {
        findings.fields(path, block, "block_id", "text", "fields", "accessory", "expand");
        findings.text(path + ".text", block.path("text"), Limits.SECTION, false);
        findings.size(path + ".fields", block.path("fields"), 1, Limits.FIELDS);
        block.path("fields").forEach(field -> findings.text(path + ".fields", field, Limits.FIELD, false));
        if (!block.has("text") && !block.has("fields")) {
            findings.add(path, "has neither text nor fields");
        }
        if (block.has("accessory")) {
            elements.one(path + ".accessory", block.path("accessory"), ElementRules.Host.SECTION);
        }
    }

    private void context(String path, JsonNode block) {
        elements(path, block, Limits.CONTEXT);
        block.path("elements")
                .forEach(element -> findings.text(path + ".elements", element, Limits.SECTION, false));
    }

    private void input(String path, JsonNode block) {
        findings.fields(path, block, "block_id", "label!", "element!", "hint", "optional", "dispatch_action");
        findings.text(path + ".label", block.path("label"), Limits.LABEL, true);
        findings.text(path + ".hint", block.path("hint"), Limits.LABEL, true);
        elements.one(path + ".element", block.path("element"), ElementRules.Host.INPUT);
    }

    private void elements(String path, JsonNode block, int most) {
        findings.fields(path, block, "block_id", "elements!");
        findings.size(path + ".elements", block.path("elements"), 1, most);
    }

    private void only(String path, boolean allowed) {
        if (!allowed) {
            findings.add(path, "is for messages only");
        }
    }
}
