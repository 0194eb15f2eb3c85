package dev.pilcrow.wording;

import java.util.List;

/// Something to say that has not been put in a language yet: a phrase and the values for its places, in their order. A
/// value is a text, a number or another remark.
public record Remark(Phrase phrase, List<Object> values) {

    public Remark {
        values = List.copyOf(values);
    }

    public static Remark of(Phrase phrase, Object... values) {
        return new Remark(phrase, List.of(values));
    }
}
