package dev.pilcrow;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.TelegramServer;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People who ask a bot about the built-in article, each a few questions in a private chat of their own, and some of them in
/// groups, so that none is over a limit. No question is asked twice, and what became of each can be counted.
final class Readers {

    private static final int QUESTIONS_EACH = 4;
    /// Of so many chats one is a group.
    private static final int CHATS_A_GROUP = 5;
    /// What a placeholder says.
    private static final Set<String> PLACEHOLDERS = Stream.of(ReaderLanguage.values())
            .map(language -> Wordings.packaged().in(language).say(Phrase.WORKING)).collect(Collectors.toSet());

    /// What became of all questions.
    ///
    /// @param lost those without an answer
    /// @param twice answers beyond one a question
    /// @param orphans placeholders that became no answer
    /// @param wrong questions whose answer is another one's, or is none but an excuse
    record Count(int lost, int twice, int orphans, int wrong) {

        Count plus(Count other) {
            return new Count(lost + other.lost, twice + other.twice, orphans + other.orphans, wrong + other.wrong);
        }

        @Override
        public String toString() {
            return "lost=" + lost + " twice=" + twice + " orphans=" + orphans + (wrong == 0 ? "" : " wrong=" + wrong);
        }
    }

    /// A chat with what was asked in it.
    ///
    /// @param first whose private chat it is, or who comes to the group first
    private record Room(Chat chat, boolean group, Account first, List<ChatMessage> asked, List<String> questions) {

        /// What the bot says now about a question of the room. In a private chat, where answers are no replies, the answers
        /// are in the order of the questions, and all that are too many are the last one's.
        List<ChatMessage> answers(int question) {
            if (group) {
                return chat.answersTo(asked.get(question)).stream().filter(Readers::isAnswer).toList();
            }
            List<ChatMessage> all = chat.botMessages().stream().filter(Readers::isAnswer).toList();
            int end = question + 1 == asked.size() ? all.size() : question + 1;
            return all.subList(Math.min(question, all.size()), Math.min(end, all.size()));
        }

        boolean isOpen() {
            return chat.botMessages().stream().filter(Readers::isAnswer).count() < asked.size();
        }

        Count count() {
            int lost = 0;
            int answers = 0;
            int wrong = 0;
            for (int i = 0; i < asked.size(); i++) {
                List<ChatMessage> found = answers(i);
                lost += found.isEmpty() ? 1 : 0;
                answers += found.size();
                String right = Questions.answer(questions.get(i));
                wrong += found.stream().allMatch(answer -> answer.text().equals(right)) ? 0 : 1;
            }
            return new Count(lost, answers - asked.size() + lost, chat.botMessages().size() - answers, wrong);
        }
    }

    private final TelegramServer server;
    private final List<Room> rooms = new ArrayList<>();
    private final List<Room> unanswered = new ArrayList<>();
    private int asked;

    Readers(TelegramServer server) {
        this.server = server;
    }

    private static boolean isAnswer(ChatMessage message) {
        return !PLACEHOLDERS.contains(message.text());
    }

    /// Somebody asks a question.
    void ask() {
        if (asked % QUESTIONS_EACH == 0) {
            rooms.add(room(rooms.size()));
            unanswered.add(rooms.getLast());
        }
        Room room = rooms.getLast();
        Account asker = room.group() && !room.asked().isEmpty() ? newcomer() : room.first();
        String question = Questions.text(asked);
        room.asked().add(asker.says(room.chat(),
                room.group() ? "/ask@" + server.bot().username() + " " + question : question));
        room.questions().add(question);
        asked++;
    }

    private Room room(int number) {
        boolean group = number % CHATS_A_GROUP == CHATS_A_GROUP - 1;
        Account first = newcomer();
        return new Room(group ? server.supergroup("Group " + number) : server.dm(first), group, first,
                new ArrayList<>(), new ArrayList<>());
    }

    private Account newcomer() {
        return server.person("Reader " + asked, "zh-hans");
    }

    int asked() {
        return asked;
    }

    /// In how many chats a question has no answer yet.
    int open() {
        unanswered.removeIf(room -> room.asked().size() == QUESTIONS_EACH && !room.isOpen());
        return (int) unanswered.stream().filter(Room::isOpen).count();
    }

    /// What has become of the questions by now.
    Count count() {
        return rooms.stream().map(Room::count).reduce(new Count(0, 0, 0, 0), Count::plus);
    }
}
