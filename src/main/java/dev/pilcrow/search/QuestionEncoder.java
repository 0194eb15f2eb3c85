package dev.pilcrow.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Language;

/// Encodes questions, and keeps what it encoded last, weighed by bytes: readers of one article ask much the same.
/// Thread-safe.
final class QuestionEncoder {

    private record Key(EncoderModel model, String text) {
    }

    private final Encoders encoders;
    private final Cache<Key, Encoding> encoded;

    /// @param room for what is kept, in bytes; 0 to keep nothing
    QuestionEncoder(Encoders encoders, long room) {
        this.encoders = encoders;
        this.encoded = Caffeine.newBuilder().maximumWeight(room)
                .weigher((Key key, Encoding encoding) -> encoding.weight() + 2 * key.text().length()).recordStats()
                .build();
    }

    /// Encodes a folded text with the encoder of a language.
    Encoding encode(Language language, String folded) {
        return encoded.get(new Key(EncoderModel.of(language), folded),
                key -> encoders.of(key.model()).encode(key.text()));
    }

    void forget() {
        encoded.invalidateAll();
    }

    CacheFigures figures() {
        return CacheFigures.of("questions", encoded);
    }
}
