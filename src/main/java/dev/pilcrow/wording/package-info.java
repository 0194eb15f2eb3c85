/// Every word that a reader or an operator sees, in three languages, read from `prompts/`.
///
/// `Answer` + `Article` → `AnswerWording`, `ArticleWording` → `chat.Message`.
@NullMarked
package dev.pilcrow.wording;

import org.jspecify.annotations.NullMarked;
