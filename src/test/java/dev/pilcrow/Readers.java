package dev.pilcrow;

import dev.pilcrow.article.ReaderLanguage;
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
    private record Asked(Town.Room room, List<String> questions) {

        void ask(String question) {
            questions.add(question);
            room.ask(question);
        }

        List<String> answers(int question) {
            return room.answers(question, PLACEHOLDERS);
        }

        boolean isFull() {
            return questions.size() == QUESTIONS_EACH;
        }

        boolean isOpen() {
            for (int i = 0; i < questions.size(); i++) {
                if (answers(i).isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        /// How many answers stand where the answer to another question of the chat should.
        int disordered() {
            int disordered = 0;
            for (int i = 0; i < questions.size(); i++) {
                String right = Questions.answer(questions.get(i));
                disordered += answers(i).stream().anyMatch(answer -> !room.isSame(answer, right) && questions.stream()
                        .anyMatch(other -> room.isSame(answer, Questions.answer(other)))) ? 1 : 0;
            }
            return disordered;
        }

        Count count() {
            int lost = 0;
            int answers = 0;
            for (int i = 0; i < questions.size(); i++) {
                List<String> found = answers(i);
                lost += found.isEmpty() ? 1 : 0;
                answers += found.size();
            }
            return new Count(lost, answers - questions.size() + lost, room.said() - answers, wrong().size());
        }

        List<String> wrong() {
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                List<String> found = answers(i);
                String right = Questions.answer(questions.get(i));
                if (!found.stream().allMatch(answer -> room.isSame(answer, right))) {
                    wrong.add(questions.get(i) + " -> " + found);
                }
            }
            return wrong;
        }
    }

    private final Town town;
    private final List<Asked> rooms = new ArrayList<>();
    private final List<Asked> unanswered = new ArrayList<>();
    private int asked;

    Readers(Town town) {
        this.town = town;
    }

    /// Somebody asks a question.
    void ask() {
        if (asked % QUESTIONS_EACH == 0) {
            boolean group = rooms.size() % CHATS_A_GROUP == CHATS_A_GROUP - 1;
            rooms.add(new Asked(town.room(rooms.size(), group), new ArrayList<>()));
            unanswered.add(rooms.getLast());
        }
        rooms.getLast().ask(Questions.text(asked));
        asked++;
    }

    int asked() {
        return asked;
    }

    /// In how many chats a question has no answer yet.
    int open() {
        unanswered.removeIf(room -> room.isFull() && !room.isOpen());
        return (int) unanswered.stream().filter(Asked::isOpen).count();
    }

    /// How many answers stand where the answer to another question of their chat should.
    int disordered() {
        return rooms.stream().mapToInt(Asked::disordered).sum();
    }

    /// The questions whose answer is another one's, or is none but an excuse, with what stands there.
    List<String> wrong() {
        return rooms.stream().flatMap(room -> room.wrong().stream()).toList();
    }

    /// What has become of the questions by now.
    Count count() {
        return rooms.stream().map(Asked::count).reduce(new Count(0, 0, 0, 0), Count::plus);
    }
}
