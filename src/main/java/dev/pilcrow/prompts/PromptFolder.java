package dev.pilcrow.prompts;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The texts in `prompts/`: those that the bot was built with, and a folder of the operator's whose files take their
/// places one by one. Immutable.
///
/// @param own the operator's folder
public record PromptFolder(Optional<Path> own) {

    /// A text and the file it comes from.
    ///
    /// @param name where an operator finds the file
    /// @param text its characters
    public record PromptFile(String name, String text) {
    }

    /// The texts that the bot was built with.
    public static PromptFolder packaged() {
        return new PromptFolder(Optional.empty());
    }

    /// Where an operator finds a file.
    public String name(String file) {
        return replacing(file).map(Path::toString).orElse("prompts/" + file);
    }

    /// Reads a file.
    ///
    /// @throws IOException when it cannot be read, or is not UTF-8
    public PromptFile read(String file) throws IOException {
        Optional<Path> replacing = replacing(file);
        byte[] bytes = replacing.isPresent() ? Files.readAllBytes(replacing.get()) : packaged(file);
        return new PromptFile(name(file),
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }

    private Optional<Path> replacing(String file) {
        return own.map(folder -> folder.resolve(file)).filter(Files::exists);
    }

    private static byte[] packaged(String file) throws IOException {
        try (InputStream stream = PromptFolder.class.getResourceAsStream("/prompts/" + file)) {
            if (stream == null) {
                throw new FileNotFoundException(file);
            }
            return stream.readAllBytes();
        }
    }
}
