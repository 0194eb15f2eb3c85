package dev.pilcrow.telegram;

import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import dev.pilcrow.telegram.server.TelegramServer;
import dev.pilcrow.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the bot does in a chat from now on.
final class TelegramWatch {

    private static final String READ = "👀";

    private final TelegramServer server;
    private final Chat chat;
    private final Map<Integer, ChatMessage> before = new HashMap<>();
    private final Map<Integer, List<String>> signs = new HashMap<>();

    TelegramWatch(TelegramServer server, Chat chat) {
        this.server = server;
        this.chat = chat;
        chat.messages().forEach(message -> {
            before.put(message.id(), message);
            signs.put(message.id(), server.reactions(message));
        });
    }

    /// What it has done, in the lines of a transcript; nothing when it was silent.
    ///
    /// @param press the button that was pressed; none when none was
    /// @param said the last that each person has said
    /// @param slow is somebody kept waiting? Only then is it told that a question is read, as a busy machine may do so
    ///        at any time
    String told(@Nullable Press press, Map<String, ChatMessage> said, boolean slow) {
        List<String> told = new ArrayList<>();
        if (press != null && !press.toast().isEmpty()) {
            told.add(" toasts: " + press.toast());
        }
        for (ChatMessage message : chat.botMessages()) {
            ChatMessage old = before.get(message.id());
            if (old != null && old.edits() != message.edits()) {
                told.add(" changes to: " + SeenMessage.message(message));
            }
        }
        chat.botMessages().stream().filter(message -> !before.containsKey(message.id()))
                .forEach(message -> told.add(to(message, said) + ": " + SeenMessage.message(message)));
        for (ChatMessage message : chat.messages()) {
            List<String> now = server.reactions(message);
            boolean idle = now.equals(List.of(READ)) && !slow;
            if (!idle && !now.equals(signs.getOrDefault(message.id(), List.of()))) {
                told.add(" reacts " + String.join(" ", now));
            }
        }
        StringBuilder lines = new StringBuilder();
        told.forEach(one -> lines.append(Transcript.BOT).append(one).append('\n'));
        return lines.toString();
    }

    private static String to(ChatMessage message, Map<String, ChatMessage> said) {
        return said.entrySet().stream().filter(one -> one.getValue().id() == message.replyTo()).findFirst()
                .map(one -> " replies to " + one.getKey()).orElse(message.replyTo() == 0 ? "" : " replies to itself");
    }
}
