package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What leaks is found, by numbers and in a process that does.
@BesideOthers
class VitalsCourseTest {

    private static final Vitals ALLOWED = new Vitals(1 << 20, 2, 4);
    private static final int MOMENTS = 12;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static List<String> growing(IntFunction<Vitals> moment) {
        return new VitalsCourse(IntStream.range(0, MOMENTS).mapToObj(moment).toList(), ALLOWED).growing();
    }

    @Test
    void whatGoesUpAndDownDoesNotGrow() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            assertThat(growing(_ -> new Vitals(50_000_000 + random.nextInt(20_000_000), 40 + random.nextInt(9),
                    60 + random.nextInt(30)))).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void whatGrowsEvenlyDoesHoweverMuchItVaries() {
        Random random = new Random(4711);
        assertThat(growing(i -> new Vitals(50_000_000 + i * 300_000L + random.nextInt(200_000), 40 + i, 60 + 2L * i)))
                .containsExactly("heap", "threads", "descriptors");
        assertThat(growing(i -> new Vitals(50_000_000, 40, 60 + i))).containsExactly("descriptors");
    }

    @Test
    void whatGrowsOnceAtTheBeginningAndALittleIsAllowed() {
        assertThat(growing(i -> new Vitals(i == 0 ? 0 : 1_000_000, 40 + (i > 5 ? 2 : 0), 60 + (i > 5 ? 4 : 0))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "threads", "descriptors"})
    void aProcessThatLeaksIsFound(String what, @TempDir Path folder) throws InterruptedException {
        assumeThat(Vitals.areToSee()).isTrue();
        try (BotProcess leaking = BotProcess.start(LeakingProgram.class, folder, Map.of("LEAK", what))) {
            await().atMost(LONG).until(() -> leaking.log().contains(LeakingProgram.BEGUN));
            Vitals.of(leaking.pid()); // the first look at a JVM begins a thread and a socket in it
            List<Vitals> moments = new ArrayList<>();
            for (int i = 0; i < MOMENTS; i++) {
                TimeUnit.MILLISECONDS.sleep(200);
                moments.add(Vitals.of(leaking.pid()));
            }
            assertThat(new VitalsCourse(moments, ALLOWED).growing()).containsExactly(what);
        }
    }
}
