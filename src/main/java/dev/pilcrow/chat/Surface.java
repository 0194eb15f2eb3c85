package dev.pilcrow.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a platform shows beside the messages of a chat, where it has that.
public sealed interface Surface {

    /// A window over the chat, for one person.
    ///
    /// @param press the platform's id of the press, or of the command, that it comes of; it opens one window, at once or not
    ///        at all
    /// @param title a few words
    /// @param message what is said
    /// @param rows the buttons, row by row; a press of one comes with the window as its message, which can then be changed
    /// @param field room to write a question; none for none
    record Window(String press, String title, Message message, List<List<Button>> rows, @Nullable Field field)
            implements
                Surface {

        public Window {
            rows = rows.stream().map(List::copyOf).filter(row -> !row.isEmpty()).toList();
        }
    }

    /// Room to write a question.
    ///
    /// @param label what stands above it
    /// @param send what stands on the button that sends it
    record Field(String label, String send) {
    }

    /// Questions that are offered where nothing was written yet.
    ///
    /// @param title what stands above them
    record Prompts(String title, List<String> questions) implements Surface {

        public Prompts {
            questions = List.copyOf(questions);
        }
    }

    /// The bot's own page, as one person sees it.
    ///
    /// @param person the platform's id of the person
    record Page(String person, Message message, List<List<Button>> rows) implements Surface {

        public Page {
            rows = rows.stream().map(List::copyOf).filter(row -> !row.isEmpty()).toList();
        }
    }
}
