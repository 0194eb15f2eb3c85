/// The numbers and dates that a text states, made equal across digits, Chinese numerals and English words.
///
/// folded text → `Quantity` …
@NullMarked
package dev.pilcrow.quantity;

import org.jspecify.annotations.NullMarked;
