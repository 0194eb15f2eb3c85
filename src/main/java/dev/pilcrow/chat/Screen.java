package dev.pilcrow.chat;

import java.util.Optional;

/// What a platform can show, and what it knows of who sees it. Thread-safe.
public interface Screen {

    /// The most UTF-16 units of a message's text.
    int longestText();

    /// Does it show passages in windows of their own, rather than in place of the answer?
    boolean hasWindows();

    /// Does it hand over what is said in a thread that the bot takes part in, though nobody calls it?
    boolean followsThreads();

    /// The BCP 47 tag of the language of a person's app, when that did not come with what the person wrote; it may be asked
    /// for over the network.
    Optional<String> language(Person person);
}
