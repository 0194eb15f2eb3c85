package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row R15 of the reliability table: the bot as a process with a small heap, on both platforms at once, asked two questions a
/// second for long. `-Dpilcrow.soak.seconds=86400` makes it a day.
@BesideOthers
class SoakTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int SECONDS = Integer.getInteger("pilcrow.soak.seconds", Effort.of(20, 3600));
    private static final int MOMENTS = Math.clamp(SECONDS / 10, 12, 1000);
    private static final long MEBIBYTE = 1 << 20;
    /// What the limits keep of each person and each thread for a day grows with the hours; the JVM has more or fewer
    /// threads of its own as it likes.
    private static final Vitals ALLOWED = new Vitals(Effort.of(2, 8) * MEBIBYTE, 8, 8);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration QUICK = Duration.ofMillis(100);

    @Test
    void itsHeapThreadsAndDescriptorsStayAsTheyAreHoweverLongItServes(@TempDir Path folder)
            throws InterruptedException {
        assumeThat(Vitals.areToSee()).isTrue();
        try (Crowd crowd = new Crowd(List.of(new TelegramTown(), new SlackTown()), Effort.of(60, 1000));
                BotProcess bot = BotProcess.start(FastOnSlack.class, folder, crowd.settings(), "-Xmx256m")) {
            crowd.everybodyAsks(QUICK);
            await().atMost(LONG).until(() -> crowd.count().lost() == 0);
            Vitals.of(bot.pid()); // the first look at a JVM begins a thread and a socket in it
            AtomicBoolean over = new AtomicBoolean();
            Thread asking = Thread.ofVirtual().start(() -> crowd.asksUntil(over::get, PACE));
            List<Vitals> moments = moments(bot);
            over.set(true);
            asking.join();
            await().atMost(LONG).until(() -> crowd.count().lost() == 0);
            VitalsCourse course = new VitalsCourse(moments, ALLOWED);
            Readers.Count count = crowd.count();
            Effort.report("R15 seconds=" + SECONDS + " questions=" + crowd.asked() + " " + course + " lost="
                    + count.lost() + " twice=" + count.twice());
            assertThat(course.growing()).as(moments::toString).isEmpty();
            assertThat(count.twice()).isZero();
            assertThat(crowd.violations()).isEmpty();
            assertThat(bot.log()).doesNotContain("WARNING", "Exception", "OutOfMemory");
        }
    }

    /// Looks at a bot again and again, at even times.
    private static List<Vitals> moments(BotProcess bot) {
        List<Vitals> moments = new ArrayList<>();
        long begun = System.nanoTime();
        for (int moment = 1; moment <= MOMENTS; moment++) {
            LockSupport.parkNanos(
                    begun + Duration.ofSeconds(SECONDS).toNanos() / MOMENTS * moment - System.nanoTime());
            moments.add(Vitals.of(bot.pid()));
        }
        return moments;
    }
}
