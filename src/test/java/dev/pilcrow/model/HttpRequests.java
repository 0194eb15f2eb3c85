package dev.pilcrow.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The HTTP/1.1 requests that come over one connection.
final class HttpRequests {

    private static final int LONGEST_LINE = 1 << 16;

    private final InputStream in;

    HttpRequests(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 14);
    }

    /// A request.
    ///
    /// @param headers by their names in lower case
    record Request(String method, String target, Map<String, String> headers, byte[] body) {

        boolean keepsAlive() {
            return !headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
        }
    }

    /// Waits for the first byte of a further request.
    ///
    /// @return false when the client has closed the connection
    boolean more() {
        try {
            in.mark(1);
            int first = in.read();
            in.reset();
            return first >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// The next request; none when the client has closed the connection between two.
    Optional<Request> next() throws IOException {
        if (!more()) {
            return Optional.empty();
        }
        String[] start = line().split(" ");
        if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
            throw new IOException("no request line of HTTP/1");
        }
        Map<String, String> headers = headers();
        return Optional.of(new Request(start[0], start[1], headers, body(headers)));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no header: " + line);
            }
            headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        return exactly(number(headers.getOrDefault("content-length", "0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = number(line().replaceFirst(";.*", ""), 16);
            if (length == 0) {
                headers();
                return body.toByteArray();
            }
            body.writeBytes(exactly(length));
            if (!line().isEmpty()) {
                throw new IOException("a chunk is longer than it says");
            }
        }
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(digits.strip(), radix);
        } catch (NumberFormatException e) {
            throw new IOException("no length: " + digits, e);
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the client closed the connection in the middle of a body");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() == LONGEST_LINE) {
                throw new IOException("a line without an end");
            }
            line.append((char) c);
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }
}
