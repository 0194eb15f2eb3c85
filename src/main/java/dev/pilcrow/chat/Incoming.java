package dev.pilcrow.chat;

/// What a reader wants of the bot, whatever the platform that it was written on; and what happens to the bot there.
public sealed interface Incoming {

    /// What somebody writes to the bot, on every platform.
    sealed interface Wish extends Incoming {
    }

    /// What else happens, on the platforms that have it.
    sealed interface Event extends Incoming {
    }

    /// A question about the article.
    record Question(String text) implements Wish {
    }

    /// A question that was changed after it was sent; the message tells which.
    record Edited(String text) implements Event {
    }

    /// A wish to read the paragraph with this number; the article may have no such paragraph.
    record Passage(int number) implements Wish {
    }

    /// A wish to read a paragraph, with something in place of its number.
    record NoPassage(String given) implements Wish {
    }

    /// A wish to see the article's title and paragraphs at a glance.
    record Outline() implements Wish {
    }

    /// A wish to see the article in brief.
    record Summary() implements Wish {
    }

    /// A wish to see what the last answer rests on.
    record Sources() implements Wish {
    }

    /// A wish that the questions before be forgotten.
    record Reset() implements Wish {
    }

    /// A wish that everything be removed that is kept of who wrote it.
    record Forget() implements Wish {
    }

    /// A wish to begin.
    record Start() implements Wish {
    }

    /// A wish to know what can be asked.
    record Help() implements Wish {
    }

    /// A command that the bot does not know, as it was written.
    record Unknown(String command) implements Wish {
    }

    /// A wish to see what can be asked, before anything is: the questions to begin with, and room for one's own.
    ///
    /// @param press for {@link Surface.Window}
    record Compose(String press) implements Event {
    }

    /// A wish that the bot say nothing more in a thread unless it is called, or that it do again.
    record Mute(boolean on) implements Event {
    }

    /// Something that was written in a thread that the bot takes part in, and that calls nobody.
    record Overheard(String text) implements Event {
    }

    /// The chat with the bot was opened, and nothing was written yet.
    record Opened() implements Event {
    }

    /// The bot's own page was opened.
    record Visited() implements Event {
    }

    /// The platform's own button was pressed that stops whatever the bot does there for that person.
    record Halted() implements Event {
    }

    /// A picture, a voice or the like, with no words.
    record Wordless() implements Event {
    }

    /// A button was pressed.
    ///
    /// @param press the platform's id of the press, for {@link Platform#acknowledge}
    /// @param action the button's
    record Pressed(String press, Action action) implements Event {
    }

    /// The bot has been let into a group.
    record Joined() implements Event {
    }

    /// The bot can no longer write there: it was removed or blocked, or the chat is gone.
    record Left() implements Event {
    }

    /// The chat has another id from now on.
    record Moved(String chat) implements Event {
    }

    /// Something that the adapter cannot read, as it came; kept so that an operator can.
    record Illegible(String raw) implements Event {
    }
}
