package dev.pilcrow.desk;

import dev.pilcrow.article.ReaderLanguage;

/// A question on its way to an answer.
///
/// @param question its words; the command of a summary
/// @param language what the reader is answered in
/// @param restated must the answer tell the question, as no message of the reader's does?
record Asking(String question, ReaderLanguage language, boolean restated) {
}
