package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.question;

import dev.pilcrow.Secret;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A process of its own that opens a store, says so, accepts rows for ever and prints their numbers once they are accepted.
final class Acceptor {

    private static final int BATCH = 3;

    private Acceptor() {
    }

    /// @param args the address of the store, and a number that no other run has
    public static void main(String... args) throws Exception {
        try (Store store = Store.open(new Secret(args[0]), InstantSource.system())) {
            System.out.println("open");
            for (int n = 0;; n++) {
                String key = args[1] + "/" + n + "/";
                store.inbox()
                        .accept(IntStream.range(0, BATCH).mapToObj(i -> question("p" + i, i).keyed(key + i).build())
                                .toList(), 1_000, 1_000)
                        .forEach(System.out::println);
            }
        }
    }

    /// Starts a process that accepts.
    static Process start(Secret url, int run) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Acceptor.class.getName(), url.reveal(), Integer.toString(run))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String first = process.inputReader().readLine();
        if (!"open".equals(first)) {
            throw new IllegalStateException("it said " + first);
        }
        return process;
    }

    /// Starts one, and kills it so long after its first number.
    ///
    /// @return the numbers that it told
    static List<Long> killedAfter(Secret url, Duration time, int run) throws Exception {
        Process process = start(url, run);
        List<Long> told = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            told.add(Long.parseLong(reader.readLine()));
            StringBuilder line = new StringBuilder();
            Thread killer = Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(time);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                // Unlike the process itself, the handle leaves open what it printed.
                process.toHandle().destroyForcibly();
            });
            // A line that was cut short has no end, and tells nothing.
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    told.add(Long.parseLong(line.toString()));
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
            killer.join();
        }
        process.waitFor();
        return told;
    }
}
