package dev.pilcrow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Bodies that no client expects, and the cutting of texts.
final class Bodies {

    /// JSON that has the fields of all wire forms with values of other types.
    static final String OTHER_SHAPE = """
            {"id":[],"model":{"a":1},"choices":{"first":"text"},"type":["message"],"content":7,"delta":"text",\
            "message":["text"],"done":{"at":"end"}}""";
    private static final int LONGEST_PIECE = 6;

    private Bodies() {
    }

    /// A web page, then bytes that are no UTF-8 in the place of an event.
    static byte[] garbage() {
        byte[] noise = new byte[2048];
        new SplittableRandom(1).nextBytes(noise);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("<!DOCTYPE html><title>502</title>\n<p>Bad gateway</p>\ndata: ".getBytes(UTF_8));
        body.writeBytes(noise);
        body.writeBytes("\n\n".getBytes(UTF_8));
        return body.toByteArray();
    }

    /// Pieces of a few characters, cut anywhere but inside a surrogate pair.
    static List<String> cut(String text, SplittableRandom random) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0, next; i < text.length(); i = next) {
            next = Math.min(text.length(), i + random.nextInt(1, LONGEST_PIECE));
            if (next < text.length() && Character.isSurrogatePair(text.charAt(next - 1), text.charAt(next))) {
                next++;
            }
            pieces.add(text.substring(i, next));
        }
        return pieces;
    }
}
