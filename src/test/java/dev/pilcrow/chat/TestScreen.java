package dev.pilcrow.chat;

import java.util.Optional;

/// A screen as a test wants it; it does not know anybody's language.
public record TestScreen(int longestText, boolean hasWindows, boolean followsThreads) implements Screen {

    /// With neither windows nor threads.
    public static TestScreen of(int longestText) {
        return new TestScreen(longestText, false, false);
    }

    /// With windows and threads.
    public static TestScreen rich(int longestText) {
        return new TestScreen(longestText, true, true);
    }

    @Override
    public Optional<String> language(Person person) {
        return Optional.empty();
    }
}
