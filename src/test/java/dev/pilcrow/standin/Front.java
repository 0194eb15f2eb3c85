package dev.pilcrow.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Listens on the loopback address, and can be cut off from the network. Thread-safe.
public final class Front implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int TRIES = 100;

    /// Would write the addresses of requests, in which the token is, to the log.
    private static final Logger SPEAKER = Logger.getLogger("com.sun.net.httpserver");

    static {
        SPEAKER.setLevel(Level.OFF);
        // Otherwise each answer waits 40 ms for the client to confirm its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        // Longer than clients keep a connection, so that none is closed under a request.
        System.setProperty("sun.net.httpserver.idleInterval", "600");
    }

    private final HttpHandler handler;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("stand-in-", 0).factory());
    private final int port;
    private HttpServer server;
    private boolean open;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    public Front(int port, HttpHandler handler) {
        this.handler = handler;
        this.port = port == 0 ? Ports.next() : port;
        server = listen(this.port);
        open = true;
    }

    public int port() {
        return port;
    }

    /// Refuses connections and breaks those that are there, or listens again.
    public synchronized void offline(boolean cut) {
        if (cut && open) {
            server.stop(0);
            open = false;
        } else if (!cut && !open) {
            server = listen(port);
            open = true;
        }
    }

    /// Takes requests and leaves them without an answer, or answers all of them.
    public synchronized void hang(boolean hangs) {
        if (hangs && hanging.getCount() == 0) {
            hanging = new CountDownLatch(1);
        } else if (!hangs) {
            hanging.countDown();
        }
    }

    @Override
    public void close() {
        offline(true);
        threads.shutdownNow();
    }

    private HttpServer listen(int wanted) {
        for (int i = 0; i < TRIES; i++) {
            try {
                InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
                HttpServer created = HttpServer.create(new InetSocketAddress(loopback, wanted), BACKLOG);
                created.createContext("/", this::handle);
                created.setExecutor(threads);
                created.start();
                return created;
            } catch (BindException _) {
                pause();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("port " + wanted + " is taken");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            hanging.await();
            handler.handle(exchange);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body, int sent) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, sent);
        exchange.getResponseBody().flush();
    }

    public static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = Json.bytes(answer.body());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, answer.status(), "application/json", body, body.length);
    }

    public static void html(HttpExchange exchange, int status) throws IOException {
        byte[] body = ("<html>\r\n<head><title>" + status + " Bad Gateway</title></head>\r\n<body>nginx</body></html>")
                .getBytes(UTF_8);
        send(exchange, status, "text/html", body, body.length);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
