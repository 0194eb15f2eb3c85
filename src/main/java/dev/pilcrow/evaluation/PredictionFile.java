package dev.pilcrow.evaluation;

import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The file of predictions, one row each, written as a whole or not at all.
public final class PredictionFile {

    private final Path file;

    private PredictionFile(Path file) {
        this.file = file;
    }

    /// The file of this name, when it can be written; an old one is kept until the new one is complete.
    ///
    /// @param questions the file that must not be written over
    public static PredictionFile at(Path file, Path questions) throws BadUseException {
        try {
            if (Files.isDirectory(file)) {
                throw new BadUseException(Phrase.OUTPUT_FOLDER, file);
            }
            if (Files.exists(file) && Files.isSameFile(file, questions)) {
                throw new BadUseException(Phrase.OUTPUT_IS_INPUT, file);
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.resolveSibling(".");
            if (!Files.isDirectory(folder) || !Files.isWritable(Files.exists(target) ? target : folder)) {
                throw new BadUseException(Phrase.OUTPUT_FORBIDDEN, file);
            }
            return new PredictionFile(target);
        } catch (IOException unreadable) {
            throw new BadUseException(Phrase.OUTPUT_FORBIDDEN, file);
        }
    }

    /// Writes a prediction for each row.
    public void write(List<QuestionRow> rows, List<Prediction> predictions) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(predictions.get(i).json(rows.get(i).id())).append('\n');
        }
        byte[] lines = text.toString().getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, lines);
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, lines);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
