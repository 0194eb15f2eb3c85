package dev.pilcrow;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A stand-in for a platform, with people who write there, as the tests need it that start and end the bot.
interface Town extends AutoCloseable {

    /// Its name in the lines that are printed.
    String name();

    /// What a bot there is started with.
    Map<String, String> settings();

    /// The program that is started.
    default Class<?> program() {
        return Main.class;
    }

    /// What must not be in any log.
    List<String> secrets();

    /// From now on it takes its time, and breaks off at times, so a bot is between two steps most of the time.
    void hurry(boolean slow);

    /// How often a bot has said something.
    int said();

    /// A new chat.
    ///
    /// @param group with more people in it than one
    Room room(int number, boolean group);

    /// What a bot did that the platform's documents do not allow.
    List<String> violations();

    /// How many questions the platform has given up to hand over, so that no bot ever saw them.
    int undelivered();

    @Override
    void close();

    /// A chat with what was asked in it.
    interface Room {

        /// Somebody asks the bot; in a group it is somebody else every time.
        void ask(String question);

        /// Who asked last changes the question.
        void edit(String question);

        /// Somebody presses the first button under the last answer, where there is one.
        void press();

        /// How much the bot has said in it.
        int said();

        /// What the bot says now to a question.
        ///
        /// @param question its number in the room, from 0
        /// @param placeholders what is said before an answer is there, which is left out
        List<String> answers(int question, Collection<String> placeholders);

        /// Does the bot answer so in this room, as the platform shows it?
        default boolean isSame(String answer, String right) {
            return answer.equals(right);
        }
    }
}
