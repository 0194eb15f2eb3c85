package dev.pilcrow.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The pause that a provider is given, kept in memory and in a small file: `doctor` tells of it, and the next process
/// keeps it. A file that cannot be read or written is no error. Thread-safe.
public final class PauseNote {

    /// A provider is left alone.
    ///
    /// @param until when it is asked again
    /// @param fault why
    public record Pause(Instant until, Fault fault) {
    }

    /// A pause and when it was noted.
    private record Noted(Pause pause, Instant at) {
    }

    /// A longer pause is a clock that was wrong.
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LARGEST = 1000;

    private final Path file;
    private final String provider;
    private final InstantSource clock;
    private final AtomicReference<Optional<Noted>> known;

    /// @param file the file, which may be missing
    /// @param provider the model and its address; a pause of another is none
    public PauseNote(Path file, String provider, InstantSource clock) {
        this.file = file;
        this.provider = provider;
        this.clock = clock;
        this.known = new AtomicReference<>(read().map(pause -> new Noted(pause, Instant.MIN)));
    }

    /// The pause that is not over yet.
    public Optional<Pause> current() {
        Instant now = clock.instant();
        return known.get().map(Noted::pause)
                .filter(pause -> pause.until().isAfter(now) && !pause.until().isAfter(now.plus(LONGEST)));
    }

    /// Notes a pause, unless a longer one is noted.
    synchronized void write(Pause pause) {
        if (current().filter(longer -> longer.until().isAfter(pause.until())).isPresent()) {
            return;
        }
        known.set(Optional.of(new Noted(pause, clock.instant())));
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(folder, "pause", ".part");
            try {
                Files.writeString(part, provider + "\t" + pause.until() + "\t" + pause.fault());
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException _) {
            // This process knows it all the same.
        }
    }

    /// Ends the pause when the provider has answered, unless it was noted after the provider was asked.
    public synchronized void clear(Instant asked) {
        if (known.get().filter(noted -> !noted.at().isAfter(asked)).isEmpty()) {
            return;
        }
        known.set(Optional.empty());
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The pause ends by itself.
        }
    }

    private Optional<Pause> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file, StandardCharsets.UTF_8).strip().split("\t", -1);
            return parts.length == 3 && parts[0].equals(provider)
                    ? Optional.of(new Pause(Instant.parse(parts[1]), Fault.valueOf(parts[2])))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
