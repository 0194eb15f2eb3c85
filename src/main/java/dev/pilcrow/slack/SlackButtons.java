package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes buttons, row by row. The two by which an answer is judged are Slack's own.
final class SlackButtons {

    private SlackButtons() {
    }

    /// @param plain without what older apps do not show
    static List<ObjectNode> write(List<List<Button>> rows, boolean plain) {
        List<ObjectNode> blocks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (List<Button> row : rows) {
            List<Button> fresh = row.stream().filter(button -> seen.add(button.action().code())).toList();
            if (!plain && isJudgement(fresh)) {
                blocks.add(judgement(fresh));
                continue;
            }
            for (int at = 0; at < fresh.size(); at += SlackLimits.BUTTONS) {
                ObjectNode block = SlackJson.object("actions");
                ArrayNode elements = block.putArray("elements");
                fresh.subList(at, Math.min(at + SlackLimits.BUTTONS, fresh.size()))
                        .forEach(button -> elements.add(button(button)));
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static ObjectNode button(Button button) {
        String code = button.action().code();
        ObjectNode node = SlackJson.object("button").put("action_id", code).put("value", code);
        node.set("text", SlackWriter.plain(button.label(), SlackLimits.LABEL));
        return node;
    }

    private static boolean isJudgement(List<Button> row) {
        return row.size() == 2 && row.getFirst().action() instanceof Action.Vote(long good, boolean first) && first
                && row.getLast().action() instanceof Action.Vote(long bad, boolean second) && !second && good == bad;
    }

    private static ObjectNode judgement(List<Button> row) {
        ObjectNode block = SlackJson.object("context_actions");
        ObjectNode buttons = block.putArray("elements").addObject().put("type", "feedback_buttons")
                .put("action_id", row.getFirst().action().code());
        buttons.set("positive_button", judging(row.getFirst()));
        buttons.set("negative_button", judging(row.getLast()));
        return block;
    }

    private static ObjectNode judging(Button button) {
        ObjectNode label = SlackWriter.plain(button.label(), SlackLimits.SPOKEN);
        ObjectNode node = SlackJson.object().put("value", button.action().code()).put("accessibility_label",
                label.path("text").asText());
        node.set("text", label);
        return node;
    }

    /// Questions of which one can be chosen.
    ///
    /// @param label what stands above them
    static ObjectNode choice(String label, List<Button> questions) {
        ObjectNode block = SlackJson.object("input").put("block_id", "choice").put("optional", true);
        block.set("label", SlackWriter.plain(label, SlackLimits.FIELD));
        ArrayNode options = block.putObject("element").put("type", "radio_buttons").put("action_id", "choice")
                .putArray("options");
        questions.stream().limit(SlackLimits.CHOICES).forEach(question -> {
            ObjectNode option = options.addObject().put("value", question.action().code());
            option.set("text", SlackWriter.plain(question.label(), SlackLimits.LABEL));
        });
        return block;
    }
}
