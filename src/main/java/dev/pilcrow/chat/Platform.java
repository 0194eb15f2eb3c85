package dev.pilcrow.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A platform that readers write on. Thread-safe.
///
/// What is posted in one chat is sent one after the other, as fast as the platform allows. No method throws because the
/// network or the platform fails; an interrupt ends a wait and leaves the thread interrupted.
public interface Platform extends Screen, AutoCloseable {

    /// Its name in {@link Place#platform}.
    String name();

    /// The least time between two changes of a message that grows.
    Duration pace(Place place);

    /// Begins to receive, and goes on until {@link #stop}; returns at once, whether the platform can be reached or not.
    void start(Intake intake);

    /// Posts a message.
    ///
    /// @param answering what it answers; none when it answers nothing
    /// @param key what tells the message from all others, for {@link #find}
    Posted post(Place place, @Nullable MessageId answering, Post post, String key);

    /// Looks for a message that may have been posted.
    ///
    /// @param answering what it answers
    /// @param key the key that it was posted with
    /// @return sent, or refused where it is not there, which is so as well where the platform keeps no keys; nothing else
    ///         tells whether it is there
    Posted find(Place place, @Nullable MessageId answering, String key);

    /// Changes a message of the bot's. What it has already is {@link Posted.Sent} too.
    Posted edit(Place place, MessageId message, Post post);

    /// Shows something beside the messages; refused where the platform does not have it.
    Posted show(Place place, Surface surface);

    /// Shows for some seconds that the bot is at work; where that fails, it is not shown.
    ///
    /// @param subject what it is at work on, in the reader's words
    void typing(Place place, String subject);

    /// Ends what {@link #typing} shows where it would go on by itself.
    void rest(Place place);

    /// Puts a sign on somebody's message.
    ///
    /// @return is it there? Not every chat allows it
    boolean react(Place place, MessageId message, Reaction reaction);

    /// Tells the platform that a press of a button has been seen; where that fails, the reader's app waits in vain.
    ///
    /// @param toast a short text that only the reader sees, for a moment; none for nothing
    void acknowledge(String press, @Nullable String toast);

    /// Does it hand over what readers write?
    Health health();

    /// How often it has wanted the bot to wait; never, unless it says so.
    default Pauses pauses() {
        return new Pauses();
    }

    /// Ends receiving: when it returns, nothing more comes in. Posting still works.
    void stop();

    /// Ends everything.
    @Override
    void close();
}
