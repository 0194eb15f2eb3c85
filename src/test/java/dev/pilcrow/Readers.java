package dev.pilcrow;

import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.TelegramServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// People who ask a bot about the built-in article, each a few questions in a private chat of their own, so that none is over
/// a limit. What became of their questions can be counted: in a private chat every message of the bot's is an answer, or
/// a placeholder that nobody could note before the process died.
final class Readers {

    /// What a placeholder says, in the languages of the questions.
    private static final List<String> PLACEHOLDERS = List.of("正在读文章…", "Reading the article…", "正在讀文章…");
    private static final int QUESTIONS_EACH = 5;

    private final TelegramServer server;
    private final List<String> questions = questions();
    private final List<Chat> chats = new ArrayList<>();
    private Account asker;
    private int asked;

    Readers(TelegramServer server) {
        this.server = server;
        this.asker = newcomer();
    }

    private static List<String> questions() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/evaluation/bench-questions.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Account newcomer() {
        Account account = server.person("Reader " + chats.size(), "zh-hans");
        chats.add(server.dm(account));
        return account;
    }

    /// Somebody asks a question.
    void ask() {
        if (asked > 0 && asked % QUESTIONS_EACH == 0) {
            asker = newcomer();
        }
        asker.says(chats.getLast(), questions.get(asked % questions.size()));
        asked++;
    }

    int asked() {
        return asked;
    }

    /// Answers in all chats.
    int answers() {
        return chats.stream().mapToInt(chat -> answers(chat).size()).sum();
    }

    /// Placeholders that became no answer.
    int orphans() {
        return chats.stream().mapToInt(chat -> chat.botMessages().size() - answers(chat).size()).sum();
    }

    /// Questions without an answer.
    int lost() {
        return chats.stream().mapToInt(chat -> Math.max(0, questions(chat) - answers(chat).size())).sum();
    }

    /// Answers beyond one a question.
    int twice() {
        return chats.stream().mapToInt(chat -> Math.max(0, answers(chat).size() - questions(chat))).sum();
    }

    private static int questions(Chat chat) {
        return chat.messages().size() - chat.botMessages().size();
    }

    private static List<ChatMessage> answers(Chat chat) {
        return chat.botMessages().stream().filter(message -> !PLACEHOLDERS.contains(message.text())).toList();
    }
}
