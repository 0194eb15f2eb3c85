package dev.pilcrow.web;

import java.util.Map;

/// What is read at a page.
///
/// @param status the HTTP status
/// @param type the media type, such as `text/html; charset=utf-8`
/// @param headers further headers
/// @param body the text, sent in UTF-8
public record Content(int status, String type, Map<String, String> headers, String body) {

    private static final int FOUND = 200;

    public Content {
        headers = Map.copyOf(headers);
    }

    /// A text that is there.
    public static Content of(String type, String body) {
        return new Content(FOUND, type, Map.of(), body);
    }
}
