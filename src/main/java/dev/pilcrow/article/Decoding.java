package dev.pilcrow.article;

import dev.pilcrow.article.UnreadableArticleException.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns the bytes of a file into text: UTF-8, UTF-16 with its byte order mark, or Chinese GB18030. Anything else is no
/// text; nothing is ever replaced or guessed.
final class Decoding {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Decoding() {
    }

    /// The text without its byte order mark.
    static String text(String name, byte[] bytes) throws UnreadableArticleException {
        String text = decoded(bytes).orElseThrow(() -> new UnreadableArticleException(Problem.NOT_TEXT, name));
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableArticleException(Problem.NOT_TEXT, name);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> decoded(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return strictly(bytes, StandardCharsets.UTF_16);
        }
        Optional<String> text = strictly(bytes, StandardCharsets.UTF_8);
        return text.isPresent() ? text : strictly(bytes, GB18030).filter(MainlandText::plausible);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
