package dev.pilcrow.chat;

/// What a reader wants of the bot, whatever the platform that it was written on.
public sealed interface Incoming {

    /// A question about the article.
    record Question(String text) implements Incoming {
    }

    /// A wish to read the paragraph with this number; the article may have no such paragraph.
    record Passage(int number) implements Incoming {
    }

    /// A wish to read a paragraph, with something in place of its number.
    record NoPassage(String given) implements Incoming {
    }

    /// A wish to see the article's title and paragraphs at a glance.
    record Outline() implements Incoming {
    }

    /// A wish to see the article in brief.
    record Summary() implements Incoming {
    }

    /// A wish that the questions before be forgotten.
    record Reset() implements Incoming {
    }

    /// A wish to know what can be asked.
    record Help() implements Incoming {
    }

    /// A command that the bot does not know, as it was written.
    record Unknown(String command) implements Incoming {
    }
}
