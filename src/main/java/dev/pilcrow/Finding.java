package dev.pilcrow;

import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;

/// What a check found.
///
/// @param good is it right?
/// @param told what it is, or what is wrong and what to do about it
record Finding(boolean good, Remark told) {

    static Finding good(Phrase phrase, Object... values) {
        return new Finding(true, Remark.of(phrase, values));
    }

    static Finding bad(Phrase phrase, Object... values) {
        return new Finding(false, Remark.of(phrase, values));
    }

    static Finding wrong(BadUseException wrong) {
        return new Finding(false, wrong.remark());
    }
}
