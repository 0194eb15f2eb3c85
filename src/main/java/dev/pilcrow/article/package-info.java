/// Articles as they are: a file becomes its text, its paragraphs and their sentences, all verbatim, with the places
/// where they stand. What is matched is a folded copy that knows the way back to the original.
///
/// file → `Decoding` → text → `Block`s → `Paragraph`s of `Sentence`s → `Article`
@NullMarked
package dev.pilcrow.article;

import org.jspecify.annotations.NullMarked;
