package dev.pilcrow.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/// The HTTP/1.1 answer to one request, well formed or broken off.
final class HttpAnswer {

    private final Socket socket;
    private final OutputStream out;

    HttpAnswer(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 14);
    }

    /// Head of an answer whose body has this many bytes.
    void head(int status, String type, Map<String, String> headers, int length) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (all.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            all.put("Content-Type", type);
        }
        all.put("Content-Length", Integer.toString(length));
        head(status, all);
    }

    /// Head of an answer whose body comes in chunks.
    void chunkedHead(String type) throws IOException {
        head(200, Map.of("Content-Type", type, "Transfer-Encoding", "chunked"));
    }

    private void head(int status, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    void bytes(byte[] bytes, int start, int end) throws IOException {
        out.write(bytes, start, end - start);
    }

    /// One chunk; nothing for no bytes, because that would be the last.
    void chunk(byte[] bytes, int start, int end) throws IOException {
        if (end > start) {
            chunkStart(end - start);
            bytes(bytes, start, end);
            chunkEnd();
        }
    }

    void chunkStart(int length) throws IOException {
        out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
    }

    void chunkEnd() throws IOException {
        out.write("\r\n".getBytes(ISO_8859_1));
    }

    void lastChunk() throws IOException {
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }

    void flush() throws IOException {
        out.flush();
    }

    /// Closes the connection with RST.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// Closes the connection with FIN.
    void finish() throws IOException {
        socket.shutdownOutput();
        socket.close();
    }
}
