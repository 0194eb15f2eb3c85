package dev.pilcrow.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The vectors of articles that were indexed before: those made at build time, on the class path, and a folder with one
/// {@link VectorFile} an article. Thread-safe, also among processes.
///
/// It is a cache: what cannot be read is made again, what cannot be written is not kept, and neither is an error.
public final class VectorStore {

    static final String SUFFIX = ".vectors";
    static final String PART = ".part";

    /// A longer article leaves its token vectors in the file, mapped into memory.
    private static final int MOST_PARAGRAPHS_ON_HEAP = 1_000;
    /// Paragraphs that are encoded before they are written.
    private static final int BATCH = 256;

    private final @Nullable VectorFolder folder;

    /// A store in a folder, which is made when it is needed and kept under 512 MiB.
    public VectorStore(Path folder) {
        this(new VectorFolder(folder, VectorFolder.ROOM));
    }

    VectorStore(@Nullable VectorFolder folder) {
        this.folder = folder;
    }

    /// A store that knows the vectors of the built-in article and keeps no others.
    public static VectorStore none() {
        return new VectorStore((VectorFolder) null);
    }

    /// The encodings of an article's paragraphs, in order: from the store, or made and stored.
    ///
    /// @param encoder encodes texts, in order
    List<Encoding> encodings(ArticleVectors wanted, Function<List<String>, List<Encoding>> encoder) {
        return builtIn(wanted).or(() -> kept(wanted)).orElseGet(() -> made(wanted, encoder));
    }

    /// The encodings that were made at build time, if the article is the built-in one.
    static Optional<List<Encoding>> builtIn(ArticleVectors wanted) {
        try (InputStream file = VectorStore.class.getResourceAsStream("/search/" + wanted.file())) {
            return file == null
                    ? Optional.empty()
                    : VectorFile.read(MemorySegment.ofArray(file.readAllBytes()), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<List<Encoding>> kept(ArticleVectors wanted) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            Path file = folder.place(wanted);
            Optional<List<Encoding>> encodings = VectorFile.read(bytes(file, wanted.texts().size()), wanted);
            folder.used(file);
            return encodings;
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static MemorySegment bytes(Path file, int paragraphs) throws IOException {
        if (paragraphs <= MOST_PARAGRAPHS_ON_HEAP) {
            return MemorySegment.ofArray(Files.readAllBytes(file));
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    private List<Encoding> made(ArticleVectors wanted, Function<List<String>, List<Encoding>> encoder) {
        if (folder != null) {
            try {
                List<Encoding> encodings = written(folder, wanted, encoder);
                folder.tidy();
                return encodings;
            } catch (IOException _) {
                // A full or read-only disk: the vectors are made for this process alone.
            }
        }
        return encoder.apply(wanted.texts());
    }

    /// Encodes and writes; of a long article no more than a batch is on the heap.
    private List<Encoding> written(VectorFolder into, ArticleVectors wanted,
            Function<List<String>, List<Encoding>> encoder) throws IOException {
        boolean small = wanted.texts().size() <= MOST_PARAGRAPHS_ON_HEAP;
        List<Encoding> encodings = new ArrayList<>();
        try (VectorWriter writer = new VectorWriter(into.place(wanted), wanted)) {
            for (int from = 0; from < wanted.texts().size(); from += BATCH) {
                int to = Math.min(from + BATCH, wanted.texts().size());
                List<Encoding> batch = encoder.apply(wanted.texts().subList(from, to));
                for (Encoding encoding : batch) {
                    writer.add(encoding);
                }
                encodings.addAll(small ? batch : List.of());
            }
            writer.finish();
        }
        return small ? encodings : kept(wanted).orElseThrow(() -> new IOException("the file was not what was written"));
    }
}
