package dev.pilcrow.evaluation;

import dev.pilcrow.article.Article;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file of questions, one JSON object a line. It is read as a whole before any question is asked.
public final class QuestionFile {

    private static final int LARGEST = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private QuestionFile() {
    }

    /// Opens articles.
    @FunctionalInterface
    public interface Articles {

        Article open(Path file) throws BadUseException;
    }

    /// Reads every row; blank lines are none.
    ///
    /// @param articles opens the articles that rows name; each is opened once
    /// @param usual the article of the rows that name none
    /// @throws BadUseException when the file cannot be read, or naming the first line that is broken
    public static List<QuestionRow> read(Path file, Articles articles, Article usual) throws BadUseException {
        QuestionReader reader = new QuestionReader(file, articles, usual);
        List<QuestionRow> rows = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        int number = 0;
        for (byte[] bytes : lines(bytes(file))) {
            number++;
            try {
                String line = decoded(bytes);
                if (line.isBlank()) {
                    continue;
                }
                QuestionRow row = reader.read(line);
                Integer before = lines.putIfAbsent(row.id(), number);
                if (before != null) {
                    throw new BadUseException(Phrase.ROW_DUPLICATE, row.id(), before);
                }
                rows.add(row);
            } catch (BadUseException broken) {
                throw new BadUseException(Phrase.ROW, number, file, broken.remark());
            }
        }
        if (rows.isEmpty()) {
            throw new BadUseException(Phrase.QUESTIONS_EMPTY, file);
        }
        return rows;
    }

    private static byte[] bytes(Path file) throws BadUseException {
        if (!Files.exists(file)) {
            throw new BadUseException(Phrase.QUESTIONS_MISSING, file);
        }
        if (Files.isDirectory(file)) {
            throw new BadUseException(Phrase.QUESTIONS_FOLDER, file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BadUseException(Phrase.QUESTIONS_TOO_LARGE, file);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new BadUseException(Phrase.QUESTIONS_FORBIDDEN, file);
        }
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private static String decoded(byte[] line) throws BadUseException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException binary) {
            throw new BadUseException(Phrase.ROW_NOT_TEXT);
        }
    }
}
