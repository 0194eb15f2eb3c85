package dev.pilcrow.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.Secret;
import dev.pilcrow.inbox.Finished;
import dev.pilcrow.inbox.Finished.Kind;
import dev.pilcrow.inbox.Journal;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.inbox.Stage;
import dev.pilcrow.store.Arrival;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.web.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counting a question costs, beside putting it on disk.
class MetersCostTest {

    private static final int STORED = 200;
    private static final Finished QUESTION = new Finished(7, "quiet", "quiet/bot/room", Kind.QUESTION, Outcome.ANSWERED,
            1, 5L, "extractive",
            Map.of(Stage.WAITING, Duration.ofMillis(3), Stage.PLACEHOLDER, Duration.ofMillis(60), Stage.ANSWER,
                    Duration.ofMillis(15), Stage.SHOWN, Duration.ofMillis(70)),
            Duration.ofMillis(150));

    @Test
    void countingAQuestionTakesNextToNothingOfStoringIt(@TempDir Path folder) throws StoreException {
        int times = Effort.of(20_000, 2_000_000);
        long begun = System.nanoTime();
        Meters meters = new Meters("1");
        Journal questions = meters.questions(List.of(new QuietPlatform()));
        double start = (System.nanoTime() - begun) / 1e6;
        try (meters;
                Store store = Store.open(new Secret("jdbc:sqlite:" + folder.resolve("pilcrow.db")),
                        InstantSource.system())) {
            double stored = micros(STORED, i -> store.inbox().accept(List.of(arrival(i)), STORED, STORED));
            double counted = micros(times, _ -> {
                questions.stored("quiet", 1, 1, Duration.ofMillis(2));
                questions.finished(QUESTION);
            });
            double page = micros(Effort.of(50, 2_000), _ -> page(meters));
            Effort.report("meters start=%.0fms stored=%.0fµs counted=%.2fµs page=%.2fms series=%d bytes=%d".formatted(
                    start, stored, counted, page / 1000, Exposition.of(page(meters)).series().size(),
                    page(meters).length()));
            assertThat(counted).isLessThan(stored / 4);
        }
    }

    private static double micros(int times, IntConsumer work) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.accept(i);
        }
        return (System.nanoTime() - begun) / 1e3 / times;
    }

    private static String page(Meters meters) {
        return meters.page().source().read(new Visit(Map.of(), Map.of(), List.of())).orElseThrow().body();
    }

    private static Arrival arrival(int number) {
        String person = "person" + number;
        return new Arrival(List.of("key" + number), "quiet", "quiet/bot/room", "quiet/bot/room",
                "quiet/bot/room " + person, person, "m" + number, null, false, true, "{}");
    }
}
