/// The texts in `prompts/`, for readers and for models: which file is read, and how its places are filled.
///
/// `PromptFolder → text with Places → Wordings | model.PromptTemplate`
@NullMarked
package dev.pilcrow.prompts;

import org.jspecify.annotations.NullMarked;
