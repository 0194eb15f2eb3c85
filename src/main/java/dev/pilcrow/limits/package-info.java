/// How much one person, one conversation and all together may ask.
///
/// `person, conversation → Limits → Verdict`
@NullMarked
package dev.pilcrow.limits;

import org.jspecify.annotations.NullMarked;
