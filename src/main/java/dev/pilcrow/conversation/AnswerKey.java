package dev.pilcrow.conversation;

import dev.pilcrow.answer.Origin;
import dev.pilcrow.article.ReaderLanguage;

/// What makes two questions the same question, so that one answer serves both.
///
/// @param article the id of the article's text
/// @param question folded
/// @param meaning what the conversation before made of it, folded
/// @param language what the reader is answered in
/// @param origin the model and the version of its prompts
record AnswerKey(String article, String question, String meaning, ReaderLanguage language, Origin origin) {
}
