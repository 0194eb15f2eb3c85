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
    /// @param model the model's id
    /// @param until when it is asked again
    /// @param fault why
    public record Pause(String model, Instant until, Fault fault) {
    }

    /// A pause and when it was noted.
    private record Noted(Pause pause, Instant at) {
    }

    /// A longer pause is a clock that was wrong.
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LARGEST = 1000;

    private final Path file;
    private final InstantSource clock;
    private final AtomicReference<Optional<Noted>> known;

    /// @param file the file, which may be missing
    public PauseNote(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.known = new AtomicReference<>(read().map(pause -> new Noted(pause, Instant.MIN)));
    }

    /// The pause of a model that is not over yet.
    public Optional<Pause> current(String model) {
        Instant now = clock.instant();
        return known.get().map(Noted::pause).filter(pause -> pause.model().equals(model) && pause.until().isAfter(now)
                && !pause.until().isAfter(now.plus(LONGEST)));
    }

    /// Notes a pause, unless a longer one of the same model is noted.
    void write(Pause pause) {
        if (current(pause.model()).filter(longer -> longer.until().isAfter(pause.until())).isPresent()) {
            return;
        }
        known.set(Optional.of(new Noted(pause, clock.instant())));
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(folder, "pause", ".part");
            try {
                Files.writeString(part, pause.model() + "\t" + pause.until() + "\t" + pause.fault());
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException _) {
            // This process knows it all the same.
        }
    }

    /// Ends the pause of a model that has answered, unless it was noted after the model was asked.
    void clear(String model, Instant asked) {
        Optional<Noted> noted = known.get();
        boolean over = noted.filter(pause -> pause.pause().model().equals(model) && !pause.at().isAfter(asked))
                .isPresent();
        if (over && known.compareAndSet(noted, Optional.empty())) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // The pause ends by itself.
            }
        }
    }

    private Optional<Pause> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file, StandardCharsets.UTF_8).strip().split("\t", -1);
            return parts.length == 3
                    ? Optional.of(new Pause(parts[0], Instant.parse(parts[1]), Fault.valueOf(parts[2])))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
