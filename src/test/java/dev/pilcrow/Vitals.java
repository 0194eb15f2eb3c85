package dev.pilcrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a process fares at one moment.
///
/// @param heap the bytes that live in its heap after a collection
/// @param threads those of the system
/// @param descriptors open files and sockets
record Vitals(long heap, long threads, long descriptors) {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /// Can they be seen here? They are on Linux.
    static boolean areToSee() {
        return Files.exists(PROCESSES.resolve("self/fd"));
    }

    /// Those of a JVM with this number.
    static Vitals of(long pid) {
        Path process = PROCESSES.resolve(Long.toString(pid));
        return new Vitals(living(pid), entries(process.resolve("task")), entries(process.resolve("fd")));
    }

    /// The histogram of what lives is made after a collection.
    private static long living(long pid) {
        try {
            Process command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true).start();
            String told = new String(command.getInputStream().readAllBytes(), UTF_8);
            Matcher total = TOTAL.matcher(told);
            if (!total.find()) {
                throw new IllegalStateException(told);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static long entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
