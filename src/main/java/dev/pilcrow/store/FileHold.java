package dev.pilcrow.store;

import dev.pilcrow.store.StoreException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right of this process, and of one store in it, to a file: a lock on the file `NAME.lock` beside it, which ends with
/// the process however that ends.
final class FileHold implements AutoCloseable {

    /// The files held in this process. The system would end a process's lock when the process closes any channel of the
    /// locked file, so a second try must not even open one.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileHold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Makes the file and its folder if need be, for nobody else to read, and takes the lock.
    static FileHold of(String name) throws StoreException {
        Path file;
        try {
            file = made(Path.of(name).toAbsolutePath().normalize());
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            throw new StoreException(Problem.UNWRITABLE, String.valueOf(e.getMessage()));
        }
        if (!HELD.add(file)) {
            throw new StoreException(Problem.IN_USE, "this process has it open already");
        }
        boolean locked = false;
        try {
            FileHold hold = new FileHold(file, locked(file.resolveSibling(file.getFileName() + ".lock")));
            locked = true;
            return hold;
        } catch (IOException e) {
            throw new StoreException(Problem.UNWRITABLE, String.valueOf(e.getMessage()));
        } finally {
            if (!locked) {
                HELD.remove(file);
            }
        }
    }

    /// The channel of a lock's file, which is locked.
    private static FileChannel locked(Path file) throws IOException, StoreException {
        make(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // another class loader of this process has it
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new StoreException(Problem.IN_USE, "another process has it open");
        }
        return channel;
    }

    /// The file, by the one name that all its names lead to.
    private static Path made(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, onlyFor(folder, "rwx------"));
        }
        make(file);
        Path real = file.toRealPath();
        if (!Files.isRegularFile(real)) {
            throw new IOException(real + " is not a file");
        }
        return real;
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file, onlyFor(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // as after every start but the first
        }
    }

    /// What makes a file or folder one for its owner only, where the system knows that.
    static FileAttribute<?>[] onlyFor(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    Path file() {
        return file;
    }

    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException _) {
            // the lock ends with the process
        }
        HELD.remove(file);
    }
}
