package dev.pilcrow.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/// Encodes paragraphs on all cores, and remembers those of the last articles: editions of one article share most of them.
/// Thread-safe.
final class ParagraphEncoder {

    /// Memory for encodings, in bytes.
    private static final long ROOM = 128L << 20;

    private record Key(EncoderModel model, String text) {
    }

    private final Encoders encoders;
    private final Cache<Key, Encoding> known = Caffeine.newBuilder().maximumWeight(ROOM)
            .weigher((Key key, Encoding encoding) -> encoding.weight() + 2 * key.text().length()).recordStats().build();

    ParagraphEncoder(Encoders encoders) {
        this.encoders = encoders;
    }

    /// Encodes folded texts, in order.
    List<Encoding> encode(EncoderModel model, List<String> texts) {
        return texts.parallelStream().map(text -> encode(new Key(model, text))).toList();
    }

    /// Two threads may encode one text at the same time; both get the same numbers.
    private Encoding encode(Key key) {
        Encoding encoding = known.getIfPresent(key);
        if (encoding == null) {
            encoding = encoders.of(key.model()).encode(key.text());
            known.put(key, encoding);
        }
        return encoding;
    }

    CacheFigures figures() {
        return CacheFigures.of("paragraphs", known);
    }
}
