package dev.pilcrow.store;

import dev.pilcrow.store.BackupException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// The writing of a compressed file that nobody else may read: beside its place, `NAME.part`, until it is whole and on disk.
final class BackupFile {

    private BackupFile() {
    }

    /// What writes the content.
    interface Content {
        long write(OutputStream out);
    }

    /// @param replacing may it take the place of another?
    /// @return what the content's writer returned
    static long write(Path file, boolean replacing, Content content) {
        Path place = file.toAbsolutePath().normalize();
        Path name = place.getFileName();
        if (name == null || Files.isDirectory(place)) {
            throw new BackupException(Problem.UNWRITABLE);
        }
        if (Files.exists(place) && !replacing) {
            throw new BackupException(Problem.EXISTS);
        }
        Path part = place.resolveSibling(name + ".part");
        try {
            Files.deleteIfExists(part);
            try {
                long result = written(part, content);
                move(part, place, replacing);
                return result;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException _) {
            throw new BackupException(Problem.EXISTS);
        } catch (IOException | UncheckedIOException _) {
            throw new BackupException(Problem.UNWRITABLE);
        }
    }

    private static long written(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), FileHold.onlyFor(part, "rw-------"))) {
            GZIPOutputStream packed = new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
            long result = content.write(packed);
            packed.finish();
            packed.flush();
            channel.force(true);
            return result;
        }
    }

    private static void move(Path part, Path place, boolean replacing) throws IOException {
        if (replacing) {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(part, place);
        }
        Path folder = place.getParent();
        if (folder != null) {
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            } catch (IOException _) {
                // Not every system can; the file itself is on disk.
            }
        }
    }
}
