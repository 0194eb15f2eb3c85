package dev.pilcrow.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The sample files of these tests, and articles made of a few words.
final class Samples {

    private Samples() {
    }

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource("/article/" + name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// The files in a folder, in the order of their names.
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Article text(String text) throws UnreadableArticleException {
        return new ArticleReader().read("sample.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    static Article markdown(String text) throws UnreadableArticleException {
        return new ArticleReader().read("sample.md", text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> words(Article article) {
        return article.paragraphs().stream().map(Paragraph::text).toList();
    }

    static String repeat(String words, int atLeast) {
        return words.repeat(1 + atLeast / words.length());
    }
}
