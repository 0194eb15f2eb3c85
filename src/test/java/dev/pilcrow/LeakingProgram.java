package dev.pilcrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program that leaks ten times a second what `LEAK` names: heap, threads or descriptors.
final class LeakingProgram {

    /// What it says when it begins.
    static final String BEGUN = "it leaks";
    private static final int HEAP = 100_000;
    private static final List<byte[]> KEPT = new ArrayList<>();
    private static final List<InputStream> OPEN = new ArrayList<>();

    private LeakingProgram() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(BEGUN);
        while (true) {
            switch (System.getenv("LEAK")) {
                case "heap" -> KEPT.add(new byte[HEAP]);
                case "threads" -> Thread.ofPlatform().start(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
                default -> OPEN.add(Files.newInputStream(Path.of("/dev/null")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
