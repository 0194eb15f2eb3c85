package dev.pilcrow.telegram.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.standin.Json;
import dev.pilcrow.standin.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the buttons under a message.
final class Keyboards {

    private static final int MOST_BYTES = 64;
    private static final int MOST_BUTTONS = 100;
    private static final int WIDEST = 8;
    private static final int LONGEST_COPY = 256;
    private static final Set<String> LOOKS = Set.of("text", "icon_custom_emoji_id", "style");

    private static final Set<String> STYLES = Set.of("danger", "success", "primary");

    private Keyboards() {
    }

    /// The keyboard of a request as it is kept; null for none.
    @Nullable
    static JsonNode keyboard(Params params, Violations violations) {
        JsonNode rows = params.tree("reply_markup").path("inline_keyboard");
        List<JsonNode> buttons = rows.valueStream().flatMap(JsonNode::valueStream).toList();
        if (buttons.isEmpty()) {
            return null;
        }
        if (buttons.size() > MOST_BUTTONS) {
            throw Refusal.badRequest("REPLY_MARKUP_TOO_LONG");
        }
        if (rows.valueStream().anyMatch(row -> row.size() > WIDEST)) {
            violations.add("more than " + WIDEST + " buttons in a row");
        }
        buttons.forEach(button -> check(button, violations));
        return Json.object().set("inline_keyboard", rows);
    }

    private static void check(JsonNode button, Violations violations) {
        if (button.path("text").asText().isBlank()) {
            throw Refusal.badRequest("inline keyboard button text must be non-empty");
        }
        long kinds = button.propertyStream().filter(field -> !LOOKS.contains(field.getKey())).count();
        if (kinds == 0) {
            throw Refusal.badRequest("text buttons are unallowed in the inline keyboard");
        }
        if (kinds > 1) {
            violations.add("a button that does more than one thing: " + button);
        }
        if (button.has("style") && !STYLES.contains(button.path("style").asText())) {
            violations.add("a button in no style: " + button);
        }
        int bytes = button.path("callback_data").asText().getBytes(UTF_8).length;
        if (button.has("callback_data") && (bytes == 0 || bytes > MOST_BYTES)) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        int copied = button.path("copy_text").path("text").asText().length();
        if (button.has("copy_text") && (copied == 0 || copied > LONGEST_COPY)) {
            throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
        if (button.has("url") && !button.path("url").asText().matches("(?i)(https?|tg)://[^\\s]+")) {
            throw Refusal.badRequest("BUTTON_URL_INVALID");
        }
    }
}
