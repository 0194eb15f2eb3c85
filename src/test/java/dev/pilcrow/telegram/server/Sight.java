package dev.pilcrow.telegram.server;

import java.util.List;
import java.util.Locale;

/// Tells which messages a bot is told of.
final class Sight {

    private static final List<String> SERVICE = List.of("new_chat_members", "left_chat_member", "migrate_to_chat_id",
            "migrate_from_chat_id", "forum_topic_created", "pinned_message", "group_chat_created");

    private Sight() {
    }

    static boolean sees(ChatMessage message) {
        Chat chat = message.chat();
        if (message.byBot() || chat.gone() || !chat.standing().isIn()) {
            return false;
        }
        return !chat.isGroup() || !chat.world().setup().privacy() || chat.standing() == Standing.ADMINISTRATOR
                || SERVICE.stream().anyMatch(message.json()::has) || isMeant(message);
    }

    private static boolean isMeant(ChatMessage message) {
        Account bot = message.chat().world().bot();
        return message.json().path("via_bot").path("id").asLong() == bot.id()
                || message.chat().find(message.replyTo()).filter(ChatMessage::byBot).isPresent()
                || message.entities().stream().anyMatch(entity -> names(entity, message.text(), bot));
    }

    private static boolean names(Entity entity, String text, Account bot) {
        String words = text.substring(entity.offset(), entity.end()).toLowerCase(Locale.ROOT);
        String name = "@" + String.valueOf(bot.username()).toLowerCase(Locale.ROOT);
        return switch (entity.type()) {
            case "mention" -> words.equals(name);
            case "bot_command" -> !words.contains("@") || words.endsWith(name);
            case "text_mention" -> entity.json().path("user").path("id").asLong() == bot.id();
            default -> false;
        };
    }
}
