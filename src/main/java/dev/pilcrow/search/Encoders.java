package dev.pilcrow.search;

import dev.pilcrow.article.Language;
import java.util.EnumMap;
import java.util.Map;

/// The encoders of both languages and the maps between their spaces, each loaded when it is first needed. Thread-safe.
final class Encoders {

    private final Map<EncoderModel, Encoder> encoders = new EnumMap<>(EncoderModel.class);
    private final Map<Language, LinearMap> maps = new EnumMap<>(Language.class);

    Encoder of(Language language) {
        return of(EncoderModel.of(language));
    }

    Encoder of(EncoderModel model) {
        synchronized (encoders) {
            return encoders.computeIfAbsent(model, Encoder::new);
        }
    }

    /// The map from one language's space into the other's.
    LinearMap map(Language from, Language to) {
        if (from == to) {
            throw new IllegalArgumentException("no map is needed");
        }
        synchronized (maps) {
            return maps.computeIfAbsent(to, key -> LinearMap.resource(switch (key) {
                case CHINESE -> "/search/english-to-chinese.map";
                case ENGLISH -> "/search/chinese-to-english.map";
            }));
        }
    }
}
