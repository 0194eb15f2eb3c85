/// Pictures of chats, drawn from what the stand-ins for the platforms hold; the README shows them.
///
/// `Piece → Passage → Typesetter → Sheet → Pictures`
@NullMarked
package dev.pilcrow.picture;

import org.jspecify.annotations.NullMarked;
