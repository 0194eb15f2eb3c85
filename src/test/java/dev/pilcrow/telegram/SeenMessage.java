package dev.pilcrow.telegram;

import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Entity;
import dev.pilcrow.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A message of the bot's as it looks in an app, in plain text: bold words between asterisks, a bar before what is quoted,
/// a dotted bar before what opens when it is tapped, and the buttons in the rows that they stand in.
final class SeenMessage {

    /// Has no width, and only keeps Telegram from making links.
    private static final String WORD_JOINER = "\u2060";

    private SeenMessage() {
    }

    static String message(ChatMessage message) {
        List<String> lines = new ArrayList<>(text(message).lines().toList());
        message.rows()
                .forEach(row -> lines.add(row.stream().map(SeenMessage::button).collect(Collectors.joining(" "))));
        return Transcript.indented(lines);
    }

    private static String button(String label) {
        return "⟨" + label.replace(WORD_JOINER, "") + "⟩";
    }

    private static String text(ChatMessage message) {
        StringBuilder seen = new StringBuilder();
        String text = message.text();
        for (int i = 0; i <= text.length(); i++) {
            int at = i;
            message.entities().reversed().stream().filter(one -> one.end() == at)
                    .forEach(one -> seen.append(sign(one)));
            if (i == 0 || text.charAt(i - 1) == '\n') {
                seen.append(bar(message, at));
            }
            message.entities().stream().filter(one -> one.offset() == at).forEach(one -> seen.append(sign(one)));
            if (i < text.length()) {
                seen.append(text.charAt(i));
            }
        }
        return seen.toString().replace(WORD_JOINER, "");
    }

    private static String sign(Entity entity) {
        return entity.type().equals("bold") ? "*" : "";
    }

    private static String bar(ChatMessage message, int at) {
        return message.entities().stream().filter(one -> one.offset() <= at && at < one.end()).map(one -> switch (one
                .type()) {
            case "blockquote" -> "│ ";
            case "expandable_blockquote" -> "┊ ";
            default -> "";
        }).collect(Collectors.joining());
    }
}
