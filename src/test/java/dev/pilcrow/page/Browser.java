package dev.pilcrow.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A headless Chromium with one window, which reaches nothing but this machine, and tells what it sees. Not thread-safe.
final class Browser implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://127\\.0\\.0\\.1:(\\d+)/.*");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE = 30;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private int calls;

    private Browser(Process process, int port) {
        this.process = process;
        String page = put("http://127.0.0.1:" + port + "/json/new?about:blank").path("webSocketDebuggerUrl").asText();
        this.socket = client.newWebSocketBuilder().buildAsync(URI.create(page), new Ear(heard)).join();
        List.of("Page.enable", "Network.enable", "Log.enable").forEach(method -> call(method, Map.of()));
    }

    /// The program, where it is installed.
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /// @param folder for what it keeps
    /// @param language that its reader prefers
    static Browser start(Path program, Path folder, String language) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + folder, "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--accept-lang=" + language,
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "about:blank")
                .redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {
                }));
                return new Browser(process, Integer.parseInt(listening.group(1)));
            }
        }
        throw new IllegalStateException("it did not start");
    }

    /// Shows an address in a window of this size.
    void open(String url, int width, int height, boolean dark) {
        call("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", width < 600));
        call("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        call("Page.navigate", Map.of("url", "about:blank"));
        awaitEvent("Page.loadEventFired");
        events.clear();
        call("Page.navigate", Map.of("url", url));
        awaitEvent("Page.loadEventFired");
        script("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// The value of an expression in the page.
    JsonNode script(String expression) {
        JsonNode result = call("Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.toString());
        }
        return result.path("result").path("value");
    }

    /// The addresses that were asked for since the page was opened.
    List<String> requests() {
        return events.stream().filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText()).toList();
    }

    /// What the page was kept from doing, and what went wrong in it.
    List<String> complaints() {
        return events.stream().filter(event -> event.path("method").asText().equals("Log.entryAdded"))
                .map(event -> event.at("/params/entry/text").asText()).toList();
    }

    /// A PNG of the window.
    byte[] picture() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of("format", "png")).path("data").asText());
    }

    private JsonNode call(String method, Map<String, ?> params) {
        int id = ++calls;
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(params));
        socket.sendText(message.toString(), true).join();
        JsonNode answer = next();
        while (answer.path("id").asInt() != id) {
            events.add(answer);
            answer = next();
        }
        if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer);
        }
        return answer.path("result");
    }

    private void awaitEvent(String method) {
        boolean there = events.removeIf(event -> event.path("method").asText().equals(method));
        while (!there) {
            JsonNode event = next();
            events.add(event);
            there = event.path("method").asText().equals(method);
        }
        events.removeIf(event -> event.path("method").asText().equals(method));
    }

    private JsonNode next() {
        try {
            JsonNode next = heard.poll(PATIENCE, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("it says nothing");
            }
            return next;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private JsonNode put(String url) {
        try {
            return Json.read(client.send(HttpRequest.newBuilder(URI.create(url))
                    .PUT(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Puts whole messages together.
    private record Ear(BlockingQueue<JsonNode> heard, StringBuilder part) implements WebSocket.Listener {

        Ear(BlockingQueue<JsonNode> heard) {
            this(heard, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    heard.add(Json.read(part.toString()));
                } catch (JsonProcessingException broken) {
                    throw new IllegalStateException(broken);
                }
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
