package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What the documents say of windows and homes.
final class ViewRules {

    private ViewRules() {
    }

    /// What is wrong with a view.
    ///
    /// @param type `modal` or `home`
    static List<String> check(JsonNode view, String type) {
        Findings findings = new Findings();
        boolean modal = type.equals("modal");
        findings.oneOf("view", view, "type", type);
        if (modal) {
            findings.fields("view", view, "title!", "blocks!", "submit", "close", "private_metadata", "callback_id",
                    "clear_on_close", "notify_on_close", "external_id", "submit_disabled");
        } else {
            findings.fields("view", view, "blocks!", "private_metadata", "callback_id", "external_id");
        }
        for (String label : List.of("title", "submit", "close")) {
            findings.text("view." + label, view.path(label), Limits.TITLE, true);
        }
        findings.length("view", view, "private_metadata", 0, Limits.PRIVATE_METADATA);
        findings.length("view", view, "callback_id", 0, Limits.ID);
        findings.length("view", view, "external_id", 0, Limits.ID);
        JsonNode blocks = view.path("blocks");
        if (modal && !view.has("submit")
                && blocks.valueStream().anyMatch(block -> block.path("type").asText().equals("input"))) {
            findings.add("view", "has something to fill in, and no submit");
        }
        List<String> all = new ArrayList<>(findings.all());
        all.addAll(BlockRules.check(blocks, modal ? BlockRules.Surface.MODAL : BlockRules.Surface.HOME));
        return all;
    }
}
