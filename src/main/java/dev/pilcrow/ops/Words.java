package dev.pilcrow.ops;

import java.util.Locale;

/// The words by which programs know constants: `PERSON_A_DAY` is `person_a_day`.
final class Words {

    private Words() {
    }

    static String of(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
