package dev.pilcrow.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The vectors that an article needs: of which paragraphs, by which model. Immutable.
///
/// @param model the encoder
/// @param article the article's id
/// @param texts its paragraphs, folded, in order
record ArticleVectors(EncoderModel model, String article, List<String> texts) {

    ArticleVectors {
        texts = List.copyOf(texts);
    }

    /// The name of the file that holds them.
    String file() {
        return model.title() + "-" + article + VectorStore.SUFFIX;
    }

    /// SHA-256 of the model's name and the paragraphs: one article read as Markdown and as text has two of them, and so
    /// has one that is folded otherwise than before.
    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(model.title().getBytes(StandardCharsets.UTF_8));
            for (String text : texts) {
                digest.update((byte) '\n');
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
