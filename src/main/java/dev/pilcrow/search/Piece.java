package dev.pilcrow.search;

import java.util.List;

/// A piece of a question that was put into another language word by word.
///
/// @param chosen the rendering that is put into the translated question
/// @param present the renderings that stand in the article; may be empty
/// @param content is it a word with a subject of its own, not a question word?
/// @param name was it a name?
record Piece(String chosen, List<String> present, boolean content, boolean name) {
}
