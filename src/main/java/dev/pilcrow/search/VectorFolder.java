package dev.pilcrow.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of a {@link VectorStore}: where a file stands, when it was used, and which make way. The time of a file's
/// last change is the time of its last use. Thread-safe.
///
/// @param path the folder, which may be missing
/// @param room for all files, in bytes
record VectorFolder(Path path, long room) {

    /// Some thousand articles of the usual length.
    static final long ROOM = 512L << 20;

    /// A file that is being written is not that old; one that is was left behind by a crash.
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private record Kept(Path path, long size, FileTime used) {
    }

    Path place(ArticleVectors vectors) {
        return path.resolve(vectors.file());
    }

    /// Notes that a file was used now.
    void used(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException _) {
            // The folder may be read-only; then nothing is removed from it either.
        }
    }

    /// Removes the least recently used files until the others have room, and what a crash left behind.
    void tidy() throws IOException {
        long total = 0;
        for (Kept file : files(VectorStore.SUFFIX)) {
            total += file.size();
            if (total > room) {
                Files.deleteIfExists(file.path());
            }
        }
        FileTime old = FileTime.from(Instant.now().minus(LEFT_BEHIND));
        for (Kept part : files(VectorStore.PART)) {
            if (part.used().compareTo(old) < 0) {
                Files.deleteIfExists(part.path());
            }
        }
    }

    /// The files whose names end so, the last used first.
    private List<Kept> files(String end) throws IOException {
        List<Kept> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(path)) {
            for (Path file : all.filter(f -> f.getFileName().toString().endsWith(end)).toList()) {
                if (Files.exists(file)) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    files.add(new Kept(file, attributes.size(), attributes.lastModifiedTime()));
                }
            }
        }
        files.sort(Comparator.comparing(Kept::used).reversed());
        return files;
    }
}
