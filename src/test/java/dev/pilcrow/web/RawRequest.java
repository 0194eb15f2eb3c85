package dev.pilcrow.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Bytes as they go to a port, whatever they are, and what comes back.
///
/// @param head the request line and headers, without the empty line after them
/// @param body what follows that
record RawRequest(String head, byte[] body) {

    static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int PATIENCE = 15_000;

    /// What came back.
    ///
    /// @param status 0 when the connection was cut without an answer
    /// @param text the whole answer
    record Answered(int status, String text) {

        static Answered of(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return new Answered(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    /// A request with a body of its full length.
    ///
    /// @param headers those that come first, each with its line end
    static RawRequest post(String path, String headers, byte[] body) {
        return new RawRequest("POST " + path + " HTTP/1.1\r\nHost: bot.example.org\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n", body);
    }

    static RawRequest post(String path, String headers, String body) {
        return post(path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return socket;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// Sends it all and nothing more.
    Answered send(int port) throws IOException {
        try (Socket socket = connect(port)) {
            try {
                socket.getOutputStream().write(bytes());
                socket.shutdownOutput();
            } catch (IOException _) {
                // It has answered already.
            }
            return answer(socket);
        }
    }

    /// What comes until the end.
    static Answered answer(Socket socket) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
                bytes.write(next);
            }
        } catch (IOException _) {
            // It was cut.
        }
        return Answered.of(bytes.toByteArray());
    }
}
