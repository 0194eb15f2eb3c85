/// From ranked paragraphs to an answer: the sentences that may answer are read, it is judged whether they do, and what is
/// shown is quotes of the article, each with its paragraph; or it is declined.
///
/// `Evidence → Reading → Answer (citations)`
@NullMarked
package dev.pilcrow.answer;

import org.jspecify.annotations.NullMarked;
