package dev.pilcrow;

import dev.pilcrow.standin.Fault;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.telegram.server.TelegramServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Telegram with people in private chats and groups.
record TelegramTown(TelegramServer server) implements Town {

    private static final int KEPT = 1000;

    TelegramTown() {
        this(TelegramServer.start(Setup.usual().keeping(KEPT, KEPT)));
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("TELEGRAM_BOT_TOKEN", server.token(), "TELEGRAM_API_URL", server.url());
    }

    @Override
    public List<String> secrets() {
        return List.of(server.token());
    }

    @Override
    public void hurry(boolean slow) {
        server.heal();
        if (slow) {
            Fault slowly = new Fault.Slow(Duration.ofMillis(60));
            Fault slower = new Fault.Slow(Duration.ofMillis(200));
            server.failAtRandom("sendMessage", 0.5, new Random(1), slowly, slowly, slower, new Fault.BreaksBefore());
            server.failAtRandom("editMessageText", 0.5, new Random(2), slowly, slowly, slower,
                    new Fault.BreaksBefore());
            server.failAtRandom("getUpdates", 0.2, new Random(3), new Fault.BreaksBefore());
        }
    }

    @Override
    public int said() {
        return server.counts().getOrDefault("sendMessage", 0) + server.counts().getOrDefault("editMessageText", 0);
    }

    @Override
    public Town.Room room(int number, boolean group) {
        Account first = newcomer(number, 0);
        return new Room(this, group ? server.supergroup("Group " + number) : server.dm(first), group, first, number,
                new ArrayList<>());
    }

    private Account newcomer(int room, int question) {
        return server.person("Reader " + room + "." + question, "zh-hans");
    }

    @Override
    public List<String> violations() {
        return server.violations();
    }

    @Override
    public int undelivered() {
        return 0;
    }

    @Override
    public void close() {
        server.close();
    }

    /// @param first whose private chat it is, or who comes to the group first
    /// @param number of the room
    /// @param asked the questions, in order
    private record Room(TelegramTown town, Chat chat, boolean group, Account first, int number,
            List<ChatMessage> asked) implements Town.Room {

        @Override
        public void ask(String question) {
            Account asker = group && !asked.isEmpty() ? town.newcomer(number, asked.size()) : first;
            asked.add(asker.says(chat, addressed(question)));
        }

        private String addressed(String question) {
            return group ? "/ask@" + town.server.bot().username() + " " + question : question;
        }

        @Override
        public void edit(String question) {
            ChatMessage last = asked.getLast();
            last.author().edits(last, addressed(question));
        }

        @Override
        public void press() {
            ChatMessage answer = chat.botMessages().getLast().now();
            if (!answer.buttons().isEmpty()) {
                first.presses(answer, answer.buttons().getFirst());
            }
        }

        @Override
        public int said() {
            return chat.botMessages().size();
        }

        /// In a private chat, where answers are no replies, the answers are in the order of the questions, and all that are
        /// too many are the last one's.
        @Override
        public List<String> answers(int question, Collection<String> placeholders) {
            List<String> said = (group ? chat.answersTo(asked.get(question)) : chat.botMessages()).stream()
                    .map(ChatMessage::text).filter(text -> !placeholders.contains(text)).toList();
            if (group) {
                return said;
            }
            int end = question + 1 == asked.size() ? said.size() : question + 1;
            return said.subList(Math.min(question, said.size()), Math.min(end, said.size()));
        }
    }
}
