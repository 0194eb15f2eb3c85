package dev.pilcrow.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A platform that readers write on. Thread-safe.
///
/// What is posted in one chat is sent one after the other, as fast as the platform allows. No method throws because the
/// network or the platform fails; an interrupt ends a wait and leaves the thread interrupted.
public interface Platform extends AutoCloseable {

    /// Its name in {@link Place#platform}.
    String name();

    /// The most UTF-16 units of a message's text.
    int longestText();

    /// The least time between two changes of a message that grows.
    Duration pace(Place place);

    /// Begins to receive, and goes on until {@link #stop}; returns at once, whether the platform can be reached or not.
    void start(Intake intake);

    /// Posts a message.
    ///
    /// @param answering what it answers; none when it answers nothing
    Posted post(Place place, @Nullable MessageId answering, Post post);

    /// Changes a message of the bot's. What it has already is {@link Posted.Sent} too.
    Posted edit(Place place, MessageId message, Post post);

    /// Shows for some seconds that the bot is at work; where that fails, it is not shown.
    void typing(Place place);

    /// Puts a sign on somebody's message.
    ///
    /// @return is it there? Not every chat allows it
    boolean react(Place place, MessageId message, Reaction reaction);

    /// Tells the platform that a press of a button has been seen; where that fails, the reader's app waits in vain.
    ///
    /// @param toast a short text that the reader sees for a moment; none for nothing
    void acknowledge(String press, @Nullable String toast);

    /// Does it hand over what readers write?
    Health health();

    /// Ends receiving: when it returns, nothing more comes in. Posting still works.
    void stop();

    /// Ends everything.
    @Override
    void close();
}
