package dev.pilcrow;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Several processes of one bot, each with a folder of its own, that share a database.
final class Replicas implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String RECEIVES = said(Phrase.SERVE_GOOD);
    private static final String STANDS_BY = said(Phrase.SERVE_STANDBY);

    private final Function<Path, BotProcess> starter;
    private final Path folder;
    private final List<BotProcess> all = new ArrayList<>();
    private int started;

    /// @param starter starts a process in its folder
    /// @param folder of all
    Replicas(Function<Path, BotProcess> starter, Path folder, int processes) {
        this.starter = starter;
        this.folder = folder;
        for (int i = 0; i < processes; i++) {
            add();
        }
    }

    private static String said(Phrase phrase) {
        return Wordings.packaged().in(ReaderLanguage.ENGLISH).say(phrase, "");
    }

    /// The processes, the oldest first.
    List<BotProcess> all() {
        return List.copyOf(all);
    }

    /// Starts one more.
    void add() {
        try {
            all.add(starter.apply(Files.createDirectories(folder.resolve("process" + started++))));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// One is there no more.
    void remove(BotProcess gone) {
        all.remove(gone);
    }

    /// Waits until each receives or stands by.
    void awaitReady() {
        await().atMost(LONG).until(() -> all.stream().allMatch(one -> receives(one) || standsBy(one))
                && all.stream().anyMatch(Replicas::receives));
    }

    /// Is it one that receives, as it last said?
    static boolean receives(BotProcess process) {
        String log = process.log();
        return log.lastIndexOf(RECEIVES) > log.lastIndexOf(STANDS_BY);
    }

    /// Is it one that would take over, as it last said?
    static boolean standsBy(BotProcess process) {
        String log = process.log();
        return log.lastIndexOf(STANDS_BY) > log.lastIndexOf(RECEIVES);
    }

    @Override
    public void close() {
        all.forEach(BotProcess::close);
    }
}
