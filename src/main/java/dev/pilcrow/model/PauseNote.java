package dev.pilcrow.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private static final int LARGEST = 1000;

    private final Path file;
    private final InstantSource clock;
    private final AtomicReference<Optional<Pause>> known;

    /// @param file the file, which may be missing
    public PauseNote(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.known = new AtomicReference<>(read());
    }

    /// The pause of a model that is not over yet.
    public Optional<Pause> current(String model) {
        return known.get().filter(pause -> pause.model().equals(model) && pause.until().isAfter(clock.instant()));
    }

    void write(Pause pause) {
        known.set(Optional.of(pause));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "pause", ".part");
            Files.writeString(part, pause.model() + "\t" + pause.until() + "\t" + pause.fault());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // This process knows it all the same.
        }
    }

    void clear() {
        if (known.getAndSet(Optional.empty()).isPresent()) {
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
