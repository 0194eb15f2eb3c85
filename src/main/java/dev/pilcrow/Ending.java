package dev.pilcrow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/// The wish that the process end, by Ctrl-C or SIGTERM. What is under way can be finished before the JVM begins to end: ONNX
/// Runtime takes itself apart as soon as that begins, and would take answers that are being made with it. Thread-safe.
final class Ending {

    private static final List<String> SIGNALS = List.of("TERM", "INT");
    private static final int HALTED = 1;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Duration longest;

    private Ending(Duration longest) {
        this.longest = longest;
    }

    /// Hears the wish from now on. When it comes again, or the process has not ended in time, it ends at once.
    ///
    /// @param longest the time to end in
    static Ending within(Duration longest) {
        Ending ending = new Ending(longest);
        SIGNALS.forEach(signal -> Signals.register(signal, ending::ask));
        return ending;
    }

    private synchronized void ask() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(HALTED);
        }
        asked.countDown();
        Thread.ofPlatform().daemon().name("end").start(() -> {
            try {
                Thread.sleep(longest);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(HALTED);
        });
    }

    /// Waits until the process is asked to end.
    ///
    /// @return was it?
    boolean await(Duration most) {
        try {
            return asked.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            return true;
        }
    }
}
