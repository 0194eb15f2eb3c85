package dev.pilcrow.transcript;

import dev.pilcrow.store.Store;
import java.util.List;

/// A chat on one platform, in which a transcript is played: the people in it and the bot.
public interface PlayedChat extends AutoCloseable {

    /// Where the bot keeps what it has to do.
    Store store();

    /// Takes note of how everything looks, for {@link #told}.
    void watch();

    /// Does what somebody does.
    void does(Transcript.Step step);

    /// Asks something, whatever comes of it.
    void asks(String who, String words);

    /// What the bot has done since it was watched, in the lines of a transcript; nothing when it was silent.
    ///
    /// @param slow is somebody kept waiting? Only then is it told that a question is read, as a busy machine may do so
    ///        at any time
    String told(boolean slow);

    /// How everything looks, in whatever words.
    String looks();

    /// Does the bot know of everything that people did?
    boolean isHandedOver();

    /// Has whoever is kept waiting been shown that the question is read?
    boolean isPatienceAsked();

    /// What is wrong by the platform's rules.
    List<String> violations();

    @Override
    void close();
}
