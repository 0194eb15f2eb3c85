/// The language model behind one small interface: providers, one deadline, a circuit breaker, text in pieces.
///
/// `PromptTemplate → Prompt → LanguageModel → ModelCall → Piece …`
@NullMarked
package dev.pilcrow.model;

import org.jspecify.annotations.NullMarked;
