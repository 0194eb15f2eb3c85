package dev.pilcrow.quantity;

import java.math.BigDecimal;

/// A number that a text gives, whatever it is written with: digits, Chinese numerals or English words.
///
/// @param value without trailing zeros, so that equal numbers are equal quantities; a month or weekday counts from 1
record Quantity(Kind kind, BigDecimal value) {

    /// What the number says.
    enum Kind {
        NUMBER, PERCENT, MONTH, WEEKDAY
    }

    Quantity {
        value = value.stripTrailingZeros();
    }
}
