package dev.pilcrow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/// Asks a server in each wire form without the help of any provider's library.
record WireClient(HttpClient http, ModelServer server) {

    WireClient(ModelServer server) {
        this(HttpClient.newHttpClient(), server);
    }

    static String body(Wire wire, boolean streamed, String question) {
        String system = wire == Wire.ANTHROPIC
                ? "\"max_tokens\":99,\"system\":[{\"type\":\"text\",\"text\":\"Be\"},{\"type\":\"text\",\"text\":\"short.\"}],"
                : "";
        String first = wire == Wire.ANTHROPIC ? "" : "{\"role\":\"system\",\"content\":\"Be\\nshort.\"},";
        return "{\"model\":\"m-1\",\"stream\":%b,%s\"stream_options\":{\"include_usage\":true},\"messages\":[%s%s]}"
                .formatted(streamed, system, first,
                        "{\"role\":\"user\",\"content\":%s}".formatted(WireForm.quoted(question)));
    }

    HttpRequest request(Wire wire, String body) {
        return HttpRequest.newBuilder(URI.create(server.url(wire)).resolve(wire.path())).header("x-api-key", "k")
                .header("anthropic-version", "2023-06-01").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    HttpResponse<String> ask(Wire wire, boolean streamed) throws IOException, InterruptedException {
        return http.send(request(wire, body(wire, streamed, "Why? 为什么")), BodyHandlers.ofString(UTF_8));
    }

    CompletableFuture<HttpResponse<String>> asking(Wire wire, boolean streamed) {
        return http.sendAsync(request(wire, body(wire, streamed, "Why?")), BodyHandlers.ofString(UTF_8));
    }

    InputStream stream(Wire wire) throws IOException, InterruptedException {
        return http.send(request(wire, body(wire, true, "Why?")), BodyHandlers.ofInputStream()).body();
    }

    /// A connection over which the question has been sent.
    Socket plain(Wire wire, boolean streamed) throws IOException {
        URI url = URI.create(server.url(wire));
        Socket socket = new Socket(url.getHost(), url.getPort());
        byte[] body = body(wire, streamed, "Why?").getBytes(UTF_8);
        String head = "POST %s HTTP/1.1\r\nX-Api-Key: k\r\nAnthropic-Version: 1\r\nContent-Length: %d\r\n\r\n"
                .formatted(wire.path(), body.length);
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(body);
        return socket;
    }

    /// What a connection brings until its end, and after it `FIN` or `RST`.
    String untilTheEnd(Wire wire, boolean streamed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Socket socket = plain(wire, streamed)) {
            socket.setSoTimeout(10_000);
            for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
                all.write(b);
            }
            return all.toString(UTF_8) + "FIN";
        } catch (SocketException e) {
            return all.toString(UTF_8) + "RST";
        }
    }
}
