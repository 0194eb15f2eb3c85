package dev.pilcrow.article;

import dev.pilcrow.article.UnreadableArticleException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The formats that an article is read from, told by the file's name and its first bytes.
enum Format {
    TEXT, MARKDOWN;

    private static final Set<String> MARKDOWN_NAMES = Set.of("md", "markdown");
    private static final Set<String> FOREIGN_NAMES = Set.of("pdf", "doc", "docx", "odt", "rtf", "epub", "mobi", "htm",
            "html", "xhtml", "mhtml", "ppt", "pptx", "xls", "xlsx", "zip", "gz", "png", "jpg", "jpeg", "gif", "webp");
    private static final List<String> FOREIGN_STARTS = List.of("%pdf-", "pk\3\4", "{\\rtf", "\u00d0\u00cf\u0011\u00e0",
            "<!doctype html", "<html");
    private static final int HEAD = 64;

    /// The format of a file, or UNKNOWN_FORMAT for one that has no reader.
    static Format of(String name, byte[] bytes) throws UnreadableArticleException {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        String start = (head.startsWith("ï»¿") ? head.substring(3) : head).strip().toLowerCase(Locale.ROOT);
        boolean foreign = name.contains(".") && FOREIGN_NAMES.contains(extension);
        if (foreign || FOREIGN_STARTS.stream().anyMatch(start::startsWith)) {
            throw new UnreadableArticleException(Problem.UNKNOWN_FORMAT, name);
        }
        return MARKDOWN_NAMES.contains(extension) ? MARKDOWN : TEXT;
    }
}
