package dev.pilcrow.wording;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.prompts.Places;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The phrases of one language. Immutable.
public final class Wording {

    private final ReaderLanguage language;
    private final Map<Phrase, String> templates;

    Wording(ReaderLanguage language, Map<Phrase, String> templates) {
        this.language = language;
        this.templates = Map.copyOf(templates);
    }

    public ReaderLanguage language() {
        return language;
    }

    /// A phrase with its places filled, in the order in which {@link Phrase} names them. A value is never filled itself,
    /// whatever it looks like.
    public String say(Phrase phrase, Object... values) {
        return say(Remark.of(phrase, values));
    }

    /// A remark in this language.
    public String say(Remark remark) {
        Phrase phrase = remark.phrase();
        if (remark.values().size() != phrase.places().size()) {
            throw new IllegalArgumentException(phrase + " wants " + phrase.places());
        }
        Map<String, String> filling = new LinkedHashMap<>();
        Iterator<Object> values = remark.values().iterator();
        phrase.places().forEach(place -> filling.put(place, plain(values.next())));
        return Places.fill(templates.getOrDefault(phrase, ""), filling);
    }

    private String plain(Object value) {
        return value instanceof Remark remark ? say(remark) : value.toString();
    }
}
