package dev.pilcrow.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/// A page without words, and what a browser may do with it: show it with its own style, and nothing else. Thread-safe.
public final class Skeleton {

    private final Document empty;
    private final String policy;

    private Skeleton(Document empty, String policy) {
        this.empty = empty;
        this.policy = policy;
    }

    /// A packaged one.
    ///
    /// @param path that of its two resources, without `.html` for its elements and `.css` for its style
    public static Skeleton packaged(String path) {
        String style = resource(path + ".css");
        Document page = Jsoup.parse(resource(path + ".html"));
        page.outputSettings().charset(UTF_8).prettyPrint(false);
        page.expectFirst("style").appendChild(new DataNode(style));
        return new Skeleton(page, "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest(style))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    /// A page to be filled.
    public Document page() {
        return empty.clone();
    }

    /// The value of `Content-Security-Policy`.
    public String policy() {
        return policy;
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(Skeleton.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
