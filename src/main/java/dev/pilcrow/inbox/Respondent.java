package dev.pilcrow.inbox;

import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Post;
import dev.pilcrow.store.Forgotten;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Says what is said to each thing that arrives. Thread-safe.
public interface Respondent {

    /// Is something that calls nobody meant for the bot?
    boolean isMeant(Incoming.Overheard overheard);

    /// What a question is about, in the reader's words.
    String subject(Received received);

    /// What is shown while a question or a summary is worked on, with a button to stop it.
    Post working(Received received);

    /// What is answered. An interrupt ends the work and leaves the thread interrupted.
    ///
    /// @param growing sees the answer grow; every post holds the one before
    /// @throws CancellationException when the thread is interrupted
    Reply reply(Received received, Consumer<Post> growing);

    /// An answer that was stored before, as it was first shown.
    ///
    /// @param answer its number in the store
    Reply.Answered again(long answer);

    /// What stands in place of an answer that somebody stopped.
    Post stopped(Received received);

    /// What stands in place of the button by which somebody had everything of theirs removed. What is in memory of them, or
    /// of what they asked, is forgotten too.
    Post forgotten(Received pressed, Forgotten removed);

    /// The short text for somebody who pressed that button where it is not theirs.
    String notForgetting(Received pressed);

    /// What stands in place of an answer that could not be made.
    Post sorry(Received received);

    /// What is said when too many questions wait already.
    Post busy(Received received);

    /// What is said to somebody who asks too much.
    ///
    /// @param delay when the next question is welcome
    Post limited(Received received, Duration delay);

    /// The short text for somebody who pressed the button that stops a work.
    ///
    /// @param pressed the press
    /// @param own is it their own question, so that it is stopped?
    String stopping(Received pressed, boolean own);
}
