/// One reader's talk about one article: what the questions before were about, and the answer to this one.
///
/// `question (+ subject before) → Evidence → Answer`
@NullMarked
package dev.pilcrow.conversation;

import org.jspecify.annotations.NullMarked;
