package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the documents say of what people press, choose and fill in.
final class ElementRules {

    /// The kinds of blocks that hold such elements.
    enum Host {
        SECTION, ACTIONS, CONTEXT_ACTIONS, INPUT
    }

    private static final Map<Host, Set<String>> ALLOWED = Map.of(
            Host.SECTION, Set.of("button", "overflow", "static_select", "radio_buttons", "checkboxes"),
            Host.ACTIONS, Set.of("button", "overflow", "static_select", "radio_buttons", "checkboxes"),
            Host.CONTEXT_ACTIONS, Set.of("feedback_buttons", "icon_button"),
            Host.INPUT, Set.of("plain_text_input", "static_select", "radio_buttons", "checkboxes"));

    private final Findings findings;
    private final Set<String> actionIds = new HashSet<>();

    ElementRules(Findings findings) {
        this.findings = findings;
    }

    void all(String path, JsonNode elements, Host host) {
        for (int i = 0; i < elements.size(); i++) {
            one(path + ".elements[" + i + "]", elements.get(i), host);
        }
    }

    void one(String path, JsonNode element, Host host) {
        String type = element.path("type").asText();
        if (!ALLOWED.getOrDefault(host, Set.of()).contains(type)) {
            findings.add(path, "is of type " + type + ", which is not for " + host);
            return;
        }
        findings.length(path, element, "action_id", 1, Limits.ID);
        if (element.has("action_id") && !actionIds.add(element.path("action_id").asText())) {
            findings.add(path, "has the action_id of another: " + element.path("action_id"));
        }
        findings.text(path + ".placeholder", element.path("placeholder"), Limits.PLACEHOLDER, true);
        switch (type) {
            case "button" -> button(path, element);
            case "feedback_buttons" -> feedback(path, element);
            case "icon_button" -> icon(path, element);
            case "plain_text_input" -> input(path, element);
            case "overflow" -> options(path, element, Limits.OVERFLOW_OPTIONS, "confirm");
            case "static_select" -> options(path, element, Limits.OPTIONS, "placeholder", "initial_option", "confirm",
                    "focus_on_load");
            default -> options(path, element, Limits.FEW_OPTIONS, "initial_option", "initial_options", "confirm",
                    "focus_on_load");
        }
    }

    private void button(String path, JsonNode button) {
        findings.fields(path, button, "action_id", "text!", "value", "url", "style", "confirm", "accessibility_label");
        findings.text(path + ".text", button.path("text"), Limits.BUTTON, true);
        findings.length(path, button, "value", 1, Limits.VALUE);
        findings.length(path, button, "url", 1, Limits.URL);
        findings.length(path, button, "accessibility_label", 1, Limits.BUTTON);
        findings.oneOf(path, button, "style", "primary", "danger");
    }

    private void feedback(String path, JsonNode feedback) {
        findings.fields(path, feedback, "action_id", "positive_button!", "negative_button!");
        for (String half : List.of("positive_button", "negative_button")) {
            JsonNode button = feedback.path(half);
            findings.fields(path + "." + half, button, "text!", "value!", "accessibility_label");
            findings.text(path + "." + half + ".text", button.path("text"), Limits.BUTTON, true);
            findings.length(path + "." + half, button, "value", 1, Limits.VALUE);
            findings.length(path + "." + half, button, "accessibility_label", 1, Limits.BUTTON);
        }
    }

    private void icon(String path, JsonNode button) {
        findings.fields(path, button, "action_id", "icon!", "text!", "value", "confirm", "accessibility_label",
                "visible_to_user_ids");
        findings.text(path + ".text", button.path("text"), Limits.BUTTON, true);
        findings.length(path, button, "value", 1, Limits.VALUE);
        findings.oneOf(path, button, "icon", "trash");
    }

    private void input(String path, JsonNode input) {
        findings.fields(path, input, "action_id", "placeholder", "initial_value", "multiline", "min_length",
                "max_length", "focus_on_load", "dispatch_action_config");
        int most = input.path("max_length").asInt(Limits.INPUT);
        if (most < 1 || most > Limits.INPUT || input.path("min_length").asInt() > Limits.INPUT) {
            findings.add(path, "has a length of " + most);
        }
        findings.length(path, input, "initial_value", 0, Limits.INPUT);
    }

    private void options(String path, JsonNode element, int most, String... others) {
        String[] fields = new String[others.length + 2];
        fields[0] = "action_id";
        fields[1] = "options!";
        System.arraycopy(others, 0, fields, 2, others.length);
        findings.fields(path, element, fields);
        findings.size(path + ".options", element.path("options"), 1, most);
        element.path("options").forEach(option -> option(path + ".options", option));
        if (element.has("initial_option")) {
            option(path + ".initial_option", element.path("initial_option"));
        }
    }

    private void option(String path, JsonNode option) {
        findings.fields(path, option, "text!", "value!", "description", "url");
        findings.text(path + ".text", option.path("text"), Limits.OPTION, false);
        findings.text(path + ".description", option.path("description"), Limits.OPTION, false);
        findings.length(path, option, "value", 1, Limits.OPTION_VALUE);
    }
}
