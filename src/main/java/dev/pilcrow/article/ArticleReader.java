package dev.pilcrow.article;

import dev.pilcrow.article.UnreadableArticleException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Reads articles from text and Markdown files. Stateless and thread-safe.
///
/// A file is at most 10 MiB and 250,000 lines; what is larger is refused, the size before it is read.
public final class ArticleReader {

    /// In bytes.
    public static final int LARGEST = 10 * 1024 * 1024;
    public static final int MOST_LINES = 250_000;

    /// The file name of the article that ships with Pilcrow.
    public static final String BUILT_IN = "deepseek-export-controls.txt";
    /// A path turns `https://` into `https:/`.
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:(?:https?|ftp|file):/|[a-z][a-z0-9+.-]+://).*",
            Pattern.DOTALL);

    /// The article that ships with Pilcrow.
    public Article builtIn() {
        try (InputStream in = Objects.requireNonNull(ArticleReader.class.getResourceAsStream("/article/" + BUILT_IN))) {
            return read(BUILT_IN, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableArticleException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The article in a file named as an operator types it; an address of the web is refused as such.
    public Article read(String fileOrAddress) throws UnreadableArticleException, IOException {
        if (ADDRESS.matcher(fileOrAddress).matches()) {
            throw new UnreadableArticleException(Problem.ADDRESS, fileOrAddress);
        }
        try {
            return read(Path.of(fileOrAddress));
        } catch (InvalidPathException _) {
            throw new UnreadableArticleException(Problem.MISSING, fileOrAddress);
        }
    }

    /// The article in a file.
    public Article read(Path file) throws UnreadableArticleException, IOException {
        if (ADDRESS.matcher(file.toString()).matches()) {
            throw new UnreadableArticleException(Problem.ADDRESS, file.toString());
        }
        BasicFileAttributes attributes = attributes(file);
        if (attributes.isDirectory()) {
            throw new UnreadableArticleException(Problem.FOLDER, file.toString());
        }
        if (attributes.size() > LARGEST) {
            throw new UnreadableArticleException(Problem.TOO_LARGE, file.toString());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(LARGEST + 1));
        } catch (AccessDeniedException _) {
            throw new UnreadableArticleException(Problem.FORBIDDEN, file.toString());
        }
    }

    /// The article in the bytes of a file with this name; the name tells Markdown from text.
    public Article read(String name, byte[] bytes) throws UnreadableArticleException {
        if (bytes.length > LARGEST) {
            throw new UnreadableArticleException(Problem.TOO_LARGE, name);
        }
        Format format = Format.of(name, bytes);
        return read(name, Decoding.text(name, bytes), format);
    }

    /// The article in a text that was read from a file with this name before: the same as then.
    public Article reread(String name, String text) throws UnreadableArticleException {
        return read(name, text, Format.of(name, new byte[0]));
    }

    private static Article read(String name, String text, Format format) throws UnreadableArticleException {
        if (text.chars().filter(c -> c == '\n' || c == '\r').limit(2L * MOST_LINES).count() >= MOST_LINES) {
            throw new UnreadableArticleException(Problem.TOO_MANY_LINES, name);
        }
        List<Block> blocks = switch (format) {
            case TEXT -> Block.lines(text);
            case MARKDOWN -> MarkdownBlocks.of(text);
        };
        if (blocks.isEmpty()) {
            throw new UnreadableArticleException(Problem.EMPTY, name);
        }
        return article(name, text, blocks);
    }

    private static Article article(String name, String text, List<Block> blocks) {
        Language language = Language.of(text);
        Kinds kinds = new Kinds(text, blocks, language);
        List<Paragraph> paragraphs = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            String words = blocks.get(i).in(text);
            paragraphs.add(new Paragraph(i + 1, kinds.of(i), blocks.get(i).form(), words, blocks.get(i).start(),
                    Sentences.split(i + 1, words, language)));
        }
        String file = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        return new Article(hash(text), Titles.of(file, paragraphs), language, text, paragraphs);
    }

    private static BasicFileAttributes attributes(Path file) throws UnreadableArticleException, IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (AccessDeniedException _) {
            throw new UnreadableArticleException(Problem.FORBIDDEN, file.toString());
        } catch (FileSystemException _) {
            throw new UnreadableArticleException(Problem.MISSING, file.toString());
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
